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

/** A unit for which no task would be opened, with the refusal and the fields it names. */
export class RefusedUnit {
  unitId: string;
  code: string;
  fields: string[];
}

/** Tasks that one act opened. */
export class OpenedTasksView {
  taskIds: string[];
  tasks: OpenedTaskView[];
  /** After a dry run: the units that keep all from being opened. */
  refused: RefusedUnit[];
}

/** A task that an act on many left as it was, with the refusal and the fields it names. */
export class SkippedTask {
  taskId: string;
  code: string;
  fields: string[];
}

/** What came of sending many tasks out, or would come of it. */
export class DispatchedView {
  dispatched: number;
  skipped: SkippedTask[];
}

/** How many tasks went to another officer, or would go. */
export class MovedTasksView {
  moved: number;
  skipped: SkippedTask[];
}
