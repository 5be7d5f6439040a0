import { calendarFault } from './calendar-faults.js';
import { type Day, type DayNumber, dayOf, numberOf, weekdayOf, yearOf } from './day.js';

/**
 * What the notice of one year says. It may also speak of the last days of the year before (the notice for 2019 set
 * 29 to 31 December 2018), so days count by their date, not by the year of their notice; the later notice wins.
 */
export interface NoticeYear {
  readonly year: number;
  readonly off: readonly Day[];
  /** Make-up working days (调休). */
  readonly working: readonly Day[];
}

/** A stretch of office hours in minutes since midnight. */
export interface OfficeSpan {
  readonly from: number;
  readonly to: number;
}

/** What a calendar is made of. */
export interface CalendarPlan {
  /** Monday to Sunday: is there work? */
  readonly week: readonly boolean[];
  readonly years: readonly NoticeYear[];
  /** In order, not touching. */
  readonly officeHours: readonly OfficeSpan[];
  /** Years without a notice go by the week alone; what is computed so is provisional. */
  readonly guessing?: boolean;
}

/**
 * Which days are worked: the week, minus days off, plus make-up working days. It never guesses a year whose notice is
 * not out, unless it was told to.
 */
export class WorkingCalendar {
  private readonly said = new Map<DayNumber, boolean>();
  private readonly published = new Set<number>();
  private readonly workedIn = new Map<number, readonly DayNumber[]>();

  constructor(private readonly plan: CalendarPlan) {
    for (const { year, off, working } of [...plan.years].sort((a, b) => a.year - b.year)) {
      this.published.add(year);
      for (const day of off) this.said.set(numberOf(day), false);
      for (const day of working) this.said.set(numberOf(day), true);
    }
  }

  get officeHours(): readonly OfficeSpan[] {
    return this.plan.officeHours;
  }

  /** The same calendar, going by the week where no notice is out. */
  guessing(): WorkingCalendar {
    return new WorkingCalendar({ ...this.plan, guessing: true });
  }

  /** @throws Fault `calendar.yearNotPublished` */
  isWorking(day: DayNumber): boolean {
    const year = yearOf(day);
    if (!this.published.has(year) && this.plan.guessing !== true) throw calendarFault('yearNotPublished', { year });
    return this.said.get(day) ?? this.plan.week[weekdayOf(day)] ?? false;
  }

  /** The first working day on or after a day. @throws Fault `calendar.yearNotPublished` */
  onOrAfter(day: DayNumber): DayNumber {
    return this.isWorking(day) ? day : this.nthAfter(day, 1);
  }

  /** The last working day on or before a day. @throws Fault `calendar.yearNotPublished` */
  onOrBefore(day: DayNumber): DayNumber {
    return this.isWorking(day) ? day : this.nthBefore(day, 1);
  }

  /** The n-th working day after a day, which itself does not count; n ≥ 1. @throws Fault `calendar.yearNotPublished` */
  nthAfter(day: DayNumber, n: number): DayNumber {
    let left = n;
    for (let year = yearOf(day); ; year += 1) {
      const worked = this.daysOf(year);
      const passed = countUpTo(worked, day);
      const found = worked[passed + left - 1];
      if (found !== undefined) return found;
      left -= worked.length - passed;
    }
  }

  /** The n-th working day before a day, which itself does not count; n ≥ 1. @throws Fault `calendar.yearNotPublished` */
  nthBefore(day: DayNumber, n: number): DayNumber {
    let left = n;
    for (let year = yearOf(day); ; year -= 1) {
      const worked = this.daysOf(year);
      const before = countUpTo(worked, day - 1);
      const found = worked[before - left];
      if (found !== undefined) return found;
      left -= before;
    }
  }

  /** Working days after one day up to another, the last counted; 0 when they are in the wrong order. */
  countBetween(after: DayNumber, upTo: DayNumber): number {
    let count = 0;
    for (let year = yearOf(after); year <= yearOf(upTo); year += 1)
      count += countUpTo(this.daysOf(year), upTo) - countUpTo(this.daysOf(year), after);
    return Math.max(0, count);
  }

  private daysOf(year: number): readonly DayNumber[] {
    const known = this.workedIn.get(year);
    if (known) return known;
    const worked: DayNumber[] = [];
    const last = numberOf(`${year}-12-31`);
    for (let day = numberOf(`${year}-01-01`); day <= last; day += 1) if (this.isWorking(day)) worked.push(day);
    if (worked.length === 0) throw calendarFault('termOutOfRange', { day: dayOf(last) });
    this.workedIn.set(year, worked);
    return worked;
  }
}

/** How many of the sorted days are not later than a day. */
function countUpTo(days: readonly DayNumber[], day: DayNumber): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
