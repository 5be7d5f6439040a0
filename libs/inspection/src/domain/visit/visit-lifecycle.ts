import type { Lifecycle } from '@ducha/kernel';

/** Where a visit may stand. */
export const visitStates = ['assigned', 'arrived', 'done', 'absent', 'refused', 'replaced'] as const;

/** One of them. */
export type VisitState = (typeof visitStates)[number];

/** What moves a visit. `miss`: nobody was there; `refuse`: they let nobody in; `replace`: a reserve comes in its place. */
export type VisitEvent = 'arrive' | 'finish' | 'miss' | 'refuse' | 'replace';

/** The moves of a visit. That somebody steps back at the door is a fact beside the state: another person goes on. */
export const visitLifecycle: Lifecycle<VisitState, VisitEvent> = {
  initial: 'assigned',
  moves: {
    assigned: { arrive: 'arrived' },
    arrived: { finish: 'done', miss: 'absent', refuse: 'refused', replace: 'replaced' },
    done: {},
    absent: {},
    refused: {},
    replaced: {},
  },
};
