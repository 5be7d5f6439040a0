import { type Lifecycle, statesOf } from '@ducha/kernel';

/** Where a task stands. Overdue and suspended are facts beside it, never states. */
export type TaskState =
  | 'draft'
  | 'proposed'
  | 'registered'
  | 'dispatched'
  | 'under_way'
  | 'answered'
  | 'verified'
  | 'presented'
  | 'closed'
  | 'effective'
  | 'cancelled';

/** What moves a task. `sign`, `answer`, `withdraw` and `recall` come from its lead's assignment, the others are acts on the task. */
export type TaskEvent =
  | 'propose'
  | 'approve'
  | 'turn_down'
  | 'instruct'
  | 'register'
  | 'dispatch'
  | 'split'
  | 'add_assists'
  | 'sign'
  | 'recall'
  | 'answer'
  | 'withdraw'
  | 'redo'
  | 'verify'
  | 'present'
  | 'close'
  | 'confirm'
  | 'relapse'
  | 'reopen'
  | 'correct'
  | 'cancel';

/** The moves of a task (DESIGN 3). A task that came back to `registered` after an answer starts a new round. */
export const taskLifecycle: Lifecycle<TaskState, TaskEvent> = {
  initial: 'draft',
  moves: {
    draft: {
      propose: 'proposed',
      instruct: 'registered',
      register: 'registered',
      correct: 'draft',
      cancel: 'cancelled',
    },
    proposed: { approve: 'registered', turn_down: 'draft', correct: 'proposed', cancel: 'cancelled' },
    registered: { dispatch: 'dispatched', split: 'registered', correct: 'registered', cancel: 'cancelled' },
    dispatched: {
      sign: 'under_way',
      recall: 'registered',
      add_assists: 'dispatched',
      split: 'dispatched',
      correct: 'dispatched',
      cancel: 'cancelled',
    },
    under_way: {
      answer: 'answered',
      recall: 'registered',
      add_assists: 'under_way',
      split: 'under_way',
      correct: 'under_way',
      cancel: 'cancelled',
    },
    answered: {
      verify: 'verified',
      redo: 'under_way',
      withdraw: 'under_way',
      correct: 'answered',
      cancel: 'cancelled',
    },
    verified: { present: 'presented', close: 'closed', correct: 'verified', cancel: 'cancelled' },
    presented: { close: 'closed', instruct: 'registered', correct: 'presented', cancel: 'cancelled' },
    closed: { confirm: 'effective', relapse: 'registered', reopen: 'registered' },
    effective: { relapse: 'registered', reopen: 'registered' },
    cancelled: {},
  },
};

/** All task states, in the order of the table; what a filter may ask for. */
export const taskStates = statesOf(taskLifecycle);

/** States in which the supervision still runs: everything before closed, effective and cancelled. */
export const openTaskStates: readonly TaskState[] = taskStates.filter(
  (state) => taskLifecycle.moves[state].correct !== undefined,
);

/** States before anything was sent to a unit: lead, assists and date may still be chosen freely. */
export const undispatchedTaskStates: readonly TaskState[] = ['draft', 'proposed', 'registered'];

/** States that granted the end; only these may read 已办结. */
export const closedTaskStates: readonly TaskState[] = ['closed', 'effective'];
