/** The unit's own claim about its result: A solved, B planned, C later, D for reference, or referred upward. */
export const resultClasses = ['A', 'B', 'C', 'D', 'referred'] as const;

/** One of `resultClasses`. */
export type ResultClass = (typeof resultClasses)[number];

/** B and C promise something for later, so they stand only with a date on which that is followed up (跟踪督办). */
export function needsFollowUp(resultClass: ResultClass): boolean {
  return resultClass === 'B' || resultClass === 'C';
}

/** A result class that promises something must say when, and that day lies ahead. */
export function followUpIsNamed(resultClass: ResultClass, followUpAt: Date | null, now: Date): boolean {
  return !needsFollowUp(resultClass) || (followUpAt !== null && followUpAt > now);
}
