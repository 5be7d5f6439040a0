import {
  type CountingRules,
  dayOf,
  type Due,
  dueOf,
  dueOnDay,
  Fault,
  numberOf,
  type Term,
  wallClockOf,
  type WorkingCalendar,
} from '@ducha/kernel';
import type { YearlyDay } from './profiles/law-profile.js';

/** When a time limit would be over. */
export interface Preview extends Due {
  /** The end moved on from a last day off. */
  readonly rolled: boolean;
  /** A year's notice is not out: the week alone was counted, and the day may still move. */
  readonly provisional: boolean;
}

/**
 * Computes the end of a term without storing anything.
 * @param guess  whether years without a notice may be counted by the week alone
 * @throws Fault `calendar.yearNotPublished` unless it may guess, `calendar.termOutOfRange`
 */
export function previewOf(
  calendar: WorkingCalendar,
  from: Date,
  term: Term | YearlyDay,
  rules: CountingRules,
  guess: boolean,
): Preview {
  const count = (by: WorkingCalendar): Due =>
    'yearly' in term ? nextYearly(by, from, term, rules) : dueOf(by, from, term, rules);
  try {
    return told(count(calendar), false);
  } catch (fault) {
    if (!guess || !(fault instanceof Fault) || fault.code !== 'calendar.yearNotPublished') throw fault;
    return told(count(calendar.guessing()), true);
  }
}

const told = (due: Due, provisional: boolean): Preview => ({ ...due, rolled: due.day !== due.countedDay, provisional });

/** The first such day that is not over when the count starts. */
function nextYearly(calendar: WorkingCalendar, from: Date, { yearly }: YearlyDay, rules: CountingRules): Due {
  const start = dayOf(wallClockOf(from).day);
  const year = Number(start.slice(0, 4)) + (start.slice(5) > yearly ? 1 : 0);
  return dueOnDay(calendar, numberOf(`${year}-${yearly}`), rules);
}
