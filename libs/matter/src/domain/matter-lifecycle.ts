import { type Lifecycle, statesOf } from '@ducha/kernel';

/** Where a matter stands. */
export type MatterState =
  | 'received'
  | 'registered'
  | 'replied'
  | 'closed'
  | 'filed'
  | 'merged'
  | 'declined'
  | 'handed_over';

/** What the states are called in files and papers. */
export const matterStateNames: Readonly<Record<MatterState, string>> = {
  received: '待立项',
  registered: '已立项',
  replied: '已答复',
  closed: '已办结',
  filed: '已存查',
  merged: '已并案',
  declined: '不予立项',
  handed_over: '已移送',
};

/** What moves a matter. `feedback`, `dissatisfied` come from the asker, `lapse` from time, `disown` from the leader, the others from the bureau. */
export type MatterEvent =
  | 'register'
  | 'reply'
  | 'file'
  | 'merge'
  | 'decline'
  | 'hand_over'
  | 'pass_on'
  | 'feedback'
  | 'lapse'
  | 'dissatisfied'
  | 'close'
  | 'return'
  | 'reopen'
  | 'disown';

/** The moves of a matter (DESIGN 3). Back to `registered` from an answer or an end is a new round: everybody is answered again. */
export const matterLifecycle: Lifecycle<MatterState, MatterEvent> = {
  initial: 'received',
  moves: {
    received: {
      register: 'registered',
      reply: 'replied',
      file: 'filed',
      merge: 'merged',
      decline: 'declined',
      hand_over: 'handed_over',
      pass_on: 'handed_over',
    },
    registered: { reply: 'replied', close: 'closed', disown: 'received' },
    replied: { feedback: 'closed', lapse: 'closed', dissatisfied: 'registered' },
    closed: { reopen: 'registered' },
    filed: {},
    merged: { reply: 'replied' },
    declined: { return: 'received' },
    handed_over: { return: 'received' },
  },
};

/** All states, in the order of the table; what a filter may ask for. */
export const matterStates = statesOf(matterLifecycle);

/** States into which another matter may still be merged: its work is not over. */
export const mergeTargetStates: readonly MatterState[] = ['received', 'registered'];

/** The lib's lifecycles by name; the README's diagrams are drawn from them. */
export const lifecycles = { matter: matterLifecycle };
