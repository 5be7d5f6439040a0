import { calendarFault } from './calendar-faults.js';
import { addMonths, type Day, type DayNumber, dayOf, instantAt, isDay, numberOf, wallClockOf } from './day.js';
import { officeMinutesAfter, officeMinutesBefore } from './office-hours.js';
import type { WorkingCalendar } from './working-calendar.js';

/** What a term is counted in; three working days and 24 working hours are not the same (DOMAIN T01). */
export const termUnits = ['natural_day', 'working_day', 'working_hour', 'month'] as const;
/** One of `termUnits`. */
export type TermUnit = (typeof termUnits)[number];

/** So many units; a whole number from 1 to the unit's longest. */
export interface Term {
  readonly n: number;
  readonly unit: TermUnit;
}

/** How a law counts. */
export interface CountingRules {
  /** Whether the day on which the term starts is its first one. */
  readonly countsFirstDay: boolean;
  /** Whether a last day off passes the end on to the next working day. */
  readonly rolls: boolean;
  /** When a day ends, in minutes since its midnight; 1440 is its very end. */
  readonly dayEndsAt: number;
}

/** The end of a term. */
export interface Due {
  readonly at: Date;
  readonly day: Day;
  /** The last day by the count alone; another than `day` when that was off and the end rolled. */
  readonly countedDay: Day;
}

const longest: Readonly<Record<TermUnit, number>> = {
  natural_day: 36_600,
  working_day: 10_000,
  working_hour: 10_000,
  month: 1_200,
};

/** A day, 24:00, is over a millisecond before the next one begins, so that it is shown as the day it belongs to. */
const lastMoment = 1_440 - 1 / 60_000;

/** @throws Fault `calendar.termOutOfRange` unless the term is a whole number of its unit within reason */
function refuseTerm({ n, unit }: Term): void {
  if (!Number.isInteger(n) || n < 1 || n > longest[unit])
    throw calendarFault('termOutOfRange', { longest: longest[unit] });
}

/**
 * The last day of a term counted in days or months, before any rolling.
 * @throws Fault `calendar.yearNotPublished`, `calendar.termOutOfRange`
 */
export function lastDayOf(
  calendar: WorkingCalendar,
  start: DayNumber,
  term: DayTerm,
  countsFirstDay: boolean,
): DayNumber {
  refuseTerm(term);
  const { n, unit } = term;
  const eve = countsFirstDay ? start - 1 : start;
  if (unit === 'natural_day') return eve + n;
  if (unit === 'working_day') return calendar.nthAfter(eve, n);
  return addMonths(start, n) - (countsFirstDay ? 1 : 0);
}

/** A term whose end is a day. */
export interface DayTerm extends Term {
  readonly unit: Exclude<TermUnit, 'working_hour'>;
}

const isDayTerm = (term: Term): term is DayTerm => term.unit !== 'working_hour';

/**
 * When a term that starts at an instant is over.
 * @throws Fault `calendar.yearNotPublished`, `calendar.termOutOfRange`
 */
export function dueOf(calendar: WorkingCalendar, from: Date, term: Term, rules: CountingRules): Due {
  refuseTerm(term);
  if (!isDayTerm(term)) {
    const at = officeMinutesAfter(calendar, from, term.n * 60);
    const day = dayOf(wallClockOf(at).day);
    return { at, day, countedDay: day };
  }
  const counted = lastDayOf(calendar, wallClockOf(from).day, term, rules.countsFirstDay);
  return dueOnDay(calendar, counted, rules);
}

/** What ends on a day by the count, rolled and with its instant. @throws Fault `calendar.yearNotPublished` */
export function dueOnDay(calendar: WorkingCalendar, counted: DayNumber, { rolls, dayEndsAt }: CountingRules): Due {
  const last = rolls ? calendar.onOrAfter(counted) : counted;
  return { at: instantAt(last, Math.min(dayEndsAt, lastMoment)), day: dayOf(last), countedDay: dayOf(counted) };
}

/**
 * The latest day on which a term can start and still be over on a day. `lastDayOf` of the answer is never later than that
 * day, and never earlier than its last working day where working days are counted or ends roll: the two directions agree.
 * @throws Fault `calendar.yearNotPublished`, `calendar.termOutOfRange`
 */
export function latestStartOf(
  calendar: WorkingCalendar,
  due: DayNumber,
  term: DayTerm,
  { countsFirstDay, rolls }: Pick<CountingRules, 'countsFirstDay' | 'rolls'>,
): DayNumber {
  refuseTerm(term);
  const { n, unit } = term;
  const end = rolls ? calendar.onOrBefore(due) : due;
  const shift = countsFirstDay ? 1 : 0;
  if (unit === 'natural_day') return end - n + shift;
  if (unit === 'working_day') return calendar.nthBefore(end + 1, n) - 1 + shift;
  let start = addMonths(end + shift, -n);
  while (addMonths(start + 1, n) <= end + shift) start += 1;
  return start;
}

/**
 * The latest instant at which so many working hours can start and still be over in time.
 * @throws Fault `calendar.yearNotPublished`, `calendar.termOutOfRange`
 */
export function latestInstantOf(calendar: WorkingCalendar, due: Date, hours: number): Date {
  refuseTerm({ n: hours, unit: 'working_hour' });
  return officeMinutesBefore(calendar, due, hours * 60);
}

/** @throws Fault `calendar.notADay` unless the text is a day that exists */
export function dayNumberOf(text: string): DayNumber {
  if (!isDay(text)) throw calendarFault('notADay');
  return numberOf(text);
}
