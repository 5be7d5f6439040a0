import type { Lifecycle } from '@ducha/kernel';

/** Where a purge stands. */
export type PurgeState = 'proposed' | 'asked' | 'approved' | 'done' | 'refused';
/** What moves it. */
export type PurgeEvent = 'ask' | 'approve' | 'refuse' | 'finish';

/** The sweep proposes, the security administrator asks, the head of the bureau decides, the sweep carries it out. */
export const purgeLifecycle: Lifecycle<PurgeState, PurgeEvent> = {
  initial: 'proposed',
  moves: {
    proposed: { ask: 'asked' },
    asked: { approve: 'approved', refuse: 'refused' },
    approved: { finish: 'done' },
    done: {},
    refused: {},
  },
};

/** The lifecycles of this lib, for diagrams. */
export const lifecycles = { purge: purgeLifecycle };
