import type { Lifecycle } from '@ducha/kernel';

/** Where a version of a standard stands. Whether it is in force is a matter of its date, not a state. */
export type StandardVersionState = 'drafted' | 'published' | 'discarded';

/** What moves a version. */
export type StandardVersionEvent = 'edit' | 'publish' | 'discard';

/** The moves of a version: published, it never changes again. */
export const standardVersionLifecycle: Lifecycle<StandardVersionState, StandardVersionEvent> = {
  initial: 'drafted',
  moves: {
    drafted: { edit: 'drafted', publish: 'published', discard: 'discarded' },
    published: {},
    discarded: {},
  },
};
