import type { AssignmentAction } from '../domain/assignment-actions.js';
import type { AssignmentState, Duty } from '../domain/assignment-lifecycle.js';
import type { ResultClass } from '../domain/result-class.js';
import type { TaskState } from '../domain/task-lifecycle.js';
import { EvidenceBrief, PersonRef, UnitBrief } from './brief.view.js';
import { ReportDutyView } from './report-duty.view.js';

/** The task as its assignment shows it. */
export class AssignmentTask {
  number: string | null;
  title: string;
  demand: string;
  dueAt: Date | null;
  suspended: boolean;
  state: TaskState;
  kind: string;
  targetValue: number | null;
  targetUnit: string | null;
  currentValue: number | null;
}

/** A unit's progress report. */
export class ReportView {
  id: string;
  assignmentId: string;
  unit: UnitBrief;
  progress: string;
  problem: string;
  nextStep: string;
  value: number | null;
  reportedBy: PersonRef;
  reportedAt: Date;
}

/** A unit's claim that it is done; a claim only, until somebody outside has verified it. */
export class AnswerView {
  id: string;
  assignmentId: string;
  unit: UnitBrief;
  round: number;
  attempt: number;
  resultClass: ResultClass;
  body: string;
  /** When a B or C is followed up. */
  followUpAt: Date | null;
  submittedBy: PersonRef;
  submittedAt: Date;
  /** Null while the unit's head has not signed it off. */
  signedOffBy: PersonRef | null;
  signedOffAt: Date | null;
  evidence: EvidenceBrief[];
}

/** That a unit refused to take what was delivered (拒收). */
export class ServiceRefusalView {
  at: Date;
  confirmed: boolean;
}

/** One unit's share of a task (交办单). */
export class AssignmentView {
  id: string;
  version: number;
  taskId: string;
  task: AssignmentTask;
  unit: UnitBrief;
  duty: Duty;
  round: number;
  state: AssignmentState;
  dueAt: Date | null;
  originalDueAt: Date | null;
  /** Past its date while the unit still owes something. */
  overdue: boolean;
  /** The routine report it asks of the unit besides. */
  reportDuty: ReportDutyView | null;
  /** The lead may answer without it. */
  waived: boolean;
  queuedAt: Date;
  deliveredAt: Date | null;
  signedAt: Date | null;
  signedBy: PersonRef | null;
  /** The unit would not take it; received since then once another person confirmed. */
  refusal: ServiceRefusalView | null;
  submittedAt: Date | null;
  answeredAt: Date | null;
  acceptedAt: Date | null;
  predecessorId: string | null;
  lastReport: ReportView | null;
  /** The latest answer, signed off or not. */
  answer: AnswerView | null;
  /** Why it came back last: from the head, the lead or the verifier. Null unless it is in the unit's hands again. */
  returnWords: string | null;
  /** What the reader may do now. */
  /** Whether the reader may know who inside the unit does it. */
  inside: boolean;
  actions: AssignmentAction[];
}

/** How many assignments lie in each box. */
export class AssignmentCounts {
  /** Given to the reader by name. */
  mine: number;
  to_sign: number;
  to_do: number;
  to_sign_off: number;
  returned: number;
  answered: number;
  done: number;
}

/** An assignment that was left out of an act on many. */
export class SkippedAssignment {
  id: string;
  code: string;
}

/** What became of signing for many. */
export class SigningView {
  signed: string[];
  skipped: SkippedAssignment[];
}

/** A report that was kept. */
export class SavedReport {
  /** Place in the list that was sent. */
  index: number;
  id: string;
  assignmentId: string;
}

/** What is wrong with one field of a line. */
export class LineError {
  path: string;
  message: string;
  constraint: string;
}

/** A report that was not kept, and why. */
export class RejectedReport {
  index: number;
  code: string;
  errors: LineError[];
}

/** What became of a table of reports. */
export class ReportingView {
  saved: SavedReport[];
  rejected: RejectedReport[];
}
