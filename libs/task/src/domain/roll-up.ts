import { eventsFrom, nextState } from '@ducha/kernel';
import { closedTaskStates, type TaskEvent, taskLifecycle, type TaskState } from './task-lifecycle.js';

const answeredOn: readonly TaskState[] = ['answered', 'verified', 'presented', ...closedTaskStates];
const endedOn: readonly TaskState[] = ['presented', ...closedTaskStates];
const rollUpEvents: readonly TaskEvent[] = [
  'dispatch',
  'sign',
  'recall',
  'answer',
  'redo',
  'verify',
  'close',
  'reopen',
];

/** A parent's move: where to, and by which events of the table. */
export interface RollUpMove {
  readonly to: TaskState;
  readonly path: readonly TaskEvent[];
}

/**
 * Where a parent stands because of its children (cancelled ones do not count): answered or closed when all of them are,
 * under way or dispatched as soon as one is. With a principal behind it a parent whose children are all closed is only
 * verified: the result must be presented first.
 * @returns null when every child is cancelled: then nothing moves by itself
 */
export function rolledUpState(children: readonly TaskState[], principalAsked: boolean): TaskState | null {
  const counted = children.filter((state) => state !== 'cancelled');
  if (counted.length === 0) return null;
  if (counted.every((state) => closedTaskStates.includes(state))) return principalAsked ? 'verified' : 'closed';
  if (counted.every((state) => answeredOn.includes(state))) return 'answered';
  if (counted.some((state) => state === 'under_way' || answeredOn.includes(state))) return 'under_way';
  return counted.includes('dispatched') ? 'dispatched' : 'registered';
}

/**
 * The moves that bring a parent from where it stands to where its children put it, shortest way along the task's own table.
 * A parent that is presented or closed stays so while all its children are closed.
 * @returns undefined when nothing moves
 */
export function rollUp(
  from: TaskState,
  children: readonly TaskState[],
  principalAsked: boolean,
): RollUpMove | undefined {
  const to = rolledUpState(children, principalAsked);
  if (to === null || (endedOn.includes(from) && (to === 'verified' || to === 'closed'))) return undefined;
  const path = rollUpPath(from, to);
  return path && { to, path };
}

/**
 * Shortest way between two states by the moves a parent may make.
 * @returns undefined when there is no way, or it is there already
 */
export function rollUpPath(from: TaskState, to: TaskState): TaskEvent[] | undefined {
  if (from === to) return undefined;
  const seen = new Set<TaskState>([from]);
  let front: { state: TaskState; path: TaskEvent[] }[] = [{ state: from, path: [] }];
  while (front.length > 0) {
    const next = front.flatMap(({ state, path }) =>
      stepsFrom(state).map((step) => ({ ...step, path: [...path, step.on] })),
    );
    const there = next.find(({ state }) => state === to);
    if (there) return there.path;
    front = next.filter(({ state }) => !seen.has(state) && seen.add(state));
  }
  return undefined;
}

function stepsFrom(state: TaskState): { state: TaskState; on: TaskEvent }[] {
  return eventsFrom(taskLifecycle, state)
    .filter((on) => rollUpEvents.includes(on))
    .flatMap((on) => {
      const to = nextState(taskLifecycle, state, on);
      return to === undefined ? [] : [{ state: to, on }];
    });
}
