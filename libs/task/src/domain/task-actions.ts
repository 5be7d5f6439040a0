import { eventsFrom, nextState } from '@ducha/kernel';
import { suspensibleTaskStates, suspensionLifecycle } from './suspension-lifecycle.js';
import { openTaskStates, type TaskEvent, taskLifecycle, type TaskState } from './task-lifecycle.js';

/** What may be done to a task, named like its routes. */
export const taskActions = [
  'propose',
  'approve',
  'instruct',
  'register',
  'dispatch',
  'split',
  'assists',
  'verify',
  'present',
  'decide',
  'close',
  'confirm',
  'relapse',
  'reopen',
  'correct',
  'suspend',
  'resume',
  'cancel',
  'officer',
  'instructions',
] as const;

/** One of `taskActions`. */
export type TaskAction = (typeof taskActions)[number];

/** What the rules need to know of a task to say what is possible, whoever asks. */
export interface TaskStanding {
  readonly state: TaskState;
  readonly suspended: boolean;
  /** It was split: its children are worked, it only rolls up. */
  readonly isParent: boolean;
  /** It was sent to units itself in this round. */
  readonly hasAssignments: boolean;
  /** Every child is closed or cancelled; true for a leaf. */
  readonly childrenClosed: boolean;
  /** A principal asked for the result, so closing goes by presentation. */
  readonly principalAsked: boolean;
}

const eventsOf: Partial<Record<TaskAction, readonly TaskEvent[]>> = {
  propose: ['propose'],
  approve: ['approve'],
  register: ['register'],
  dispatch: ['dispatch'],
  split: ['split'],
  assists: ['add_assists'],
  verify: ['verify', 'redo'],
  present: ['present'],
  close: ['close'],
  confirm: ['confirm'],
  relapse: ['relapse'],
  reopen: ['reopen'],
  correct: ['correct'],
  cancel: ['cancel'],
};

const conditions: Partial<Record<TaskAction, (task: TaskStanding) => boolean>> = {
  instruct: ({ state }) => state === 'draft',
  decide: ({ state }) => state === 'presented',
  dispatch: isLeaf,
  split: mayBeSplit,
  assists: isLeaf,
  verify: (task) => isLeaf(task) && !task.suspended,
  present: mayBePresented,
  close: mayBeClosed,
  confirm: isLeaf,
  relapse: isLeaf,
  reopen: isLeaf,
  suspend: ({ state, suspended, isParent }) =>
    !isParent && suspensibleTaskStates.includes(state) && maySuspend(suspended, 'suspend'),
  resume: ({ state, suspended, isParent }) =>
    !isParent && suspensibleTaskStates.includes(state) && maySuspend(suspended, 'resume'),
  officer: ({ state }) => openTaskStates.includes(state),
  instructions: () => true,
};

/** A task without children. Only leaves are sent out, verified and reopened; parents follow them. */
function isLeaf(task: Pick<TaskStanding, 'isParent'>): boolean {
  return !task.isParent;
}

/** A task is split before it is sent to units itself; later only its children may be added to. */
export function mayBeSplit(task: Pick<TaskStanding, 'hasAssignments'>): boolean {
  return !task.hasAssignments;
}

/** A result goes to a principal only if one asked, and a parent's only when all its children are closed. */
function mayBePresented(task: Pick<TaskStanding, 'principalAsked' | 'childrenClosed'>): boolean {
  return task.principalAsked && task.childrenClosed;
}

/** The bureau closes by itself only what no principal waits for. */
function mayBeClosed(task: Pick<TaskStanding, 'state' | 'principalAsked' | 'childrenClosed'>): boolean {
  return task.state === 'verified' && !task.principalAsked && task.childrenClosed;
}

/** What the task's state and shape allow now, before asking who wants to do it. In the order of `taskActions`. */
export function possibleTaskActions(task: TaskStanding): TaskAction[] {
  const events = eventsFrom(taskLifecycle, task.state);
  return taskActions.filter((action) => {
    const needed = eventsOf[action];
    return (!needed || needed.some((on) => events.includes(on))) && (conditions[action]?.(task) ?? true);
  });
}

function maySuspend(suspended: boolean, on: 'suspend' | 'resume'): boolean {
  return nextState(suspensionLifecycle, suspended ? 'suspended' : 'running', on) !== undefined;
}
