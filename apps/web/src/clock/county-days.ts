/** Days of the county, `YYYY-MM-DD`; counted without any zone of the device. */
const dayMs = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
const textOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** A span of days that is shown at once; `to` is the first day after it. */
export interface DaySpan {
  from: string;
  to: string;
}

/** So many days later, or earlier. */
export const daysAfter = (day: string, count: number): string => textOf(numberOf(day) + count);

/** How many days later the second is. */
export const daysBetween = (first: string, second: string): number => numberOf(second) - numberOf(first);

/** Monday is 0. */
export const weekdayOf = (day: string): number => (((numberOf(day) + 3) % 7) + 7) % 7;

/** Every day of a span. */
export function daysIn({ from, to }: DaySpan): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, at) => daysAfter(from, at));
}

/** The week from Monday on, or the month in whole weeks, around a day. */
export function spanAround(view: 'week' | 'month', day: string): DaySpan {
  const monday = (one: string): string => daysAfter(one, -weekdayOf(one));
  if (view === 'week') return { from: monday(day), to: daysAfter(monday(day), 7) };
  const last = daysAfter(stepped('month', day, 1), -1);
  return { from: monday(`${day.slice(0, 7)}-01`), to: daysAfter(monday(last), 7) };
}

/** A day of the next or former week; the first of the next or former month. */
export function stepped(view: 'week' | 'month', day: string, by: 1 | -1): string {
  if (view === 'week') return daysAfter(day, 7 * by);
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
}

/** The instant at which a day of the county begins. */
export const beginningOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();
