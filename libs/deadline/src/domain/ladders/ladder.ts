import {
  dueOf,
  instantAt,
  latestInstantOf,
  numberOf,
  type TermUnit,
  wallClockOf,
  type WorkingCalendar,
} from '@ducha/kernel';

/** Who is told at a rung: posts of the unit whose time it is, people of the task, or whoever holds the clock. */
export const audiences = ['liaison', 'unit_head', 'case_officer', 'bureau_head', 'lead_leader', 'principal'] as const;
/** One of `audiences`. */
export type Audience = (typeof audiences)[number];

/** What happens at a rung: words, words that it is over, words to whoever stands above, or a numbered slip (督办单). */
export const rungActions = ['remind', 'overdue', 'escalate', 'slip'] as const;
/** One of `rungActions`. */
export type RungAction = (typeof rungActions)[number];

/** What the distance of a rung is counted in; `clock`: in what its clock is counted in, working days where that is a date. */
export const rungUnits = ['clock', 'working_day', 'natural_day', 'working_hour'] as const;
/** One of `rungUnits`. */
export type RungUnit = (typeof rungUnits)[number];

/** Clocks that share ladders: signatures, answers, routine reports and replies to slips of units, the supervisors’ own time, a principal’s word. */
export const clockClasses = ['sign', 'answer', 'report', 'reply', 'supervisor', 'principal'] as const;
/** One of `clockClasses`. */
export type ClockClass = (typeof clockClasses)[number];

/** How much weight a task has; an important one may start higher on its ladder. */
export const importanceDegrees = ['ordinary', 'urgent', 'important'] as const;
/** One of `importanceDegrees`. */
export type ImportanceDegree = (typeof importanceDegrees)[number];

/** A point of a ladder (时限节点) where something happens once. */
export interface Rung {
  /** Permanent within its ladder: what has fired is known by it, whatever becomes of the rungs around it. */
  readonly id: number;
  /** Distance from the end: before it when negative, after it when positive; 0 is the moment it is over. */
  readonly offset: number;
  readonly unit: RungUnit;
  readonly action: RungAction;
  /** Of a slip: which one, 1 is the mildest. Null for words. */
  readonly level: number | null;
  readonly audience: readonly Audience[];
  /** Kinds of channels beside the house itself; null: every one the county has settled, none: the house alone. */
  readonly channels: readonly string[] | null;
  /** The county’s wording that goes outside, by its topic. */
  readonly template: string;
}

/** What happens on the way to the end of a clock and beyond it (预警规则). */
export interface Ladder {
  readonly code: string;
  readonly title: string;
  readonly titleZh: string;
  readonly clock: ClockClass;
  /** Kinds of matters; empty: every one for which no other ladder is meant. */
  readonly kinds: readonly string[];
  /** Null: every degree for which no other ladder is meant. */
  readonly importance: ImportanceDegree | null;
  readonly rungs: readonly Rung[];
}

/** An end, and what was counted to it; null for a date that was set. */
export interface Ending {
  readonly dueAt: Date;
  readonly termUnit: TermUnit | null;
}

/**
 * When a rung fires: in office hours, never at night and never on a day off. What reminds does so on the working day before
 * a day off, what follows an end on the working day after it.
 * @param calendar  one that guesses unpublished years: a rung is worked out anew each time, a guess is mended by itself
 */
export function rungInstant(
  calendar: WorkingCalendar,
  { dueAt, termUnit }: Ending,
  rung: Pick<Rung, 'offset' | 'unit'>,
): Date {
  const unit = rung.unit === 'clock' ? (termUnit ?? 'working_day') : rung.unit;
  const { offset } = rung;
  if (offset < 0) return instantBefore(calendar, dueAt, -offset, unit);
  const over = officeMomentAfter(calendar, dueAt);
  if (offset === 0) return over;
  if (unit === 'working_hour') return dueOf(calendar, dueAt, { n: offset, unit }, anyCounting).at;
  const { day: overDay } = wallClockOf(over);
  if (unit === 'working_day') return openingOf(calendar, calendar.nthAfter(overDay, offset));
  if (unit === 'natural_day') return openingOf(calendar, calendar.onOrAfter(overDay + offset));
  return openingOf(calendar, calendar.onOrAfter(numberOf(dueOf(calendar, over, { n: offset, unit }, anyCounting).day)));
}

function instantBefore(calendar: WorkingCalendar, dueAt: Date, n: number, unit: TermUnit): Date {
  if (unit === 'working_hour') return latestInstantOf(calendar, dueAt, n);
  const { day: dueDay } = wallClockOf(dueAt);
  if (unit === 'working_day') return openingOf(calendar, calendar.nthBefore(calendar.onOrBefore(dueDay), n));
  const day = unit === 'natural_day' ? dueDay - n : monthsBefore(dueDay, n);
  return openingOf(calendar, calendar.onOrBefore(day));
}

/** The days of a ladder’s rung hang on none of these. */
const anyCounting = { countsFirstDay: false, rolls: false, dayEndsAt: 1_440 };

/** The same day so many months earlier, clamped to the month’s last. */
function monthsBefore(day: number, n: number): number {
  const at = new Date(day * 86_400_000);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() - n];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(at.getUTCDate(), last)) / 86_400_000;
}

/** A rung with the instant at which it fires. */
export interface DatedRung {
  readonly rung: Rung;
  readonly at: Date;
}

/** The rungs of an end in the order of their time. */
export function datedRungs(calendar: WorkingCalendar, ending: Ending, rungs: readonly Rung[]): DatedRung[] {
  return rungs
    .map((rung) => ({ rung, at: rungInstant(calendar, ending, rung) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.rung.id - b.rung.id);
}

/** The rung that comes next: its id and its instant; no instant when none comes. */
export interface NextRung {
  readonly rung: number;
  readonly at: Date | null;
}

/** That nothing comes any more. */
export const noRung: NextRung = { rung: -1, at: null };

/** The first of dated rungs after an instant that is not among those which fired. */
export function nextRung(dated: readonly DatedRung[], after: Date, fired: readonly number[] = []): NextRung {
  const next = dated.find(({ at, rung }) => at > after && !fired.includes(rung.id));
  return next ? { rung: next.rung.id, at: next.at } : noRung;
}

/** The instant itself within office hours, else the next opening. */
export function officeMomentAfter(calendar: WorkingCalendar, instant: Date): Date {
  const { day, minutes } = wallClockOf(instant);
  const span = calendar.isWorking(day) ? calendar.officeHours.find(({ to }) => minutes < to) : undefined;
  if (span) return minutes >= span.from ? instant : instantAt(day, span.from);
  return openingOf(calendar, calendar.nthAfter(day, 1));
}

/** The opening of the next working day after that of an instant. */
export function nextOpening(calendar: WorkingCalendar, instant: Date): Date {
  return openingOf(calendar, calendar.nthAfter(wallClockOf(instant).day, 1));
}

function openingOf(calendar: WorkingCalendar, day: number): Date {
  return instantAt(day, calendar.officeHours[0]?.from ?? 8 * 60);
}
