import type { Lifecycle } from '@ducha/kernel';

/** Where a clock stands. That it was breached is a dated fact, not a state. */
export type ClockState = 'running' | 'suspended' | 'met' | 'cancelled';
/** What moves a clock. */
export type ClockEvent = 'suspend' | 'resume' | 'meet' | 'cancel';

/** The moves of a clock (DESIGN 3). */
export const clockLifecycle: Lifecycle<ClockState, ClockEvent> = {
  initial: 'running',
  moves: {
    running: { suspend: 'suspended', meet: 'met', cancel: 'cancelled' },
    suspended: { resume: 'running', meet: 'met', cancel: 'cancelled' },
    met: {},
    cancelled: {},
  },
};

/** The lib's lifecycles by name. */
export const lifecycles = { clock: clockLifecycle };
