import { type Day, dayOf, Fault, type FieldError, isDay, numberOf, type WorkingCalendar } from '@ducha/kernel';
import type { SetDay } from './calendar-year.js';

/** Most days that one year may set apart. */
export const mostSetDays = 150;

/**
 * What is wrong with the days of a year, each at its place `days[3].day`.
 * @param beneath  the calendar without this year's own days
 */
export function faultsOfDays(year: number, days: readonly SetDay[], beneath: WorkingCalendar): FieldError[] {
  const seen = new Map<Day, boolean>();
  const byWeek = beneath.guessing();
  const off = new Set(days.filter(({ working }) => !working).map(({ day }) => day));
  // the notice of 2020 says on which ordinary day work begins again after the festival
  const beginsAgain = (day: Day): boolean => off.has(dayOf(numberOf(day) - 1));
  return days.flatMap(({ day, working }, at): FieldError[] => {
    const wrong = (constraint: keyof typeof dayFaults): FieldError[] => [
      { path: `days[${at}].day`, message: `${day} ${dayFaults[constraint]}`, constraint },
    ];
    if (!isDay(day)) return wrong('isDay');
    if (!isOfYear(day, year)) return wrong('ofYear');
    const former = seen.get(day);
    seen.set(day, working);
    if (former !== undefined) return wrong(former === working ? 'once' : 'offOrWorking');
    return working && byWeek.isWorking(numberOf(day)) && !beginsAgain(day) ? wrong('ordinary') : [];
  });
}

const dayFaults = {
  isDay: 'is no day that exists',
  ofYear: 'lies neither in the year nor in December before it',
  once: 'stands there twice',
  offOrWorking: 'is both a day off and a make-up working day',
  ordinary: 'is an ordinary working day and needs no making up',
} as const;

/** A notice may also set the last days of the year before. */
const isOfYear = (day: Day, year: number): boolean => day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`);

/** What another year's days would change. */
export interface YearChange {
  /** Worked from now on, and not before. */
  readonly gained: Day[];
  /** No longer worked. */
  readonly lost: Day[];
  /** Null where the year was not published: the days are then compared with the week alone. */
  readonly workingDaysBefore: number | null;
  readonly workingDays: number;
}

/** Compares two calendars over a year and the December before it. */
export function changeOf(year: number, before: WorkingCalendar, after: WorkingCalendar): YearChange {
  const change: YearChange = {
    gained: [],
    lost: [],
    workingDaysBefore: workedIn(year, before),
    workingDays: workedIn(year, after.guessing()) ?? 0,
  };
  const [was, is] = [before.guessing(), after.guessing()];
  for (let day = numberOf(`${year - 1}-12-01`); day <= numberOf(`${year}-12-31`); day += 1) {
    if (was.isWorking(day) && !is.isWorking(day)) change.lost.push(dayOf(day));
    if (!was.isWorking(day) && is.isWorking(day)) change.gained.push(dayOf(day));
  }
  return change;
}

/** Working days of a year; null where it is not published. */
export function workedIn(year: number, calendar: WorkingCalendar): number | null {
  let worked = 0;
  try {
    for (let day = numberOf(`${year}-01-01`); day <= numberOf(`${year}-12-31`); day += 1)
      if (calendar.isWorking(day)) worked += 1;
    return worked;
  } catch (fault) {
    if (fault instanceof Fault && fault.code === 'calendar.yearNotPublished') return null;
    throw fault;
  }
}
