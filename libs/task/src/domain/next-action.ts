import type { AssignmentAction } from './assignment-actions.js';
import type { TaskAction } from './task-actions.js';

/** What most needs doing comes first; acts that are always possible (report, correct, recall, …) are nobody's next step. */
const urgent: readonly (TaskAction | AssignmentAction)[] = [
  'sign',
  'sign_off',
  'accept',
  'submit',
  'decide',
  'approve',
  'verify',
  'close',
  'present',
  'dispatch',
  'register',
  'instruct',
  'propose',
];

/** The one thing a reader should do next: the most urgent of what he may do. Null when nothing waits for him. */
export function nextActionOf(
  taskActions: readonly TaskAction[],
  assignmentActions: readonly AssignmentAction[],
): TaskAction | AssignmentAction | null {
  const possible = new Set<TaskAction | AssignmentAction>([...taskActions, ...assignmentActions]);
  return urgent.find((action) => possible.has(action)) ?? null;
}
