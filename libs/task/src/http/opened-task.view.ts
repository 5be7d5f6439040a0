import type { AssignmentState, Duty } from '../domain/assignment-lifecycle.js';
import type { TaskState } from '../domain/task-lifecycle.js';

/** An assignment that was just made. */
export class OpenedAssignment {
  id: string;
  unitId: string;
  duty: Duty;
  state: AssignmentState;
}

/** A task that was just opened: what the act itself knows; the whole record is read from its own address. */
export class OpenedTaskView {
  id: string;
  version: number;
  number: string | null;
  title: string;
  state: TaskState;
  round: number;
  matterId: string | null;
  parentId: string | null;
  leadUnitId: string | null;
  assistUnitIds: string[];
  caseOfficerId: string | null;
  dueAt: Date | null;
  assignments: OpenedAssignment[];
}

/** Tasks that one act opened. */
export class OpenedTasksView {
  taskIds: string[];
  tasks: OpenedTaskView[];
}

/** A task that an act on many left as it was, with the refusal. */
export class SkippedTask {
  taskId: string;
  code: string;
}

/** What came of sending many tasks out. */
export class DispatchedView {
  dispatched: number;
  skipped: SkippedTask[];
}

/** How many tasks went to another officer. */
export class MovedTasksView {
  moved: number;
}
