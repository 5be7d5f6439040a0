import type { Lifecycle } from '@ducha/kernel';

/** Where a group (督查组) stands. */
export type GroupState = 'formed' | 'released' | 'on_site' | 'returned' | 'aborted';

/** What moves a group. */
export type GroupEvent = 'release' | 'arrive' | 'finish' | 'abort';

/** The moves of a group: out with the release, on site with its first arrival. */
export const groupLifecycle: Lifecycle<GroupState, GroupEvent> = {
  initial: 'formed',
  moves: {
    formed: { release: 'released', abort: 'aborted' },
    released: { arrive: 'on_site', abort: 'aborted' },
    on_site: { finish: 'returned', abort: 'aborted' },
    returned: {},
    aborted: {},
  },
};
