export { TaskModule } from './task.module.js';
export { taskRows } from './rows/task-rows.js';
export { lifecycles } from './domain/lifecycles.js';
export { type TaskKind, taskKinds } from './domain/task-kind.js';
export { openTaskStates, type TaskState } from './domain/task-lifecycle.js';
export { OpenTasks } from './usecases/open-tasks.js';
export {
  emptyTask,
  type NewTask,
  type OpenedTasks,
  type OpenTasksCommand,
  type RegisteredBy,
} from './usecases/new-task.js';
export { OpenedTaskView } from './http/opened-task.view.js';
export { TaskBrief } from './http/brief.view.js';
export { InstructionView, TaskView } from './http/task.view.js';
export { type ReportView } from './http/assignment.view.js';
export { TimelineEntry } from './http/timeline.view.js';
export { OpeningFactsQuery } from './queries/opening-facts.query.js';
export { overdueTask } from './queries/ledger-facts.js';
export { AssignmentPapers } from './queries/assignment-papers.query.js';
export { TaskPage } from './queries/task-page.query.js';
export { Timeline } from './queries/timeline.query.js';
export { TaskBriefs } from './queries/task-briefs.query.js';
export { TaskPapers } from './queries/task-papers.query.js';
export { leaderBehind } from './queries/task-actions.js';
export { Leaders, type LeaderWords } from './usecases/leaders.js';
export { ApproveTask } from './usecases/approve-task.js';
export { AskExtension } from './usecases/ask-extension.js';
export { RaiseDispute } from './usecases/raise-dispute.js';
export { RuleDispute } from './usecases/rule-dispute.js';
export { CancelTask } from './usecases/cancel-task.js';
export { CloseTask } from './usecases/close-task.js';
export { CorrectTask } from './usecases/correct-task.js';
export { DecideTask } from './usecases/decide-task.js';
export { DeliverChunk } from './usecases/deliver-chunk.js';
export { DisownInstruction } from './usecases/disown-instruction.js';
export { DispatchTask } from './usecases/dispatch-task.js';
export { DispatchTasks } from './usecases/dispatch-tasks.js';
export { GiveErrands } from './usecases/give-errands.js';
export { GiveInstruction } from './usecases/give-instruction.js';
export { JudgeAssist } from './usecases/judge-assist.js';
export { LookBack } from './usecases/look-back.js';
export { MoveErrand } from './usecases/move-errand.js';
export { OpenByDoor } from './usecases/open-by-door.js';
export { PresentTask } from './usecases/present-task.js';
export { ProposeTask } from './usecases/propose-task.js';
export { ReassignAssignment } from './usecases/reassign-assignment.js';
export { RecallAssignment } from './usecases/recall-assignment.js';
export { ReportProgress } from './usecases/report-progress.js';
export { ReturnAnswer } from './usecases/return-answer.js';
export { SignAssignments } from './usecases/sign-assignments.js';
export { SignOffAnswer } from './usecases/sign-off-answer.js';
export { SplitTask } from './usecases/split-task.js';
export { SubmitAnswer } from './usecases/submit-answer.js';
export { MatterClocks } from './usecases/matter-clocks.js';
export { SuspendTask } from './usecases/suspend-task.js';
export { VerifyTask } from './usecases/verify-task.js';
export { WithdrawAnswer } from './usecases/withdraw-answer.js';
export { CloseInSilence } from './usecases/close-in-silence.js';
export { Undelivered } from './jobs/undelivered.js';
export { TakeExport } from './usecases/take-export.js';
export { LapseExports } from './usecases/lapse-exports.js';
