import type { Lifecycle } from '@ducha/kernel';
import type { AssignmentState } from './assignment-lifecycle.js';

/** Where a member of staff stands with what they were given. */
export type ErrandState = 'given' | 'finished' | 'recalled';
/** What moves it. */
export type ErrandEvent = 'finish' | 'return' | 'recall';

/** Head or liaison give, the member of staff finishes, head or liaison give it back or take it away. */
export const errandLifecycle: Lifecycle<ErrandState, ErrandEvent> = {
  initial: 'given',
  moves: {
    given: { finish: 'finished', recall: 'recalled' },
    finished: { return: 'given', recall: 'recalled' },
    recalled: {},
  },
};

/** Work can be given out while the unit has it in hand. */
export const mayGiveErrand = (state: AssignmentState): boolean => state === 'signed';

/** And reported on, returned and taken back until the head has signed the answer off. */
export const errandsAreOpen = (state: AssignmentState): boolean => state === 'signed' || state === 'submitted';

/** Most people of a unit who share one assignment. */
export const mostErrands = 50;
