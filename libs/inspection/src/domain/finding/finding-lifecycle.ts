import type { Lifecycle } from '@ducha/kernel';

/**
 * Where a finding (问题) stands by itself. `ordered`: its rectification is a task, and from here on what is shown is derived
 * from that (`standingOf`); `rectified` and `verified` are reached without a task, where it was fixed on the spot.
 */
export type FindingState =
  | 'recorded'
  | 'confirmed'
  | 'ordered'
  | 'rectified'
  | 'verified'
  | 'merged'
  | 'handed_over'
  | 'dismissed'
  | 'revoked';

/** What moves a finding. `amend` changes its words after a fact check, `strike` ends it there, `revoke` is the review's. */
export type FindingEvent =
  | 'confirm'
  | 'dismiss'
  | 'merge'
  | 'hand_over'
  | 'order'
  | 'fix_on_spot'
  | 'verify'
  | 'redo'
  | 'amend'
  | 'strike'
  | 'revoke';

/** The moves of a finding. What was fixed on the spot is a claim like any other until somebody else has verified it. */
export const findingLifecycle: Lifecycle<FindingState, FindingEvent> = {
  initial: 'recorded',
  moves: {
    recorded: { confirm: 'confirmed', dismiss: 'dismissed', merge: 'merged', hand_over: 'handed_over' },
    confirmed: {
      order: 'ordered',
      fix_on_spot: 'rectified',
      merge: 'merged',
      hand_over: 'handed_over',
      amend: 'confirmed',
      strike: 'dismissed',
      revoke: 'revoked',
    },
    ordered: { amend: 'ordered', revoke: 'revoked' },
    rectified: { verify: 'verified', redo: 'confirmed', amend: 'rectified', revoke: 'revoked' },
    verified: { amend: 'verified', revoke: 'revoked' },
    merged: {},
    handed_over: {},
    dismissed: {},
    revoked: {},
  },
};

/** States in which a finding was confirmed by a second person and still counts: what a conclusion may be built from. */
export const standingStates: readonly FindingState[] = ['confirmed', 'ordered', 'rectified', 'verified'];
