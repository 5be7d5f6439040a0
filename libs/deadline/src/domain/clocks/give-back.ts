import { dayOf, dueOnDay, numberOf, wallClockOf, type WorkingCalendar } from '@ducha/kernel';
import type { ClockCount } from './clock.js';

/**
 * When a clock that stood still is over: what was left of its budget when it stopped runs on from the day it goes on. A
 * budget of working days gets its working days back; every other clock gets the time itself.
 * @throws Fault `calendar.yearNotPublished`
 */
export function dueAfterStanding(
  calendar: WorkingCalendar,
  { term, counting, dueAt }: ClockCount & { readonly dueAt: Date },
  stoodStill: { readonly from: Date; readonly to: Date },
): Date {
  if (term?.unit !== 'working_day')
    return new Date(dueAt.getTime() + stoodStill.to.getTime() - stoodStill.from.getTime());
  const [stopped, due] = [wallClockOf(stoodStill.from).day, wallClockOf(dueAt).day];
  const left = calendar.countBetween(stopped, due);
  const resumed = wallClockOf(stoodStill.to).day;
  const last = left === 0 ? calendar.onOrAfter(resumed) : calendar.nthAfter(resumed, left);
  return dueOnDay(calendar, numberOf(dayOf(last)), counting).at;
}
