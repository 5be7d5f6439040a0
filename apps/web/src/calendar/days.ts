import type { CalendarYear, SetDay } from '../api/types';

const dayMs = 86_400_000;

/** A day of a month as it is drawn. */
export interface DrawnDay {
  /** YYYY-MM-DD */
  day: string;
  date: number;
  set: SetDay | undefined;
  /** Worked by the week alone. */
  inWeek: boolean;
}

/** The weeks of a month, Monday first; null where a week begins or ends in another month. */
export function weeksOf({ year, week, days }: CalendarYear, month: number): (DrawnDay | null)[][] {
  const set = new Map(days.map((one) => [one.day, one]));
  const first = Date.UTC(year, month, 1);
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const lead = weekdayOf(first);
  const cells: (DrawnDay | null)[] = Array.from({ length: lead }, () => null);
  for (let date = 1; date <= count; date += 1) {
    const at = first + (date - 1) * dayMs;
    const day = new Date(at).toISOString().slice(0, 10);
    cells.push({ day, date, set: set.get(day), inWeek: week[weekdayOf(at)] ?? true });
  }
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}

/** 0 for Monday to 6 for Sunday. */
const weekdayOf = (ms: number): number => (new Date(ms).getUTCDay() + 6) % 7;

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** A stretch of days under one name. */
export interface Stretch {
  name: string;
  working: boolean;
  own: boolean;
  first: string;
  last: string;
}

/** Days that follow one another under one name, as a notice writes them. */
export function stretchesOf(days: readonly SetDay[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { day, name, working, own } of days) {
    const former = stretches.at(-1);
    const follows = former !== undefined && Date.parse(day) - Date.parse(former.last) === dayMs;
    if (follows && former.name === name && former.working === working && former.own === own) former.last = day;
    else stretches.push({ name, working, own, first: day, last: day });
  }
  return stretches;
}
