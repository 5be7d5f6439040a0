import { type Lifecycle, statesOf } from '@ducha/kernel';

/** Where a round of look-back stands: its seed is committed, its sample is drawn, every check is settled. */
export type LookBackState = 'committed' | 'drawn' | 'finished' | 'cancelled';

/** What moves a round. `finish` comes with its last check. */
export type LookBackEvent = 'draw' | 'finish' | 'cancel';

/** The moves of a round. Once drawn it cannot be cancelled: nobody draws until they like the sample. */
export const lookBackLifecycle: Lifecycle<LookBackState, LookBackEvent> = {
  initial: 'committed',
  moves: {
    committed: { draw: 'drawn', cancel: 'cancelled' },
    drawn: { finish: 'finished' },
    finished: {},
    cancelled: {},
  },
};

/** Where one check stands. */
export type CheckState = 'assigned' | 'effective' | 'relapsed' | 'replaced';

/** What moves a check; the first two move its task alike. */
export type CheckEvent = 'confirm' | 'relapse' | 'replace';

/** The moves of a check. */
export const checkLifecycle: Lifecycle<CheckState, CheckEvent> = {
  initial: 'assigned',
  moves: {
    assigned: { confirm: 'effective', relapse: 'relapsed', replace: 'replaced' },
    effective: {},
    relapsed: {},
    replaced: {},
  },
};

/** All states of a check; what a filter may ask for. */
export const checkStates = statesOf(checkLifecycle);

/** Why a drawn claim cannot be checked: worked again meanwhile, nobody there, access refused, checker fell away. */
export const replaceReasons = ['moved_on', 'absent', 'refused', 'checker'] as const;

/** One of `replaceReasons`. */
export type ReplaceReason = (typeof replaceReasons)[number];
