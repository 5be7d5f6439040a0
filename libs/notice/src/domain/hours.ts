import { type Day, dayOf, numberOf, type WorkingCalendar } from '@ducha/kernel';

/** What a county settles about reaching people outside the house. Minutes count from midnight. */
export interface NoticeHours {
  readonly openMinute: number;
  readonly closeMinute: number;
  /** Whether days off are quiet from end to end. */
  readonly daysOffQuiet: boolean;
  /** Notices to one person that come within so many minutes travel as one message. */
  readonly windowMinutes: number;
  /** So many messages by one channel reach one person a day; the rest waits for the next one. */
  readonly dailyCap: number;
  /** A unit is urged about one assignment again only after so many minutes. */
  readonly urgeEveryMinutes: number;
}

/** Until the county settles something else: from 8:00 to 21:00 on working days. */
export const usualHours: NoticeHours = {
  openMinute: 8 * 60,
  closeMinute: 21 * 60,
  daysOffQuiet: true,
  windowMinutes: 10,
  dailyCap: 6,
  urgeEveryMinutes: 240,
};

/** An instant as the county's clocks show it: day, whole minutes since midnight. */
export interface CountyMoment {
  readonly day: Day;
  readonly minute: number;
}

/** So far ahead something open is looked for: longer than any festival. */
const farthestDays = 60;

/**
 * How many minutes from a moment until people may be reached: 0 when they may be now. A year without a published
 * holiday table goes by the week: a message is not held back for a missing table.
 */
export function minutesUntilOpen(hours: NoticeHours, calendar: WorkingCalendar, { day, minute }: CountyMoment): number {
  const today = numberOf(day);
  const isOpenDay = (ahead: number): boolean => !hours.daysOffQuiet || calendar.guessing().isWorking(today + ahead);
  for (let ahead = 0; ahead <= farthestDays; ahead += 1) {
    if (!isOpenDay(ahead)) continue;
    const from = ahead === 0 ? Math.max(minute, hours.openMinute) : hours.openMinute;
    if (from < hours.closeMinute) return ahead * 1_440 + from - minute;
  }
  return farthestDays * 1_440;
}

/** How many minutes until the first open minute of a later day: where a full day sends what is over its cap. */
export const minutesUntilOpenTomorrow = (
  hours: NoticeHours,
  calendar: WorkingCalendar,
  { day, minute }: CountyMoment,
): number => {
  const rest = 1_440 - minute;
  const next = dayOf(numberOf(day) + 1);
  return rest + minutesUntilOpen(hours, calendar, { day: next, minute: 0 });
};
