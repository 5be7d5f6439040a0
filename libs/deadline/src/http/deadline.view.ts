import type { TermUnit } from '@ducha/kernel';
import type { Holder, Importance, StartEvent } from '../domain/profiles/law-profile.js';
import { ClockMovesView, NamedView } from './calendar.view.js';

/** Where a time limit comes from. */
export class LegalBasisView {
  profile: string;
  title: string;
  titleZh: string;
  source: string;
  article: string;
}

/** When a time limit would be over; nothing is stored. */
export class DeadlinePreviewView {
  /** The instant after which it is late. */
  dueAt: string;
  /** The day of `dueAt` in the county, YYYY-MM-DD. */
  day: string;
  /** The last day by the count alone; another one when that was off and the end rolled. */
  countedDay: string;
  rolled: boolean;
  /** A year’s notice is not out: the day may still move. */
  provisional: boolean;
  /** Working days from the day after the start to `day`; null where a year is not published. */
  workingDays: number | null;
  /** Null for a term of one’s own. */
  basis: LegalBasisView | null;
  /** The day at the latest after an extension that the law allows; null where it allows none. */
  extendedDay: string | null;
}

/** A number of units of time. */
export class TermView {
  n: number;
  unit: TermUnit;
}

/** One time limit of a law. */
export class ClockRuleView {
  code: string;
  title: string;
  titleZh: string;
  article: string;
  startsAt: StartEvent;
  holder: Holder;
  /** Null where it ends on a day of the year. */
  term: TermView | null;
  /** MM-DD; null where it is a term. */
  yearly: string | null;
  extendedTo: TermView | null;
  /** How often it may be extended; 0 where it may not. */
  extensions: number;
  importance: Importance | null;
  /** What stops the count while it lasts. */
  notCounted: string[];
}

/** What one law says about time. */
export class LawProfileView {
  code: string;
  /** Which text of it, for `If-Match`. */
  revision: number;
  title: string;
  titleZh: string;
  source: string;
  /** Beginning of the division codes where it holds; empty for the whole country. */
  place: string;
  kinds: string[];
  from: string;
  to: string | null;
  countsFirstDay: boolean;
  rolls: boolean;
  /** `HH:MM` */
  dayEndsAt: string;
  /** Working hours after which what was delivered counts as received; null where only signing counts. */
  receiptAfterHours: number | null;
  clocks: ClockRuleView[];
  /** shipped: as the product brings it; edited: the county’s own words. */
  origin: 'shipped' | 'edited';
  /** none: the product brings no text; newer: it brings another one by now than when this was written. */
  shippedText: 'none' | 'same' | 'newer';
  madeAt: string;
}

/** A text of a law profile, now or in the past. */
export class LawProfileRevisionView extends LawProfileView {
  madeBy: NamedView | null;
}

/** What another text would do; nothing is stored. */
export class ProfilePreviewView {
  /** Null where no clocks are kept. */
  clocks: ClockMovesView | null;
}
