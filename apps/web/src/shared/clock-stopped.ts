import type { TaskState } from '../api/types';

/** States in which no clock of a unit runs any more: its answer met it, or the task ended. */
export const clockStopped: readonly TaskState[] = [
  'answered',
  'verified',
  'presented',
  'closed',
  'effective',
  'cancelled',
];
