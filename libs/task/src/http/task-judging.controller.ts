import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { TaskPage } from '../queries/task-page.query.js';
import { CloseTask } from '../usecases/close-task.js';
import { DecideTask } from '../usecases/decide-task.js';
import { LookBack } from '../usecases/look-back.js';
import { PresentTask } from '../usecases/present-task.js';
import { VerifyTask } from '../usecases/verify-task.js';
import { ReasonBody } from './assignment.dto.js';
import { DecideBody, PresentBody, VerifyBody, WordsBody } from './task-judging.dto.js';
import { TaskView } from './task.view.js';

/** From the claim to the effect. */
@Controller('tasks/:id')
export class TaskJudgingController {
  constructor(
    private readonly page: TaskPage,
    private readonly verifyTask: VerifyTask,
    private readonly presentTask: PresentTask,
    private readonly decideTask: DecideTask,
    private readonly closeTask: CloseTask,
    private readonly lookBack: LookBack,
  ) {}

  /** Checks the lead's claim: pass, or back for redo. */
  @Post('verify')
  @Act('task.verify', 'id')
  @HttpCode(200)
  async verify(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: VerifyBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    const { verdict, manner, words, redoAssignmentIds, evidenceIds } = body;
    const named = { redoAssignmentIds: redoAssignmentIds ?? [], evidenceIds: evidenceIds ?? [] };
    await this.verifyTask.run({ taskId, version, verdict, manner, words, ...named, by });
    return this.page.of(taskId, by);
  }

  /** Lays the result before the principal who asked. */
  @Post('present')
  @Act('task.present', 'id')
  @HttpCode(200)
  async present(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: PresentBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.presentTask.run({ taskId, version, summary: body.summary, by });
    return this.page.of(taskId, by);
  }

  /** The principal's decision: 圈阅 closes, a new instruction reopens. */
  @Post('decide')
  @Act('task.decide', 'id')
  @HttpCode(200)
  async decide(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: DecideBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.decideTask.run({ taskId, version, decision: body.decision, words: body.words ?? null, by });
    return this.page.of(taskId, by);
  }

  /** Closes a verified task that no principal waits for. */
  @Post('close')
  @Act('task.close', 'id')
  @HttpCode(200)
  async close(@Param('id') taskId: string, @IfMatch() version: number, @By() by: Actor): Promise<TaskView> {
    await this.closeTask.run({ taskId, version, by });
    return this.page.of(taskId, by);
  }

  /** The result holds (见效). */
  @Post('confirm')
  @Act('task.confirm', 'id')
  @HttpCode(200)
  async confirm(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: WordsBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.lookBack.run({ taskId, version, on: 'confirm', words: body.words, by });
    return this.page.of(taskId, by);
  }

  /** The problem came back (反弹). */
  @Post('relapse')
  @Act('task.confirm', 'id')
  @HttpCode(200)
  async relapse(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: ReasonBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.lookBack.run({ taskId, version, on: 'relapse', words: body.reason, by });
    return this.page.of(taskId, by);
  }

  /** The task must be worked again. */
  @Post('reopen')
  @Act('task.reopen', 'id')
  @HttpCode(200)
  async reopen(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: ReasonBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.lookBack.run({ taskId, version, on: 'reopen', words: body.reason, by });
    return this.page.of(taskId, by);
  }
}
