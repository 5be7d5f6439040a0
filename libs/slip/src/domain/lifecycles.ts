import type { Lifecycle } from '@ducha/kernel';

/** Where a slip stands (督办单). */
export type SlipState = 'served' | 'replied' | 'withdrawn' | 'stands';
/** What moves a slip; `uphold`: an objection against it was right. */
export type SlipEvent = 'reply' | 'accept' | 'reject' | 'lapse' | 'uphold';

/** The moves of a slip (DESIGN 3). */
export const slipLifecycle: Lifecycle<SlipState, SlipEvent> = {
  initial: 'served',
  moves: {
    served: { reply: 'replied', lapse: 'stands', uphold: 'withdrawn' },
    replied: { accept: 'withdrawn', reject: 'stands', uphold: 'withdrawn' },
    stands: { uphold: 'withdrawn' },
    withdrawn: {},
  },
};

/** Where an objection stands (申辩). */
export type ObjectionState = 'raised' | 'decided';
/** What moves an objection. */
export type ObjectionEvent = 'uphold' | 'reject';

/** The moves of an objection (DESIGN 3). */
export const objectionLifecycle: Lifecycle<ObjectionState, ObjectionEvent> = {
  initial: 'raised',
  moves: { raised: { uphold: 'decided', reject: 'decided' }, decided: {} },
};

/** The lib's lifecycles by name. */
export const lifecycles = { slip: slipLifecycle, objection: objectionLifecycle };
