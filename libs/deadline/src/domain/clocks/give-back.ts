import { dayOf, dueOnDay, instantAt, numberOf, wallClockOf, type WorkingCalendar } from '@ducha/kernel';
import type { ClockCount } from './clock.js';

/** From here on a time of day means the end of the day. */
const lastMinute = 23 * 60 + 59;

/**
 * When a clock that stood still is over: what was left of its budget when it stopped runs on from the day it goes on. A
 * budget of working days gets its working days back; one of other days, and a date that was set to the end of a day, gets the
 * days of the calendar; every other clock gets the time itself.
 * @throws Fault `calendar.yearNotPublished`
 */
export function dueAfterStanding(
  calendar: WorkingCalendar,
  { term, counting, dueAt }: ClockCount & { readonly dueAt: Date },
  stoodStill: { readonly from: Date; readonly to: Date },
): Date {
  const due = wallClockOf(dueAt);
  const [stopped, resumed] = [wallClockOf(stoodStill.from).day, wallClockOf(stoodStill.to).day];
  const countsDays = term === null ? due.minutes >= lastMinute : term.unit !== 'working_hour';
  if (!countsDays) return new Date(dueAt.getTime() + stoodStill.to.getTime() - stoodStill.from.getTime());
  if (term?.unit !== 'working_day') return instantAt(due.day + resumed - stopped, due.minutes);
  const left = calendar.countBetween(stopped, due.day);
  const last = left === 0 ? calendar.onOrAfter(resumed) : calendar.nthAfter(resumed, left);
  return dueOnDay(calendar, numberOf(dayOf(last)), counting).at;
}
