import type { Role } from '../roles.js';
import { PostUnit } from './session.view.js';

/** A post as the register of people shows it. */
export class HeldPostView {
  id: string;
  version: number;
  role: Role;
  title: string;
  unit: PostUnit;
  from: Date;
  to: Date | null;
  /** For a secondment: where the person comes from. */
  homeUnit: PostUnit | null;
  /** Whether two administrators give and end it. */
  privileged: boolean;
}

/** A person of the register. Telephone numbers are masked. */
export class PersonEntryView {
  id: string;
  version: number;
  name: string;
  phone: string | null;
  login: string | null;
  /** Whether they can sign in already: a password was chosen, or the identity provider knows them. */
  opened: boolean;
  posts: HeldPostView[];
}

/** A record was entered. */
export class EnteredView {
  id: string;
}
