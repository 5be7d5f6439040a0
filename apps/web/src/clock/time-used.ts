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
    const held = merged(own.flatMap((one) => withoutWaits(one, clocks, now)));
    const used = held.reduce((sum, one) => sum + one.to - one.from - shared(one, still), 0);
    return [{ holder, days: Math.round((used / dayMs) * 10) / 10 }];
  });
}

/** The time of a clock; of a unit’s without what others took to decide on more time or a dispute. */
function withoutWaits(clock: ClockView, clocks: readonly ClockView[], now: string): Stretch[] {
  const whole = { from: ms(clock.startedAt), to: Math.max(ms(clock.startedAt), ms(clock.endedAt ?? now)) };
  if (clock.unit === null || clock.kind === 'ruling') return [whole];
  const waits = clocks
    .filter(({ kind, assignmentId }) => awaited.includes(kind) && assignmentId === clock.assignmentId)
    .map((one) => ({ from: ms(one.startedAt), to: ms(one.endedAt ?? now) }));
  return merged(waits).reduce<Stretch[]>((left, gap) => left.flatMap((part) => cut(part, gap)), [whole]);
}

const awaited: readonly ClockView['kind'][] = ['extension', 'ruling'];

const cut = (part: Stretch, gap: Stretch): Stretch[] =>
  [
    { from: part.from, to: Math.min(part.to, gap.from) },
    { from: Math.max(part.from, gap.to), to: part.to },
  ].filter(({ from, to }) => to > from);

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
