import { calendarFault } from './calendar-faults.js';
import { type DayNumber, instantAt, wallClockOf } from './day.js';
import type { OfficeSpan, WorkingCalendar } from './working-calendar.js';

/**
 * The instant at which so many minutes of office time have passed. Time outside office hours does not count; a stretch used
 * up to its last minute ends the term there, not at the beginning of the next one.
 * @throws Fault `calendar.yearNotPublished`; `calendar.termOutOfRange` in a calendar without office hours
 */
export function officeMinutesAfter(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  const start = wallClockOf(from);
  let left = minutes;
  for (let day = start.day; ; day += 1) {
    for (const span of spansOf(calendar, day)) {
      const begin = Math.max(span.from, day === start.day ? start.minutes : 0);
      const length = span.to - begin;
      if (length <= 0) continue;
      if (left <= length) return instantAt(day, begin + left);
      left -= length;
    }
  }
}

/**
 * The latest instant from which so many minutes of office time pass until another.
 * @throws Fault `calendar.yearNotPublished`; `calendar.termOutOfRange` in a calendar without office hours
 */
export function officeMinutesBefore(calendar: WorkingCalendar, until: Date, minutes: number): Date {
  const end = wallClockOf(until);
  let left = minutes;
  for (let day = end.day; ; day -= 1) {
    for (const span of [...spansOf(calendar, day)].reverse()) {
      const stop = Math.min(span.to, day === end.day ? end.minutes : 1_440);
      const length = stop - span.from;
      if (length <= 0) continue;
      if (left <= length) return instantAt(day, stop - left);
      left -= length;
    }
  }
}

function spansOf(calendar: WorkingCalendar, day: DayNumber): readonly OfficeSpan[] {
  if (calendar.officeHours.length === 0) throw calendarFault('termOutOfRange');
  return calendar.isWorking(day) ? calendar.officeHours : [];
}
