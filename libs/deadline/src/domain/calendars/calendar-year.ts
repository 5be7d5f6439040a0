import { type Day, type NoticeYear, type OfficeSpan, WorkingCalendar } from '@ducha/kernel';

/** A day that is set apart from the week. */
export interface SetDay {
  readonly day: Day;
  readonly name: string;
  readonly working: boolean;
}

/** What was published for a year: days off and make-up working days (调休). */
export interface CalendarYear {
  readonly year: number;
  readonly days: readonly SetDay[];
}

/** What a whole calendar is made of. */
export interface CalendarParts {
  readonly week: readonly boolean[];
  readonly officeHours: readonly OfficeSpan[];
  readonly years: readonly CalendarYear[];
}

/** What a unit has of its own; what is null it takes from the county. */
export interface OwnParts {
  readonly week: readonly boolean[] | null;
  readonly officeHours: readonly OfficeSpan[] | null;
  readonly years: readonly CalendarYear[];
}

/** The calendar of the county. */
export const calendarOf = ({ week, officeHours, years }: CalendarParts): WorkingCalendar =>
  new WorkingCalendar({ week, officeHours, years: years.map(noticeOf) });

/**
 * The calendar of a unit: its own days stand over the county's, whichever year's notice set those. A year that the county
 * has not published is not published for the unit either.
 */
export function calendarOver(county: CalendarParts, own: OwnParts): WorkingCalendar {
  const said = new Map<Day, SetDay>();
  for (const { days } of [...inOrder(county.years), ...inOrder(own.years)])
    for (const one of days) said.set(one.day, one);
  const published = inOrder(county.years).map(({ year }) => year);
  const years = published.map((year, at) => ({
    year,
    days: at === 0 ? [...said.values()] : [],
  }));
  return calendarOf({ week: own.week ?? county.week, officeHours: own.officeHours ?? county.officeHours, years });
}

const inOrder = (years: readonly CalendarYear[]): CalendarYear[] => [...years].sort((a, b) => a.year - b.year);

const noticeOf = ({ year, days }: CalendarYear): NoticeYear => ({
  year,
  off: days.filter(({ working }) => !working).map(({ day }) => day),
  working: days.filter(({ working }) => working).map(({ day }) => day),
});

/** The years with one of them replaced. */
export const withYear = (years: readonly CalendarYear[], one: CalendarYear): CalendarYear[] => [
  ...years.filter(({ year }) => year !== one.year),
  one,
];
