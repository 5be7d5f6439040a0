import type { Lifecycle } from '@ducha/kernel';
import { openTaskStates, type TaskState } from './task-lifecycle.js';

/** Whether a task's time is running: a dated fact beside the task's state. */
export type SuspensionState = 'running' | 'suspended';
/** What stops and restarts it. */
export type SuspensionEvent = 'suspend' | 'resume';

/** On what a suspension rests (DOMAIN L21): a hearing, whose time some laws do not count, or what its words say. */
export const suspensionGrounds = ['hearing', 'other'] as const;
/** One of `suspensionGrounds`. */
export type SuspensionGround = (typeof suspensionGrounds)[number];

/** Suspension as DESIGN 3 has it: resuming leads back to the state before, because that state never changed. */
export const suspensionLifecycle: Lifecycle<SuspensionState, SuspensionEvent> = {
  initial: 'running',
  moves: { running: { suspend: 'suspended' }, suspended: { resume: 'running' } },
};

/** Only work that is registered and not ended can be suspended. */
export const suspensibleTaskStates: readonly TaskState[] = openTaskStates.filter(
  (state) => state !== 'draft' && state !== 'proposed',
);
