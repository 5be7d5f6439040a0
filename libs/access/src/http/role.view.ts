import type { Role } from '../roles.js';

/** Something a role may do, and how far. */
export class RoleActView {
  act: string;
  /** all, own_unit, led, own_or_led, leads, serves, own, signed */
  scope: string;
}

/** Who holds a role today. */
export class RoleHolderView {
  name: string;
  title: string;
  unitName: string;
  /** An administrator named for the time being. */
  standsIn: boolean;
}

/** A role: what it may do by the policy that the system enforces, and who holds it. */
export class RoleView {
  role: Role;
  /** Given and ended by two administrators together. */
  privileged: boolean;
  /** Works with a second factor only. */
  factorDemanded: boolean;
  acts: RoleActView[];
  /** How many hold it today. */
  holderCount: number;
  /** The first of them by name. */
  holders: RoleHolderView[];
}
