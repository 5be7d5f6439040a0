import { type Lifecycle, statesOf } from '@ducha/kernel';

/** Where an upward need stands. How far its task is, is the task's own business. */
export type NeedState = 'asked' | 'registered' | 'declined' | 'solved';

/** What moves it: `register` and `decline` come from the bureau, `solve` from who asked. */
export type NeedEvent = 'register' | 'decline' | 'solve';

/** The moves of an upward need (诉求上报). */
export const needLifecycle: Lifecycle<NeedState, NeedEvent> = {
  initial: 'asked',
  moves: {
    asked: { register: 'registered', decline: 'declined', solve: 'solved' },
    registered: { solve: 'solved' },
    declined: {},
    solved: {},
  },
};

/** All states; what a filter may ask for. */
export const needStates = statesOf(needLifecycle);

/** The lib's lifecycles by name; the README's diagrams are drawn from them. */
export const lifecycles = { need: needLifecycle };

/** What is asked for: 资金, 政策, 审批, 其他. */
export const needKinds = ['funds', 'policy', 'approval', 'other'] as const;

/** One of `needKinds`. */
export type NeedKind = (typeof needKinds)[number];

/** A unit in the tree. */
export interface Placed {
  readonly id: string;
  readonly path: string;
}

/** Whoever holds a need stands above or beside who asked, never at or below it: nobody asks himself. */
export const mayHold = (holder: Placed, asker: Placed): boolean => !holder.path.startsWith(asker.path);
