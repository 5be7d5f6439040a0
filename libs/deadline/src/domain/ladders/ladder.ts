import { instantAt, wallClockOf, type WorkingCalendar } from '@ducha/kernel';

/** Who is told at a rung: posts of the unit whose time it is, people of the task, or whoever holds the clock. */
export const audiences = ['liaison', 'unit_head', 'case_officer', 'bureau_head', 'lead_leader', 'principal'] as const;
/** One of `audiences`. */
export type Audience = (typeof audiences)[number];

/** A point of a ladder (时限节点) where something happens once. */
export interface Rung {
  /** Distance from the end: before it when negative, after it when positive; 0 is the moment it is over. */
  readonly offset: number;
  readonly unit: 'working_day' | 'natural_day';
  readonly action: 'remind' | 'overdue' | 'escalate';
  readonly audience: readonly Audience[];
}

/** What happens on the way to the end of a clock and beyond it (预警规则); rungs in the order of their time. */
export interface Ladder {
  readonly code: string;
  readonly title: string;
  readonly titleZh: string;
  readonly rungs: readonly Rung[];
}

/**
 * When a rung fires: at the opening of an office day, never at night and never on a day off. What reminds does so on the
 * working day before a day off, what follows an end on the working day after it.
 * @param calendar  one that guesses unpublished years: a rung is worked out anew each time, a guess is mended by itself
 */
export function rungInstant(calendar: WorkingCalendar, dueAt: Date, { offset, unit }: Rung): Date {
  const { day: dueDay } = wallClockOf(dueAt);
  if (offset < 0) {
    const last = calendar.onOrBefore(dueDay);
    const day = unit === 'working_day' ? calendar.nthBefore(last, -offset) : calendar.onOrBefore(dueDay + offset);
    return openingOf(calendar, day);
  }
  const over = officeMomentAfter(calendar, dueAt);
  if (offset === 0) return over;
  const { day: overDay } = wallClockOf(over);
  const day = unit === 'working_day' ? calendar.nthAfter(overDay, offset) : calendar.onOrAfter(overDay + offset);
  return openingOf(calendar, day);
}

/** A rung that is still to come; without an instant when none is. */
export interface NextRung {
  readonly rung: number;
  readonly at: Date | null;
}

/** The first rung that is still to come. */
export function nextRung(
  calendar: WorkingCalendar,
  dueAt: Date,
  rungs: readonly Rung[],
  { from, after }: { readonly from: number; readonly after: Date },
): NextRung {
  for (let rung = from; rung < rungs.length; rung += 1) {
    const one = rungs[rung];
    const at = one && rungInstant(calendar, dueAt, one);
    if (at && at > after) return { rung, at };
  }
  return { rung: rungs.length, at: null };
}

/** The instant itself within office hours, else the next opening. */
export function officeMomentAfter(calendar: WorkingCalendar, instant: Date): Date {
  const { day, minutes } = wallClockOf(instant);
  const span = calendar.isWorking(day) ? calendar.officeHours.find(({ to }) => minutes < to) : undefined;
  if (span) return minutes >= span.from ? instant : instantAt(day, span.from);
  return openingOf(calendar, calendar.nthAfter(day, 1));
}

function openingOf(calendar: WorkingCalendar, day: number): Date {
  return instantAt(day, calendar.officeHours[0]?.from ?? 8 * 60);
}
