import { dayOf, dueOnDay, instantAt, numberOf, wallClockOf, type WorkingCalendar } from '@ducha/kernel';
import type { ClockCount } from './clock.js';

/**
 * When a clock that stood still is over: what was left of its budget when it stopped runs on from the day it goes on. A
 * budget of working days gets its working days back; every other clock gets the time itself. What was to end with a day still
 * does: time that is no whole number of days shall not put an end into the small hours of the next one.
 * @throws Fault `calendar.yearNotPublished`
 */
export function dueAfterStanding(
  calendar: WorkingCalendar,
  { term, counting, dueAt }: ClockCount & { readonly dueAt: Date },
  stoodStill: { readonly from: Date; readonly to: Date },
): Date {
  if (term?.unit !== 'working_day') return later(dueAt, stoodStill.to.getTime() - stoodStill.from.getTime());
  const [stopped, due] = [wallClockOf(stoodStill.from).day, wallClockOf(dueAt).day];
  const left = calendar.countBetween(stopped, due);
  const resumed = wallClockOf(stoodStill.to).day;
  const last = left === 0 ? calendar.onOrAfter(resumed) : calendar.nthAfter(resumed, left);
  return dueOnDay(calendar, numberOf(dayOf(last)), counting).at;
}

/** The last minute of a day, in minutes since its midnight: whoever sets a date means its end. */
const lastMinute = 1_439;
/** A millisecond before the next day begins. */
const lastMoment = 1_440 - 1 / 60_000;

function later(dueAt: Date, ms: number): Date {
  const moved = new Date(dueAt.getTime() + ms);
  return wallClockOf(dueAt).minutes < lastMinute ? moved : instantAt(wallClockOf(moved).day, lastMoment);
}
