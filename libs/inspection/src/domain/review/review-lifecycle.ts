import { type Lifecycle, statesOf } from '@ducha/kernel';

/** Where a review (复核) stands. */
export type ReviewState = 'applied' | 'admitted' | 'decided' | 'refused' | 'withdrawn';

/** What a review may come to. */
export const verdicts = ['uphold', 'change', 'revoke'] as const;
/** One of `verdicts`. */
export type Verdict = (typeof verdicts)[number];

/** What moves a review. `propose` is the reviewer's word; the three verdicts are a principal's. */
export type ReviewEvent = 'admit' | 'refuse' | 'withdraw' | 'propose' | Verdict;

/** The moves of a review. */
export const reviewLifecycle: Lifecycle<ReviewState, ReviewEvent> = {
  initial: 'applied',
  moves: {
    applied: { admit: 'admitted', refuse: 'refused', withdraw: 'withdrawn' },
    admitted: {
      propose: 'admitted',
      uphold: 'decided',
      change: 'decided',
      revoke: 'decided',
      withdraw: 'withdrawn',
    },
    decided: {},
    refused: {},
    withdrawn: {},
  },
};

/** All states of a review; what a filter may ask for. */
export const reviewStates = statesOf(reviewLifecycle);

/** What happens to one finding in a review. */
export interface FindingChange {
  readonly findingId: string;
  readonly to: 'revoke' | 'amend';
  /** The new words of an amended finding. */
  readonly words: string | null;
}

/** What is wrong with a verdict's changes, and where; null when they fit. */
export function faultInChanges(
  verdict: Verdict,
  changes: readonly FindingChange[],
  bound: readonly string[],
): {
  readonly path: string;
  readonly constraint: 'changesWanted' | 'changesUnwanted' | 'bound' | 'once' | 'said';
} | null {
  if (verdict !== 'change') return changes.length === 0 ? null : { path: 'changes', constraint: 'changesUnwanted' };
  if (changes.length === 0) return { path: 'changes', constraint: 'changesWanted' };
  for (const [at, { findingId, to, words }] of changes.entries()) {
    if (!bound.includes(findingId)) return { path: `changes[${at}].findingId`, constraint: 'bound' };
    if (changes.findIndex((other) => other.findingId === findingId) < at)
      return { path: `changes[${at}].findingId`, constraint: 'once' };
    if (to === 'amend' && words === null) return { path: `changes[${at}].words`, constraint: 'said' };
  }
  return null;
}
