import { MeView, type Role } from '@ducha/access';

/** Whether the county waits for its first person. */
export class SetupStateView {
  waiting: boolean;
}

/** A one-time link for one of the other administrators; its token is seen this once. */
export class AdministratorLinkView {
  role: Role;
  name: string;
  login: string;
  token: string;
}

/** The county stands. */
export class FoundedView {
  me: MeView;
  links: AdministratorLinkView[];
}
