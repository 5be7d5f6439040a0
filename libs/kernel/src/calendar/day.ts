const msPerDay = 86_400_000;
/** Asia/Shanghai has kept this distance from UTC since 1991; every earlier instant lies before any record of the county. */
const zoneMs = 8 * 3_600_000;

/** A day of the calendar without time or zone, as `YYYY-MM-DD`. */
export type Day = string;

/** Days since 1970-01-01; days are counted with it, never stored. */
export type DayNumber = number;

/** First and last year a deadline may touch. */
const calendarYears = { first: 1992, last: 2199 } as const;

/** Whether a text is a day that exists, within `calendarYears`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  return year >= calendarYears.first && year <= calendarYears.last && dayOf(numberOf(text)) === text;
}

/** The number of a day. @param day  one that exists */
export const numberOf = (day: Day): DayNumber =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / msPerDay;

/** The day of a number. */
export const dayOf = (number: DayNumber): Day => new Date(number * msPerDay).toISOString().slice(0, 10);

/** The year a numbered day lies in. */
export const yearOf = (number: DayNumber): number => new Date(number * msPerDay).getUTCFullYear();

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (number: DayNumber): number => (new Date(number * msPerDay).getUTCDay() + 6) % 7;

/** Calendar months later; a day that the month does not have becomes its last one (31 January + 1 month = 28 February). */
export function addMonths(number: DayNumber, months: number): DayNumber {
  const date = new Date(number * msPerDay);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) / msPerDay;
}

/** An instant as the county's clocks show it: the day and the minutes since its midnight, with fractions. */
export function wallClockOf(instant: Date): { day: DayNumber; minutes: number } {
  const shown = instant.getTime() + zoneMs;
  const day = Math.floor(shown / msPerDay);
  return { day, minutes: (shown - day * msPerDay) / 60_000 };
}

/** The instant at which the county's clocks show so many minutes since a day's midnight. */
export const instantAt = (day: DayNumber, minutes: number): Date =>
  new Date(Math.round(day * msPerDay + minutes * 60_000 - zoneMs));
