import type { TaskState } from '../domain/task-lifecycle.js';

/** A unit as it stands beside something else. */
export class UnitBrief {
  id: string;
  shortName: string;
}

/** A person as he stands beside something else. */
export class PersonRef {
  id: string;
  name: string;
}

/** The matter a task came from. */
export class MatterBrief {
  id: string;
  title: string;
  intakeNo: string;
}

/** A task in one line, where another record mentions it. */
export class TaskBrief {
  id: string;
  version: number;
  number: string | null;
  title: string;
  state: TaskState;
  leadUnit: UnitBrief | null;
  dueAt: Date | null;
  overdue: boolean;
  suspended: boolean;
}

/** A file that proves something. Its bytes are fetched from the evidence routes. */
export class EvidenceBrief {
  id: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  receivedAt: Date;
}
