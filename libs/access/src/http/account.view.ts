import { MePerson } from './session.view.js';

/** A post of an account's person. */
export class AccountPostView {
  id: string;
  role: string;
  title: string;
  unitName: string;
  /** Given and ended by two administrators together. */
  privileged: boolean;
  /** An administrator named for the time being. */
  standsIn: boolean;
}

/** An account as the administrators see it. */
export class AccountView {
  id: string;
  version: number;
  login: string;
  person: MePerson;
  disabledAt: Date | null;
  posts: AccountPostView[];
  /** Whether the person can sign in already. */
  opened: boolean;
  hasFactor: boolean;
  /** Who the person is at the identity provider; null without one. */
  subject: string | null;
}
