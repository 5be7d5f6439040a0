import { wilson } from './wilson.js';

/** How much of a unit's claims is checked at least and at most, in percent. */
export interface SampleBounds {
  readonly leastPercent: number;
  readonly mostPercent: number;
}

/** What earlier look-backs found of a unit. */
export interface Standing {
  readonly checked: number;
  readonly held: number;
}

/**
 * The percentage of a unit's claims that the next look-back draws: the least, and the nearer the most, the less is certain
 * of what held: least + (most - least) x (1 - lower end of the interval). Who was never checked is drawn most.
 */
export function samplePercent({ checked, held }: Standing, { leastPercent, mostPercent }: SampleBounds): number {
  const percent = leastPercent + (mostPercent - leastPercent) * (1 - wilson(held, checked).low);
  return Math.round(percent * 10) / 10;
}

/** How many of a stratum are drawn: rounded up, so that no stratum goes without. */
export const quotaOf = (size: number, percent: number): number =>
  Math.min(size, Math.ceil(Math.round(size * percent * 1000) / 100_000));
