import { AssignmentController } from './http/assignment.controller.js';
import { AssignmentJudgingController } from './http/assignment-judging.controller.js';
import { AssignmentListController } from './http/assignment-list.controller.js';
import { DisputeController } from './http/dispute.controller.js';
import { ErrandController } from './http/errand.controller.js';
import { ExportRequestController } from './http/export-request.controller.js';
import { ExtensionController } from './http/extension.controller.js';
import { LedgerController } from './http/ledger.controller.js';
import { LedgerViewController } from './http/ledger-view.controller.js';
import { ServiceRefusalController } from './http/service-refusal.controller.js';
import { UrgingController } from './http/urging.controller.js';
import { AssignmentPapers } from './queries/assignment-papers.query.js';
import { AssignmentViews } from './queries/assignment-views.query.js';
import { Asked } from './queries/asked.query.js';
import { DisputeMeasures } from './queries/dispute-measures.query.js';
import { DisputeRooms } from './queries/dispute-room.js';
import { Disputes } from './queries/disputes.query.js';
import { Doings } from './queries/doings.query.js';
import { Errands } from './queries/errands.query.js';
import { ExportRequests } from './queries/export-requests.query.js';
import { ExtensionRooms } from './queries/extension-room.js';
import { Extensions } from './queries/extensions.query.js';
import { UnitInbox } from './queries/inbox.query.js';
import { Ledger } from './queries/ledger.query.js';
import { LedgerExport } from './queries/ledger-export.js';
import { LedgerViews } from './queries/ledger-views.query.js';
import { Slip } from './queries/slip.query.js';
import { TaskBriefs } from './queries/task-briefs.query.js';
import { TaskPage } from './queries/task-page.query.js';
import { TownshipGround } from './queries/township-ground.query.js';
import { TaskPapers } from './queries/task-papers.query.js';
import { Timeline } from './queries/timeline.query.js';
import { Urgings } from './queries/urgings.query.js';
import { AskExtension } from './usecases/ask-extension.js';
import { AssignmentMoves } from './usecases/assignment-moves.js';
import { DecideExtension } from './usecases/decide-extension.js';
import { GiveErrands } from './usecases/give-errands.js';
import { HandOver } from './usecases/hand-over.js';
import { JudgeAssist } from './usecases/judge-assist.js';
import { MoveErrand } from './usecases/move-errand.js';
import { RaiseDispute } from './usecases/raise-dispute.js';
import { ReassignAssignment } from './usecases/reassign-assignment.js';
import { RecallAssignment } from './usecases/recall-assignment.js';
import { ReportProgress } from './usecases/report-progress.js';
import { ReturnAnswer } from './usecases/return-answer.js';
import { RuleDispute } from './usecases/rule-dispute.js';
import { ShareDates } from './usecases/share-dates.js';
import { SignAssignment } from './usecases/sign-assignment.js';
import { SignAssignments } from './usecases/sign-assignments.js';
import { SignOffAnswer } from './usecases/sign-off-answer.js';
import { StateOnDispute } from './usecases/state-on-dispute.js';
import { SubmitAnswer } from './usecases/submit-answer.js';
import { UnitChecks } from './usecases/unit-checks.js';
import { RefuseService } from './usecases/refuse-service.js';
import { UrgeAssignment } from './usecases/urge-assignment.js';
import { WithdrawAnswer } from './usecases/withdraw-answer.js';
import { WithdrawExtension } from './usecases/withdraw-extension.js';

/** Doors of the units' side and of the reading side. The list controllers stand before those with `:id`. */
export const assignmentControllers = [
  AssignmentListController,
  AssignmentController,
  ErrandController,
  DisputeController,
  ExtensionController,
  UrgingController,
  ServiceRefusalController,
  AssignmentJudgingController,
  LedgerController,
  LedgerViewController,
  ExportRequestController,
];

/** What a unit does with its share. */
export const assignmentUseCases = [
  AssignmentMoves,
  SignAssignments,
  SignAssignment,
  ReportProgress,
  SubmitAnswer,
  ReturnAnswer,
  SignOffAnswer,
  WithdrawAnswer,
  JudgeAssist,
  RecallAssignment,
  ReassignAssignment,
  GiveErrands,
  MoveErrand,
  UrgeAssignment,
  RefuseService,
  AskExtension,
  DecideExtension,
  WithdrawExtension,
  ShareDates,
  RaiseDispute,
  RuleDispute,
  StateOnDispute,
  HandOver,
  UnitChecks,
];

/** What is read. */
export const taskQueries = [
  AssignmentPapers,
  AssignmentViews,
  UnitInbox,
  Doings,
  Ledger,
  LedgerExport,
  LedgerViews,
  ExportRequests,
  Errands,
  TaskBriefs,
  TaskPapers,
  TaskPage,
  Timeline,
  Slip,
  TownshipGround,
  Asked,
  Urgings,
  ExtensionRooms,
  Extensions,
  DisputeRooms,
  Disputes,
  DisputeMeasures,
];
