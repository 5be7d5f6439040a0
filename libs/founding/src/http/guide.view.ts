import type { Role } from '@ducha/access';

/** One step of the guide. */
export class GuideStepView {
  /** county, administrators, units, bureau, principals, unit_people, basis, matter, dispatch */
  step: string;
  state: 'done' | 'part' | 'open';
  /** Roles whose act it is now; empty once it is done. */
  whose: Role[];
  done: number;
  of: number;
}

/** Somebody in an office that a county begins with. */
export class OfficeholderView {
  role: Role;
  name: string;
  /** asked: waits for a second administrator; entered: the person has not chosen a password; in. */
  state: 'asked' | 'entered' | 'in';
  /** Named for the time being. */
  standsIn: boolean;
}

/** How far a new county has come. */
export class GuideView {
  steps: GuideStepView[];
  officeholders: OfficeholderView[];
  /** Nothing keeps the county from working any more. */
  complete: boolean;
}
