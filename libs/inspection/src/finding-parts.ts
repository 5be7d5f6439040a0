import { ConclusionController } from './http/conclusion/conclusion.controller.js';
import { InspectionConclusionController } from './http/conclusion/inspection-conclusion.controller.js';
import { SharedProblemController } from './http/finding/shared-problem.controller.js';
import { FindingController } from './http/finding/finding.controller.js';
import { VisitChecklistController } from './http/finding/visit-checklist.controller.js';
import { ReviewController } from './http/review/review.controller.js';
import { MaterialController } from './http/material/material.controller.js';
import { RetaliationController } from './http/retaliation/retaliation.controller.js';
import { RecognitionController } from './http/recognition/recognition.controller.js';
import { RollUpController } from './http/roll-up/roll-up.controller.js';
import { ConclusionSweep } from './jobs/conclusion-sweep.js';
import { ConclusionList } from './queries/conclusion/conclusion-list.query.js';
import { OutcomeList } from './queries/conclusion/outcome-list.query.js';
import { VisitChecklist } from './queries/finding/checklist.query.js';
import { SharedProblems } from './queries/finding/shared-problems.query.js';
import { FindingList } from './queries/finding/finding-list.query.js';
import { InspectionDoor } from './queries/finding/inspection-door.js';
import { Briefing } from './queries/roll-up/briefing.query.js';
import { GivenMaterial } from './queries/material/given-material.query.js';
import { AskMaterial } from './usecases/material/ask-material.js';
import { RetaliationReports } from './queries/retaliation/retaliation-reports.query.js';
import { ReportRetaliation } from './usecases/retaliation/report-retaliation.js';
import { Recognitions } from './queries/recognition/recognitions.query.js';
import { AskRecognition } from './usecases/recognition/ask-recognition.js';
import { RollUp } from './queries/roll-up/roll-up.query.js';
import { ReviewList } from './queries/review/review-list.query.js';
import { CheckFacts } from './usecases/conclusion/check-facts.js';
import { ConclusionClocks } from './usecases/conclusion/conclusion-clocks.js';
import { DecidePoint } from './usecases/conclusion/decide-point.js';
import { DraftConclusion } from './usecases/conclusion/draft-conclusion.js';
import { InspectionNotices } from './usecases/conclusion/inspection-notices.js';
import { IssueConclusion } from './usecases/conclusion/issue-conclusion.js';
import { LapseConclusions } from './usecases/conclusion/lapse-conclusions.js';
import { ProposeOutcome } from './usecases/conclusion/propose-outcome.js';
import { SettleInspection } from './usecases/conclusion/settle-inspection.js';
import { AnswerClause } from './usecases/finding/answer-clause.js';
import { CallShared } from './usecases/finding/call-shared.js';
import { ConfirmFinding } from './usecases/finding/confirm-finding.js';
import { HandOverFinding } from './usecases/finding/hand-over-finding.js';
import { OrderRectification } from './usecases/finding/order-rectification.js';
import { RecordFinding } from './usecases/finding/record-finding.js';
import { SettleFinding } from './usecases/finding/settle-finding.js';
import { ApplyForReview } from './usecases/review/apply-for-review.js';
import { DecideReview } from './usecases/review/decide-review.js';
import { EndRectification } from './usecases/review/end-rectification.js';
import { ReviewRecord } from './usecases/review/review-record.js';
import { ReviewRules } from './usecases/review/review-rules.js';

/** Routes of findings, conclusions and reviews. */
export const findingControllers = [
  VisitChecklistController,
  FindingController,
  SharedProblemController,
  ConclusionController,
  InspectionConclusionController,
  ReviewController,
  RollUpController,
  RecognitionController,
  MaterialController,
  RetaliationController,
];

/** What findings, conclusions and reviews are made of. */
export const findingProviders = [
  ...[VisitChecklist, SharedProblems, FindingList, InspectionDoor, ConclusionList, OutcomeList, ReviewList],
  ...[RollUp, Briefing, Recognitions, AskRecognition, GivenMaterial, AskMaterial],
  ...[RetaliationReports, ReportRetaliation],
  ...[RecordFinding, AnswerClause, ConfirmFinding, SettleFinding, HandOverFinding, OrderRectification, CallShared],
  ...[DraftConclusion, CheckFacts, DecidePoint, IssueConclusion, LapseConclusions, SettleInspection, ProposeOutcome],
  ...[ConclusionClocks, InspectionNotices, ConclusionSweep],
  ...[ApplyForReview, ReviewRecord, DecideReview, EndRectification, ReviewRules],
];
