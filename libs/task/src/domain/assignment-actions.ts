import { eventsFrom } from '@ducha/kernel';
import {
  type AssignmentEvent,
  assignmentLifecycle,
  type AssignmentState,
  type Duty,
  settledAssignmentStates,
} from './assignment-lifecycle.js';
import { extensibleStates } from './extension-lifecycle.js';
import { openTaskStates, type TaskState } from './task-lifecycle.js';

/** What may be done to an assignment, named like its routes. */
export const assignmentActions = [
  'sign',
  'report',
  'submit',
  'sign_off',
  'return',
  'withdraw',
  'accept',
  'redo',
  'waive',
  'reassign',
  'recall',
  'refuse_service',
  'confirm_refusal',
  'ask_extension',
  'dispute',
] as const;

/** One of `assignmentActions`. */
export type AssignmentAction = (typeof assignmentActions)[number];

/** What the rules need to know of an assignment to say what is possible, whoever asks. */
export interface AssignmentStanding {
  readonly state: AssignmentState;
  readonly duty: Duty;
  readonly waived: boolean;
  readonly taskState: TaskState;
  readonly suspended: boolean;
  /** Its time runs, is not over, and no request for more is undecided. */
  readonly extensible: boolean;
  /** It was not disputed before, and the time to do so is not over. */
  readonly disputable: boolean;
  /** Whether the unit refused to take it: not known, recorded by one person, or confirmed by another. */
  readonly refusal: 'none' | 'recorded' | 'confirmed';
  /** The lead's own answer still waits for all assists. Irrelevant for an assist. */
  readonly assistsOpen: boolean;
}

const eventOf: Partial<Record<AssignmentAction, AssignmentEvent>> = {
  sign: 'sign',
  submit: 'submit',
  sign_off: 'sign_off',
  return: 'return',
  withdraw: 'withdraw',
  accept: 'accept',
  redo: 'redo',
  reassign: 'reassign',
  dispute: 'dispute',
  recall: 'recall',
};

const reportable: readonly AssignmentState[] = ['signed', 'submitted'];

const conditions: Partial<Record<AssignmentAction, (one: AssignmentStanding) => boolean>> = {
  sign: ({ suspended }) => !suspended,
  report: ({ state }) => reportable.includes(state),
  submit: ({ suspended }) => !suspended,
  sign_off: ({ suspended, duty, assistsOpen }) => !suspended && (duty === 'assist' || !assistsOpen),
  // until verification begins: a task that is not answered any more has moved on with the lead's answer
  withdraw: ({ duty, taskState }) => duty === 'assist' || taskState === 'answered',
  accept: ({ duty }) => duty === 'assist',
  redo: ({ duty, state }) => duty === 'assist' && state === 'answered',
  waive: ({ duty, waived, state, taskState }) =>
    duty === 'assist' && !waived && !settledAssignmentStates.includes(state) && taskState === 'under_way',
  refuse_service: ({ state, refusal }) => state === 'delivered' && refusal === 'none',
  confirm_refusal: ({ state, refusal }) => state === 'delivered' && refusal === 'recorded',
  dispute: ({ suspended, disputable }) => disputable && !suspended,
  ask_extension: ({ state, suspended, extensible }) => extensible && !suspended && extensibleStates.includes(state),
  // a lead that answered is sent back or closed, never taken away (DESIGN 3)
  recall: ({ duty, state }) => duty === 'assist' || state !== 'answered',
};

/** What the assignment's state allows now, before asking who wants to do it. Nothing once the task is closed or cancelled. */
export function possibleAssignmentActions(one: AssignmentStanding): AssignmentAction[] {
  if (!openTaskStates.includes(one.taskState)) return [];
  const events = eventsFrom(assignmentLifecycle, one.state);
  return assignmentActions.filter((action) => {
    const on = eventOf[action];
    return (on === undefined || events.includes(on)) && (conditions[action]?.(one) ?? true);
  });
}
