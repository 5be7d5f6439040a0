import { dayOf, numberOf, type OfficeSpan } from '@ducha/kernel';
import { calendarOf, type SetDay } from './calendar-year.js';
import { officialNotices } from './official-notices.js';

/** A notice, day by day. */
export interface Notice {
  readonly year: number;
  readonly addresses: readonly string[];
  readonly days: readonly SetDay[];
}

/** Monday to Friday, as the product comes. */
export const shippedWeek: readonly boolean[] = [true, true, true, true, true, false, false];

/** 8:00 to 12:00 and 14:30 to 18:00, until a county says otherwise. */
export const shippedHours: readonly OfficeSpan[] = [
  { from: 8 * 60, to: 12 * 60 },
  { from: 14 * 60 + 30, to: 18 * 60 },
];

/** The days of `name first/last; name day`. */
function daysOf(stretches: string, working: boolean): SetDay[] {
  return stretches.split('; ').flatMap((stretch) => {
    const [name = '', span = ''] = stretch.split(' ');
    const [first = '', last = first] = span.split('/');
    const days: SetDay[] = [];
    for (let day = numberOf(first); day <= numberOf(last); day += 1) days.push({ day: dayOf(day), name, working });
    return days;
  });
}

/** The official notices, in the order of their years. */
export const notices: readonly Notice[] = officialNotices.map(({ year, addresses, off, working }) => ({
  year,
  addresses,
  days: [...daysOf(off, false), ...(working === '' ? [] : daysOf(working, true))],
}));

/** The calendar that comes with the product: five working days, and what the official notices say. */
export const officialCalendar = calendarOf({ week: shippedWeek, officeHours: shippedHours, years: notices });
