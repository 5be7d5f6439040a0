import { numberOf } from '@ducha/kernel';

/** Days from which to which, both included, `YYYY-MM-DD`. */
export interface Period {
  readonly fromOn: string;
  readonly toOn: string;
}

/** The Monday of a day’s week; day 0 is a Thursday. */
const mondayOf = (day: string): number => numberOf(day) - ((((numberOf(day) + 3) % 7) + 7) % 7);

/**
 * The period of two inspections that become one: from the first day of either to the last of either, so that nothing that was to be done
 * loses its time. Null where they do not meet in any calendar week: then there was no clash, and one plan would take both apart.
 */
export function mergedPeriod(into: Period, from: Period): Period | null {
  const meet = mondayOf(into.fromOn) <= mondayOf(from.toOn) && mondayOf(from.fromOn) <= mondayOf(into.toOn);
  if (!meet) return null;
  return {
    fromOn: into.fromOn < from.fromOn ? into.fromOn : from.fromOn,
    toOn: into.toOn > from.toOn ? into.toOn : from.toOn,
  };
}
