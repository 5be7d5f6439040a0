import { COUNTY_ZONE } from '@ducha/kernel';
import { DateTime } from 'luxon';
import type { DemoMoment } from '../data/types.js';

const opens = 8.5;
const closes = 17.75;
const batchHour = 15;

const local = (instant: Date): DateTime => DateTime.fromJSDate(instant, { zone: COUNTY_ZONE });

/** An instant so many days before `present`, at a wall-clock time of the county. */
export function momentBefore(present: Date, { daysAgo, time }: DemoMoment): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return local(present).minus({ days: daysAgo }).set({ hour, minute, second: 0, millisecond: 0 }).toJSDate();
}

/** Some hours later, weekends like other days; what falls outside office hours happens the next morning in the same minute. */
export function hoursAfter(instant: Date, hours: number): Date {
  const at = local(instant).plus({ seconds: Math.round(hours * 3600) });
  const clock = at.hour + at.minute / 60;
  if (clock >= opens && clock < closes) return at.toJSDate();
  const day = clock < opens ? at : at.plus({ days: 1 });
  return day.set({ hour: 8, minute: 30 + (at.minute % 30), second: at.second }).toJSDate();
}

/** When the bureau next registers in one act what has come in: every other afternoon. */
export function nextBatch(instant: Date): Date {
  let at = local(instant).set({ hour: batchHour, minute: 0, second: 0, millisecond: 0 });
  while (at.toJSDate() <= instant || at.ordinal % 2 === 1) at = at.plus({ days: 1 });
  return at.toJSDate();
}

/** The last second of the county's day so many days later. */
export function endOfDayAfter(instant: Date, days: number): Date {
  return local(instant).plus({ days }).endOf('day').startOf('second').toJSDate();
}

/** Minutes later, whatever the hour. */
export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

/** The county's day so many days later, `YYYY-MM-DD`. */
export function dayOf(instant: Date, days = 0): string {
  return local(instant).plus({ days }).toFormat('yyyy-MM-dd');
}

/** Five minutes after offices next open, weekends like other days: who speaks on working days alone knows by itself. */
export function nextOpening(instant: Date): Date {
  return local(instant).plus({ days: 1 }).set({ hour: 8, minute: 35, second: 0, millisecond: 0 }).toJSDate();
}

/** The next morning at nine. */
export function nextMorning(instant: Date): Date {
  return local(instant).plus({ days: 1 }).set({ hour: 9, minute: 0, second: 0, millisecond: 0 }).toJSDate();
}
