import type { SuspensionGround } from '../domain/suspension-lifecycle.js';
import { AnswerView, AssignmentView } from './assignment.view.js';
import { EvidenceBrief, PersonRef, TaskBrief, UnitBrief } from './brief.view.js';
import { LedgerRow } from './ledger.view.js';

/** What somebody outside found when checking an answer. */
export class VerificationView {
  id: string;
  round: number;
  attempt: number;
  manner: string;
  verdict: string;
  words: string;
  redoAssignmentIds: string[];
  verifiedBy: PersonRef;
  verifiedAt: Date;
  evidence: EvidenceBrief[];
}

/** A result before the principal who asked. `decision` is `silence` when nobody decided in time, `withdrawn` when a later one replaced it. */
export class PresentationView {
  id: string;
  principal: PersonRef;
  summary: string;
  presentedBy: PersonRef;
  presentedAt: Date;
  silentCloseAt: Date;
  decision: string | null;
  decidedWords: string | null;
  decidedBy: PersonRef | null;
  decidedAt: Date | null;
}

/** A principal's words. `enteredBy` is somebody else when the office entered them in the leader's name. */
export class InstructionView {
  id: string;
  lineageId: string;
  edition: number;
  kind: string;
  words: string;
  /** Townships that take it although their duty lists say otherwise. */
  units: UnitBrief[];
  /** How often units may be asked to report; null: nothing said of it. */
  reportEvery: string | null;
  givenBy: PersonRef;
  enteredBy: PersonRef;
  givenAt: Date;
  disownedAt: Date | null;
}

/** A span in which the task's time stood still. */
export class SuspensionView {
  id: string;
  /** A hearing, whose time the law does not count, or what the reason says. */
  ground: SuspensionGround;
  reason: string;
  suspendedBy: PersonRef;
  suspendedAt: Date;
  resumedBy: PersonRef | null;
  resumedAt: Date | null;
}

/** What a correction changed. */
export class CorrectionView {
  id: string;
  reason: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  correctedBy: PersonRef;
  correctedAt: Date;
}

/** How many of a parent's children are closed; cancelled ones do not count. */
export class RollUpView {
  total: number;
  closed: number;
}

/** A task with everything that belongs to it. */
export class TaskView extends LedgerRow {
  demand: string;
  /** What weighs more may start higher on its ladder. */
  importance: 'ordinary' | 'urgent' | 'important';
  round: number;
  cover: PersonRef | null;
  createdBy: PersonRef;
  createdAt: Date;
  registeredAt: Date | null;
  suspendedAt: Date | null;
  /** The routine report it asks of its units; each assignment says when the next one is due. */
  reportEvery: string | null;
  reportWhy: string | null;
  reportBy: PersonRef | null;
  parent: TaskBrief | null;
  children: TaskBrief[];
  rollUp: RollUpView;
  /** Of all rounds, the present one first. */
  assignments: AssignmentView[];
  answers: AnswerView[];
  verifications: VerificationView[];
  /** The latest one. */
  presentation: PresentationView | null;
  instructions: InstructionView[];
  suspensions: SuspensionView[];
  corrections: CorrectionView[];
  evidence: EvidenceBrief[];
  /** The one thing this reader should do next: one of `actions`, or one of an assignment's. */
  nextAction: string | null;
}
