import type { Lifecycle } from '@ducha/kernel';
import type { AssignmentState } from './assignment-lifecycle.js';

/** Where a request for more time stands. */
export type ExtensionState = 'asked' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';
/** What moves it. `lapse`: the unit answered, or has the assignment no longer. */
export type ExtensionEvent = 'grant' | 'refuse' | 'withdraw' | 'lapse';

/** The unit asks, another person on the supervisors’ side decides. */
export const extensionLifecycle: Lifecycle<ExtensionState, ExtensionEvent> = {
  initial: 'asked',
  moves: {
    asked: { grant: 'granted', refuse: 'refused', withdraw: 'withdrawn', lapse: 'lapsed' },
    granted: {},
    refused: {},
    withdrawn: {},
    lapsed: {},
  },
};

/** While it has the assignment in hand and owes the answer, a unit may ask for more time. */
export const extensibleStates: readonly AssignmentState[] = ['delivered', 'signed', 'submitted'];

/** Whether somebody may decide: never on what he asked for himself, whatever post he acts in. */
export const mayDecideExtension = (request: { askedBy: string }, decider: { personId: string }): boolean =>
  request.askedBy !== decider.personId;
