import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { TaskPage } from '../queries/task-page.query.js';
import { CancelTask } from '../usecases/cancel-task.js';
import { ChangeOfficer } from '../usecases/change-officer.js';
import { CorrectTask } from '../usecases/correct-task.js';
import { SuspendTask } from '../usecases/suspend-task.js';
import { ReasonBody } from './assignment.dto.js';
import { given } from './opening.js';
import { CorrectBody, OfficerBody, SuspendBody } from './task-care.dto.js';
import { TaskView } from './task.view.js';

/** What may befall a task on its way. */
@Controller('tasks/:id')
export class TaskCareController {
  constructor(
    private readonly page: TaskPage,
    private readonly suspendTask: SuspendTask,
    private readonly cancelTask: CancelTask,
    private readonly correctTask: CorrectTask,
    private readonly changeOfficer: ChangeOfficer,
  ) {}

  /** Stops the task's time. */
  @Post('suspend')
  @Act('task.suspend', 'id')
  @HttpCode(200)
  async suspend(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() { reason, ground }: SuspendBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.suspendTask.run({ taskId, version, on: 'suspend', reason, ...(ground && { ground }), by });
    return this.page.of(taskId, by);
  }

  /** Lets the task's time run again; the days it stood still are given back. */
  @Post('resume')
  @Act('task.suspend', 'id')
  @HttpCode(200)
  async resume(@Param('id') taskId: string, @IfMatch() version: number, @By() by: Actor): Promise<TaskView> {
    await this.suspendTask.run({ taskId, version, on: 'resume', reason: null, by });
    return this.page.of(taskId, by);
  }

  /** Ends the task without result, and everything below it. */
  @Post('cancel')
  @Act('task.cancel', 'id')
  @HttpCode(200)
  async cancel(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: ReasonBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.cancelTask.run({ taskId, version, reason: body.reason, by });
    return this.page.of(taskId, by);
  }

  /** Corrects what the task says; units see old and new. */
  @Post('correct')
  @Act('task.correct', 'id')
  @HttpCode(200)
  async correct(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: CorrectBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    const { reason, reportEvery, ...rest } = body;
    const report =
      reportEvery === 'never' ? { reportEvery: null, reportWhy: null } : reportEvery != null ? { reportEvery } : {};
    await this.correctTask.run({ taskId, version, reason, changes: { ...given(rest), ...report }, by });
    return this.page.of(taskId, by);
  }

  /** Gives the task to another case officer. */
  @Post('officer')
  @Act('task.officer', 'id')
  @HttpCode(200)
  async officer(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: OfficerBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.changeOfficer.run({ taskIds: [taskId], version, caseOfficerId: body.caseOfficerId, by });
    return this.page.of(taskId, by);
  }
}
