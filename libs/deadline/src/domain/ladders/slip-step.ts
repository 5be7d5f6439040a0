import type { Rung } from './ladder.js';

/** Where a slip stands (督办单). */
export type SlipState = 'served' | 'replied' | 'withdrawn' | 'stands';

/** A slip of a clock, as far as the next one hangs on it. */
export interface FormerSlip {
  readonly level: number;
  readonly state: SlipState;
  /** Until then its reason may be given. */
  readonly replyDueAt: Date;
}

/** What becomes of slips whose time has come: one is served, or they wait (until an instant that is known or not), or there are none. */
export type SlipStep =
  | { readonly kind: 'serve'; readonly level: number }
  | { readonly kind: 'wait'; readonly until: Date | null }
  | { readonly kind: 'none' };

/**
 * Each slip needs the former to have passed without an accepted reason: one that may still be answered or is being judged
 * is waited for, a reason that was accepted ends the climb. The first one of a ladder needs none; none is passed over.
 * @param levels  of the ladder’s slips
 * @param come  the highest level whose time has come
 */
export function slipStep(levels: readonly number[], slips: readonly FormerSlip[], come: number, now: Date): SlipStep {
  if (slips.some(({ state }) => state === 'withdrawn')) return { kind: 'none' };
  const highest = Math.max(0, ...slips.map(({ level }) => level));
  const next = [...levels].sort((a, b) => a - b).find((level) => level > highest);
  if (next === undefined || next > come) return { kind: 'none' };
  const open = slips.find(({ state, replyDueAt }) => state === 'replied' || (state === 'served' && replyDueAt > now));
  if (!open) return { kind: 'serve', level: next };
  return { kind: 'wait', until: open.state === 'served' ? open.replyDueAt : null };
}

/** The levels of the slips among rungs, each once. */
export const levelsOf = (rungs: readonly Rung[]): number[] => [...new Set(rungs.flatMap(({ level }) => level ?? []))];
