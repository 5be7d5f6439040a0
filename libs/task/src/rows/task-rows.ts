import { AbsenceRow } from './absence.row.js';
import { AnswerRow } from './answer.row.js';
import { AssignmentRow } from './assignment.row.js';
import { CaseOfficerRuleRow } from './case-officer-rule.row.js';
import { CorrectionRow } from './correction.row.js';
import { DispatchRow } from './dispatch.row.js';
import { DisputeRow } from './dispute.row.js';
import { ErrandRow } from './errand.row.js';
import { ExportRequestRow } from './export-request.row.js';
import { ExtensionRow } from './extension.row.js';
import { InstructionRow } from './instruction.row.js';
import { LedgerViewRow } from './ledger-view.row.js';
import { PresentationRow } from './presentation.row.js';
import { ReportRow } from './report.row.js';
import { SuspensionRow } from './suspension.row.js';
import { TaskRow } from './task.row.js';
import { VerificationRow } from './verification.row.js';

/** The lib's tables, for the data source. */
export const taskRows = [
  TaskRow,
  AssignmentRow,
  DispatchRow,
  ReportRow,
  AnswerRow,
  VerificationRow,
  PresentationRow,
  InstructionRow,
  SuspensionRow,
  CorrectionRow,
  CaseOfficerRuleRow,
  AbsenceRow,
  LedgerViewRow,
  ExportRequestRow,
  ExtensionRow,
  DisputeRow,
  ErrandRow,
];
