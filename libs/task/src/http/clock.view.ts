import type { ClockKind } from '@ducha/deadline';
import { PersonRef, UnitBrief } from './brief.view.js';

/** From which law or rule a clock comes. */
export class ClockBasisView {
  profile: string;
  title: string;
  titleZh: string;
  source: string;
  article: string;
}

/** A date of a clock that moved, and why. */
export class ClockChangeView {
  because: 'correction' | 'suspension' | 'extension' | 'calendar' | 'waiting' | 'receipt';
  dueBefore: Date;
  dueAfter: Date;
  changedAt: Date;
}

/** The matter whose triage, or whose reply to its askers, a time limit is about. */
export class ClockMatterView {
  id: string;
  /** Its own, or the one of its intake. */
  number: string;
  title: string;
}

/** The inspection’s conclusion, or the review of it, that a time limit is about. */
export class ClockConclusionView {
  id: string;
  reviewId: string | null;
  /** Name of the inspection. */
  inspection: string;
  /** The inspected unit. */
  unit: UnitBrief;
}

/** A time limit (时限). */
export class ClockView {
  id: string;
  kind: ClockKind;
  /** Null for what is no task’s. */
  taskId: string | null;
  taskTitle: string | null;
  conclusion: ClockConclusionView | null;
  matter: ClockMatterView | null;
  assignmentId: string | null;
  /** Whose time it counts; null for the supervisors’ own. */
  unit: UnitBrief | null;
  holder: string;
  /** Null for a date that somebody set where no law is known. */
  basis: ClockBasisView | null;
  startedAt: Date;
  originalDueAt: Date;
  dueAt: Date;
  /** The latest date by law, where another was set. */
  legalDueAt: Date | null;
  /** A year’s calendar is not published: the date may still move. */
  provisional: boolean;
  state: 'running' | 'suspended' | 'met' | 'cancelled';
  suspendedAt: Date | null;
  /** Since when nothing is said on it, because a word is waited for; its date may pass meanwhile. */
  heldAt: Date | null;
  endedAt: Date | null;
  /** Over and not met, or met too late. */
  breached: boolean;
  changes: ClockChangeView[];
}

/** Clocks, with the instant they were looked at. */
export class ClocksView {
  now: Date;
  clocks: ClockView[];
}

/** One’s own deadlines in a span, with the days on which offices are closed. */
export class OwnClocksView extends ClocksView {
  /** Days off of the span, YYYY-MM-DD, by the calendar of the reader’s unit; those of its first 100 days at most. */
  daysOff: string[];
}

/** One thing that will be said if nothing is done. */
export class RehearsedNoticeView {
  at: Date;
  clockId: string;
  kind: ClockKind;
  action: 'remind' | 'overdue' | 'escalate' | 'slip';
  /** Which slip, 1 the mildest; null for words. */
  level: number | null;
  units: UnitBrief[];
  people: PersonRef[];
  /** Posts the ladder names that nobody holds today; the next one up hears instead. */
  vacant: string[];
}

/** What will be said to whom and when if nothing is done (预演). */
export class RehearsalView {
  notices: RehearsedNoticeView[];
}
