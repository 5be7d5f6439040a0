import { MePerson } from './session.view.js';

/** Acts that one post lent another person for a time. */
export class DelegationView {
  id: string;
  version: number;
  taker: MePerson;
  takerTitle: string;
  /** Without the reading that comes with them. */
  acts: string[];
  from: Date;
  to: Date;
  reason: string;
  givenAt: Date;
  endedAt: Date | null;
  /** `over` also when one of the two posts has ended. */
  standing: 'ahead' | 'in_force' | 'over';
}

/** Somebody who may act for the acting post. */
export class DelegationTakerView {
  postId: string;
  name: string;
  title: string;
  unitName: string;
}

/** What may be lent, and to whom. */
export class DelegationOptionsView {
  acts: string[];
  takers: DelegationTakerView[];
}
