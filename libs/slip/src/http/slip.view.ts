import type { ObjectionState, SlipState } from '../domain/lifecycles.js';

/** A person as he stands beside something else. */
export class SlipPerson {
  id: string;
  name: string;
}

/** A unit as it stands beside something else. */
export class SlipUnit {
  id: string;
  shortName: string;
}

/** Who opened a slip and when: the proof that it was served. */
export class SlipOpeningView {
  person: SlipPerson;
  openedAt: Date;
}

/** By which law the time limit behind a slip runs. */
export class SlipBasisView {
  profile: string;
  title: string;
  titleZh: string;
  source: string;
  article: string;
}

/** An objection (申辩) to a slip, or to an answer that counts as late in the figures. */
export class ObjectionView {
  id: string;
  version: number;
  against: 'slip' | 'figure';
  slipId: string | null;
  slipNumber: string | null;
  assignmentId: string;
  taskId: string;
  taskNumber: string | null;
  taskTitle: string;
  unit: SlipUnit;
  words: string;
  raisedBy: SlipPerson;
  raisedAt: Date;
  state: ObjectionState;
  verdict: 'uphold' | 'reject' | null;
  reason: string | null;
  decidedBy: SlipPerson | null;
  decidedAt: Date | null;
  /** By when the supervisors are to decide; null when decided, or where no rule says. */
  decideBy: Date | null;
  /** What the reader may do now. */
  actions: string[];
}

/** How many objections were made in one act. */
export class RaisedAllView {
  raised: number;
}

/** A numbered slip of a ladder (督办单). */
export class SupervisionSlipView {
  id: string;
  version: number;
  number: string;
  /** 1 is the mildest. */
  level: number;
  name: string;
  nameZh: string;
  /** `#rrggbb`; the name says the same. */
  colour: string;
  state: SlipState;
  assignmentId: string;
  taskId: string;
  taskNumber: string | null;
  taskTitle: string;
  unit: SlipUnit;
  clockKind: string;
  /** The date that the unit missed. */
  dueAt: Date;
  basis: SlipBasisView | null;
  servedAt: Date;
  replyDueAt: Date;
  /** On whose behalf it went out. */
  sender: SlipPerson | null;
  openings: SlipOpeningView[];
  reply: string | null;
  repliedBy: SlipPerson | null;
  repliedAt: Date | null;
  decision: 'accept' | 'reject' | null;
  decisionWords: string | null;
  decidedBy: SlipPerson | null;
  decidedAt: Date | null;
  objection: ObjectionView | null;
  /** What the reader may do now. */
  actions: string[];
}

/** Slips of one level that are not withdrawn. */
export class LevelCountView {
  level: number;
  n: number;
}

/** How one unit stands. */
export class UnitLightView {
  unit: SlipUnit;
  open: number;
  /** Over within three days. */
  dueSoon: number;
  overdue: number;
  slips: LevelCountView[];
}

/** How every unit with something open stands, the worst first. */
export class LightsView {
  now: Date;
  units: UnitLightView[];
}

/** What a unit’s objection to a figure can name. */
export class LateCaseView {
  assignmentId: string;
  taskId: string;
  taskNumber: string | null;
  taskTitle: string;
  unit: SlipUnit;
  originalDueAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
  objection: ObjectionView | null;
  actions: string[];
}

/** What was made. */
export class RaisedView {
  id: string;
}
