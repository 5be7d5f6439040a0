import type { Day, WorkingCalendar } from '@ducha/kernel';
import type { LawProfile } from './profiles/law-profile.js';

/** A rule about time that is changed: a calendar of the county (no unit) or of a unit, or a law profile. */
export type TimeChange =
  | {
      readonly kind: 'calendar';
      readonly unitId: string | null;
      /** As it would be. */
      readonly calendar: WorkingCalendar;
      /** Between which days work is done on other days than before; null where it may be any (week, office hours). */
      readonly between: readonly [Day, Day] | null;
    }
  | { readonly kind: 'law_profile'; readonly before: LawProfile | undefined; readonly after: LawProfile };

/** What a change does to clocks that are running. */
export interface ClockMoves {
  readonly open: number;
  readonly earlier: number;
  readonly later: number;
  /** Whole days of the clock that moves furthest. */
  readonly furthestDays: number;
}

/** Which open clocks move when a rule about time changes. Whoever keeps the clocks provides it in place of `NoClocks`. */
export abstract class ClockConsequences {
  /** Nothing is stored. Null where nobody keeps clocks. */
  abstract preview(change: TimeChange): Promise<ClockMoves | null>;
  /** In the transaction that makes the change: sees to it that the clocks are computed anew. */
  abstract arrange(change: TimeChange): Promise<void>;
}
