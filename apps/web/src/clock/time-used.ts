import type { ClockView } from '../api/types';

/** Whose time a clock counts, as far as the task's way goes. */
export const holders = ['unit', 'assisting_unit', 'bureau', 'principal'] as const;
/** One of `holders`. */
export type ClockHolder = (typeof holders)[number];

/** A stretch of time in ms; half-open. */
interface Stretch {
  from: number;
  to: number;
}
/** A time during which no clock ran; open while `resumedAt` is null. */
export interface Pause {
  suspendedAt: string;
  resumedAt: string | null;
}

const dayMs = 86_400_000;
const ms = (instant: string): number => new Date(instant).getTime();

/**
 * Days of the calendar, to a tenth, that each holder had the task in hand: clocks that ran side by side count once, times
 * of suspension not at all. Holders without a clock are left out. @param now  the server's
 */
export function daysUsed(
  clocks: readonly ClockView[],
  pauses: readonly Pause[],
  now: string,
): { holder: ClockHolder; days: number }[] {
  const still = merged(pauses.map((one) => ({ from: ms(one.suspendedAt), to: ms(one.resumedAt ?? now) })));
  return holders.flatMap((holder) => {
    const own = clocks.filter((clock) => clock.holder === holder);
    if (own.length === 0) return [];
    const held = merged(own.map((one) => ({ from: ms(one.startedAt), to: ms(one.endedAt ?? now) })));
    const used = held.reduce((sum, one) => sum + one.to - one.from - shared(one, still), 0);
    return [{ holder, days: Math.round((used / dayMs) * 10) / 10 }];
  });
}

function merged(stretches: Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

const shared = (one: Stretch, others: readonly Stretch[]): number =>
  others.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(one.to, to) - Math.max(one.from, from)), 0);
