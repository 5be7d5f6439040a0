import type { CountingRules, Term } from '@ducha/kernel';
import type { ImportanceDegree } from '../ladders/ladder.js';
import type { Holder } from '../profiles/law-profile.js';
import type { ClockState } from './clock-lifecycle.js';

/**
 * What a clock counts: the unit’s signature, its answer, an answer done again, its routine report, its reply to a slip; and the supervisors’ own
 * time: handling what came in, sending out, checking, ending, the principal’s word, deciding on an extension, a dispute, an objection, answering
 * who asked. Of an inspection: the object’s check of the facts and its time to apply for review, the supervisors’ word on what it says against
 * a fact, the decision on a review.
 */
export const clockKinds = [
  'sign',
  'answer',
  'redo',
  'dispatch',
  'verify',
  'close',
  'decide',
  'extension',
  'ruling',
  'slip_reply',
  'objection',
  'report',
  'triage',
  'reply',
  'fact_check',
  'fact_point',
  'review_apply',
  'review_decide',
] as const;
/** One of `clockKinds`. */
export type ClockKind = (typeof clockKinds)[number];

/** What a clock is about. */
export interface ClockSubject {
  readonly kind: ClockKind;
  readonly subjectType: 'assignment' | 'task' | 'slip' | 'objection' | 'matter' | 'conclusion' | 'review';
  readonly subjectId: string;
  /** Null for what belongs to a matter. */
  readonly taskId: string | null;
  readonly matterId?: string | null;
  /** Of an inspection’s conclusion and its review. */
  readonly conclusionId?: string | null;
  /** Whose time it is; null for the supervisors. */
  readonly unitId: string | null;
  readonly holder: Holder | 'principal';
  /** Kind and importance of the matter behind it: which ladder is meant. */
  readonly sourceKind: string;
  readonly importance: ImportanceDegree;
}

/** Which law or rule a clock comes from: codes of the profile and of its clock. */
export interface ClockBasis {
  readonly profile: string;
  readonly rule: string;
  readonly article: string;
}

/** How a clock counts. */
export interface ClockCount {
  /** The budget; null where it runs until a day that was set by hand or by the calendar. */
  readonly term: Term | null;
  readonly counting: CountingRules;
}

/** A clock that is to be armed. */
export interface NewClock extends ClockSubject, ClockCount {
  readonly id: string;
  /** Null for a date that somebody set. */
  readonly basis: ClockBasis | null;
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** When the law would have it over at the latest, where the date was set by hand and a law is known. */
  readonly legalDueAt: Date | null;
  readonly provisional: boolean;
  readonly ladder: string;
  readonly nextRung: number;
  readonly nextRungAt: Date | null;
}

/** A clock as it stands. */
export interface StandingClock extends ClockCount {
  readonly id: string;
  readonly kind: ClockKind;
  readonly subjectId: string;
  readonly unitId: string | null;
  readonly state: ClockState;
  readonly startedAt: Date;
  readonly originalDueAt: Date;
  readonly dueAt: Date;
  readonly suspendedAt: Date | null;
  /** Since when its rungs are silent, because somebody else’s word is waited for; its time runs on. */
  readonly heldAt: Date | null;
  readonly endedAt: Date | null;
  readonly ladder: string;
}
