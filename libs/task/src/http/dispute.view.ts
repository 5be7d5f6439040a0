import type { RulingBody } from '@ducha/deadline';
import type { Duty } from '../domain/assignment-lifecycle.js';
import type { DisputeState, Ruling } from '../domain/dispute-lifecycle.js';
import { PersonRef, UnitBrief } from './brief.view.js';
import { ClockBasisView } from './clock.view.js';

/** What a reader may do with a dispute. */
export type DisputeAction = 'rule' | 'withdraw' | 'state';

/** A unit says that a share is not its duty (退办申请), and what became of it. */
export class DisputeView {
  id: string;
  version: number;
  assignmentId: string;
  taskId: string;
  taskTitle: string;
  taskNumber: string | null;
  unit: UnitBrief;
  duty: Duty;
  state: DisputeState;
  ground: string;
  legalBasis: string;
  /** The unit believed responsible, and its word. */
  responsibleUnit: UnitBrief;
  statement: string | null;
  statedBy: PersonRef | null;
  statedAt: Date | null;
  raisedBy: PersonRef;
  raisedAt: Date;
  windowEndsAt: Date | null;
  /** The unit whose ruling the law names; null: the bureau. */
  rulingUnit: UnitBrief | null;
  /** By when it is to be ruled; null once it is settled. */
  ruleBy: Date | null;
  ruling: Ruling | null;
  toUnits: UnitBrief[];
  reasons: string | null;
  ruledBy: PersonRef | null;
  /** When it was ruled, withdrawn or lapsed. */
  endedAt: Date | null;
  /** Units with the other part of the task, with which it can be swapped. */
  swappable: UnitBrief[];
  /** Whether the reader may open the task. */
  readable: boolean;
  actions: DisputeAction[];
}

/** How a share may be disputed, said before it is. */
export class DisputeRoomView {
  assignmentId: string;
  version: number;
  unit: UnitBrief;
  duty: Duty;
  /** Null while what starts the window has not happened. */
  windowEndsAt: Date | null;
  basis: ClockBasisView | null;
  /** Who will rule: a body that the law names and the county has; null: the bureau. */
  ruler: RulingBody | null;
  refusal: 'disputeTooLate' | 'disputeFinal' | null;
}

/** The disputes over a task, and the room that is left. */
export class DisputesView {
  now: Date;
  disputes: DisputeView[];
  /** Of the units for which the reader may dispute. */
  rooms: DisputeRoomView[];
}

/** So many of so many. */
export class ShareOf {
  n: number;
  of: number;
}

/** How often shares that a person sent out had to go to another unit. */
export class AssignerMeasure extends ShareOf {
  person: PersonRef;
}

/** How often a unit disputed what it was given, and how often it was right. */
export class UnitReturnMeasure extends ShareOf {
  unit: UnitBrief;
  upheld: number;
}

/** Passing on, in figures with numerators and denominators. */
export class DisputeMeasuresView {
  /** Tasks whose shares changed hands, of those sent out; `transfers` in all, `most` of one task. */
  tasks: ShareOf;
  transfers: number;
  most: number;
  /** Settled disputes and the days they took, together. */
  settled: number;
  days: number;
  open: number;
  /** Wrong dispatch, by who sent out; empty for a unit. */
  assigners: AssignerMeasure[];
  /** Returns, by unit; a unit sees its own. */
  units: UnitReturnMeasure[];
}
