import type { OwnClocks, ClockView } from '../api/types';
import { countyDay } from '../shared/county-time';
import { type DaySpan, daysIn, weekdayOf } from './county-days';

/** The days of the week as the county counts them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A day of the calendar with what is due on it. */
export interface DeadlineDay {
  day: string;
  weekday: (typeof weekdays)[number];
  off: boolean;
  /** Worked although it is a Saturday or Sunday. */
  makeUp: boolean;
  clocks: ClockView[];
}

/** Every day of a span, in order. */
export function daysOf({ clocks, daysOff }: OwnClocks, span: DaySpan): DeadlineDay[] {
  const off = new Set(daysOff);
  const byDay = new Map<string, ClockView[]>();
  for (const clock of clocks) {
    const day = countyDay(clock.dueAt);
    byDay.set(day, [...(byDay.get(day) ?? []), clock]);
  }
  return daysIn(span).map((day) => ({
    day,
    weekday: weekdays[weekdayOf(day)] ?? 'mon',
    off: off.has(day),
    makeUp: !off.has(day) && weekdayOf(day) > 4,
    clocks: byDay.get(day) ?? [],
  }));
}
