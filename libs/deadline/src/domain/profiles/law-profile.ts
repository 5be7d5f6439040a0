import type { CountingRules, Day, Term } from '@ducha/kernel';

/** What sets a clock running. */
export const startEvents = [
  'received',
  'registered',
  'dispatched',
  'delivered',
  'signed',
  'transferred',
  'accepted',
  'returned',
  'answered',
  'verified',
  'dissatisfied',
  'closed',
  'served',
  'applied',
  'noticed',
] as const;
/** One of `startEvents`. */
export type StartEvent = (typeof startEvents)[number];

/** Bodies that a law names as the ones who rule on disputes; the bureau where the county has no such unit. */
export const rulingBodies = ['deputies_office', 'proposal_committee', 'hotline_centre'] as const;
/** One of `rulingBodies`. */
export type RulingBody = (typeof rulingBodies)[number];

/** Whose time a clock counts. */
export const holders = ['unit', 'assisting_unit', 'bureau', 'asker', 'object', ...rulingBodies] as const;
/** One of `holders`. */
export type Holder = (typeof holders)[number];

/** How much haste a leader asked for; a profile may hold a clock for each. */
export const importances = ['urgent', 'ordinary', 'hard'] as const;
/** One of `importances`. */
export type Importance = (typeof importances)[number];

/** A day of every year, `MM-DD`. */
export interface YearlyDay {
  readonly yearly: string;
}

/** One time limit that a law sets. */
export interface ClockRule {
  /** Permanent within its profile. */
  readonly code: string;
  readonly title: string;
  readonly titleZh: string;
  /** As the law is quoted: `第20条`. */
  readonly article: string;
  readonly startsAt: StartEvent;
  readonly holder: Holder;
  readonly term: Term | YearlyDay;
  /** Where the law lets it be longer: the whole term then. */
  readonly extendedTo?: Term;
  /** How often that may be granted; once when absent. */
  readonly extensions?: number;
  /** Where the term hangs on the haste that was asked for. */
  readonly importance?: Importance;
  /** What stops the count while it lasts. */
  readonly notCounted?: readonly string[];
}

/** What one law or rule says about time, for kinds of matters of a place, between two days. */
export interface LawProfile {
  readonly code: string;
  /** Which text of it; absent in the tables that come with the product. */
  readonly revision?: number;
  readonly title: string;
  readonly titleZh: string;
  readonly source: string;
  /** Beginning of the division codes where it holds: `41` is Henan, empty the whole country. */
  readonly place: string;
  /** Kinds of matters; empty where it does not hang on one. */
  readonly kinds: readonly string[];
  readonly from: Day;
  readonly to?: Day;
  readonly counting: CountingRules;
  /**
   * Working hours after which what was delivered counts as received, signed for or not. Absent: delivery itself is receipt, and
   * what starts with the signature waits as long as the county’s own rules say.
   */
  readonly receiptAfterHours?: number;
  readonly clocks: readonly ClockRule[];
}

/** The laws are silent on both: the day of receipt does not count, and a last day off stays the last day. */
export const ownCounting: CountingRules = { countsFirstDay: false, rolls: false, dayEndsAt: 1_440 };

/** A profile that counts as most laws do. */
export const counted = (profile: Omit<LawProfile, 'counting'>): LawProfile => ({ ...profile, counting: ownCounting });

/** Calendar months. */
export const months = (n: number): Term => ({ n, unit: 'month' });
/** Working days. */
export const workingDays = (n: number): Term => ({ n, unit: 'working_day' });
/** Days of the calendar. */
export const naturalDays = (n: number): Term => ({ n, unit: 'natural_day' });
