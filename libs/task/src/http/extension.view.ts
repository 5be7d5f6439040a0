import type { Duty } from '../domain/assignment-lifecycle.js';
import type { ExtensionRefusal } from '../domain/extension-rules.js';
import type { ExtensionState } from '../domain/extension-lifecycle.js';
import { PersonRef, UnitBrief } from './brief.view.js';
import { ClockBasisView } from './clock.view.js';

/** What a reader may do with a request. */
export type ExtensionAction = 'decide' | 'withdraw';

/** A unit’s request for more time (延期申请). */
export class ExtensionView {
  id: string;
  version: number;
  assignmentId: string;
  taskId: string;
  taskTitle: string;
  taskNumber: string | null;
  unit: UnitBrief;
  duty: Duty;
  state: ExtensionState;
  reason: string;
  progress: string;
  /** The date that ran when it was asked, and the first one of all. */
  dueBefore: Date;
  originalDueAt: Date | null;
  askedDueAt: Date;
  grantedDueAt: Date | null;
  askedBy: PersonRef;
  askedAt: Date;
  /** By when the supervisors decide, by their own rules; null once it is settled. */
  decideBy: Date | null;
  decidedBy: PersonRef | null;
  decidedWords: string | null;
  /** When it was decided, withdrawn or lapsed. */
  endedAt: Date | null;
  actions: ExtensionAction[];
}

/** How far the time of a unit may be extended, said before it asks. */
export class ExtensionRoomView {
  assignmentId: string;
  unit: UnitBrief;
  dueAt: Date;
  originalDueAt: Date | null;
  /** Granted so far. */
  granted: number;
  /** How often the law allows it; null where it says nothing. */
  most: number | null;
  /** The latest instant the law allows; null where it says nothing. */
  until: Date | null;
  basis: ClockBasisView | null;
  /** Why it cannot be asked for; null when it can. */
  refusal: ExtensionRefusal | null;
}

/** The requests of a task, and the room that is left. */
export class ExtensionsView {
  now: Date;
  extensions: ExtensionView[];
  /** Of the units for which the reader may ask. */
  rooms: ExtensionRoomView[];
}
