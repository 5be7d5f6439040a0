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
