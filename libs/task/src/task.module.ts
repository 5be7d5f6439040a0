import { type DynamicModule, Global, Module } from '@nestjs/common';
import { RosterModule } from '@ducha/roster';
import type { Settings } from '@ducha/store';
import { assignmentControllers, assignmentUseCases, taskQueries } from './assignment-parts.js';
import { mapTaskConstraints } from './constraints.js';
import { ClockController } from './http/clock.controller.js';
import { InstructionController } from './http/instruction.controller.js';
import { TaskCareController } from './http/task-care.controller.js';
import { TaskController } from './http/task.controller.js';
import { TaskJudgingController } from './http/task-judging.controller.js';
import { TaskRegistrationController } from './http/task-registration.controller.js';
import { ConcludeDispatch } from './jobs/conclude-dispatch.js';
import { DeliverAssignments } from './jobs/deliver-assignments.js';
import { DeliverFew } from './jobs/deliver-few.js';
import { StartDispatch } from './jobs/start-dispatch.js';
import { MatterClocks } from './usecases/matter-clocks.js';
import { SplitTask } from './usecases/split-task.js';
import { TaskSweeps } from './jobs/task-sweeps.js';
import { Undelivered } from './jobs/undelivered.js';
import { AssignmentPapers } from './queries/assignment-papers.query.js';
import { ClockFeed } from './queries/clock-feed.query.js';
import { ClocksQuery } from './queries/clocks.query.js';
import { OpeningFactsQuery } from './queries/opening-facts.query.js';
import { TaskBriefs } from './queries/task-briefs.query.js';
import { TaskPage } from './queries/task-page.query.js';
import { TaskPapers } from './queries/task-papers.query.js';
import { ExportRequests } from './queries/export-requests.query.js';
import { LedgerViews } from './queries/ledger-views.query.js';
import { AskExport } from './usecases/ask-export.js';
import { CancelTask } from './usecases/cancel-task.js';
import { SuspendTask } from './usecases/suspend-task.js';
import { DisownInstruction } from './usecases/disown-instruction.js';
import { Timeline } from './queries/timeline.query.js';
import { ExportRegisters } from './usecases/export-registers.js';
import { KeepLedgerViews } from './usecases/keep-ledger-views.js';
import { Leaders } from './usecases/leaders.js';
import { LookBack } from './usecases/look-back.js';
import { OpenByDoor } from './usecases/open-by-door.js';
import { OpenTasks } from './usecases/open-tasks.js';
import { ProposeTask } from './usecases/propose-task.js';
import { taskUseCases } from './usecases/task-use-cases.js';

mapTaskConstraints();

const controllers = [
  TaskController,
  TaskRegistrationController,
  TaskJudgingController,
  TaskCareController,
  InstructionController,
  ClockController,
  ...assignmentControllers,
];

/** Views and exports, which the lists of other libs share. */
const listParts = [AskExport, ExportRegisters, ExportRequests, KeepLedgerViews, LedgerViews];

/** The engine: tasks and their assignments. It knows nothing of where tasks come from. */
@Global()
@Module({})
export class TaskModule {
  /** @param settings  a process that only answers runs no sweeps */
  static for(settings: Settings): DynamicModule {
    return {
      module: TaskModule,
      imports: [RosterModule],
      controllers,
      providers: [
        ...taskUseCases,
        ...assignmentUseCases,
        ...taskQueries,
        OpeningFactsQuery,
        ClocksQuery,
        ClockFeed,
        DeliverAssignments,
        DeliverFew,
        StartDispatch,
        ConcludeDispatch,
        Undelivered,
        ...(settings.role === 'api' ? [] : [TaskSweeps]),
      ],
      exports: [
        OpenTasks,
        CancelTask,
        SuspendTask,
        DisownInstruction,
        Leaders,
        TaskBriefs,
        TaskPapers,
        TaskPage,
        Timeline,
        AssignmentPapers,
        OpeningFactsQuery,
        OpenByDoor,
        ProposeTask,
        SplitTask,
        LookBack,
        MatterClocks,
        ...listParts,
      ],
    };
  }
}
