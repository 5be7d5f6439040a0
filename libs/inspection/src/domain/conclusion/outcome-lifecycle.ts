import { type Lifecycle, statesOf } from '@ducha/kernel';

/** Kinds of what an inspection may propose about a unit (L16): praise, criticism, that somebody is held accountable. */
export const outcomeKinds = ['praise', 'criticism', 'accountability'] as const;
/** One of `outcomeKinds`. */
export type OutcomeKind = (typeof outcomeKinds)[number];

/** Where such a proposal stands. It is never more than a proposal until a principal has approved it. */
export type OutcomeState = 'proposed' | 'approved' | 'refused' | 'withdrawn' | 'handed_over';

/** What moves it. Accountability is handed to the competent organ; a revoked conclusion takes its proposals with it. */
export type OutcomeEvent = 'approve' | 'refuse' | 'withdraw' | 'hand_over';

/** The moves of a proposal. */
export const outcomeLifecycle: Lifecycle<OutcomeState, OutcomeEvent> = {
  initial: 'proposed',
  moves: {
    proposed: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
    approved: { hand_over: 'handed_over', withdraw: 'withdrawn' },
    refused: {},
    withdrawn: {},
    handed_over: {},
  },
};

/** All states of a proposal. */
export const outcomeStates = statesOf(outcomeLifecycle);
