import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { TaskPage } from '../queries/task-page.query.js';
import { AddAssists } from '../usecases/add-assists.js';
import { ApproveTask } from '../usecases/approve-task.js';
import { DispatchTask } from '../usecases/dispatch-task.js';
import { InstructTask } from '../usecases/instruct-task.js';
import { ProposeTask } from '../usecases/propose-task.js';
import { RegisterTask } from '../usecases/register-task.js';
import { SplitTask } from '../usecases/split-task.js';
import { given, instantOf } from './opening.js';
import {
  ApproveBody,
  AssistsBody,
  DispatchBody,
  InstructBody,
  ProposeBody,
  RegisterBody,
  SplitBody,
} from './task-registration.dto.js';
import { TaskView } from './task.view.js';

/** From a draft to the units. */
@Controller('tasks/:id')
export class TaskRegistrationController {
  constructor(
    private readonly page: TaskPage,
    private readonly proposeTask: ProposeTask,
    private readonly approveTask: ApproveTask,
    private readonly instructTask: InstructTask,
    private readonly registerTask: RegisterTask,
    private readonly dispatchTask: DispatchTask,
    private readonly addAssists: AddAssists,
    private readonly splitTask: SplitTask,
  ) {}

  /** Puts a draft before a principal; fields that were left empty may be filled in with it. */
  @Post('propose')
  @Act('task.propose', 'id')
  @HttpCode(200)
  async propose(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: ProposeBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.proposeTask.run({ taskId, version, completed: given(body), by });
    return this.page.of(taskId, by);
  }

  /** The principal agrees, and the task is registered; or disagrees, and it is a draft again. */
  @Post('approve')
  @Act('task.approve', 'id')
  @HttpCode(200)
  async approve(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: ApproveBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.approveTask.run({ taskId, version, decision: body.decision ?? 'agree', words: body.words ?? null, by });
    return this.page.of(taskId, by);
  }

  /** A principal registers a draft by word. */
  @Post('instruct')
  @Act('task.instruct', 'id')
  @HttpCode(200)
  async instruct(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: InstructBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.instructTask.run({ taskId, version, words: body.words ?? null, by });
    return this.page.of(taskId, by);
  }

  /** Registers a draft under a standing mandate. */
  @Post('register')
  @Act('task.register', 'id')
  @HttpCode(200)
  async register(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: RegisterBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.registerTask.run({ taskId, version, mandateId: body.mandateId, by });
    return this.page.of(taskId, by);
  }

  /** Sends the task to its units (交办). */
  @Post('dispatch')
  @Act('task.dispatch', 'id')
  @HttpCode(200)
  async dispatch(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: DispatchBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.dispatchTask.run({ taskId, version, changes: given(body), by });
    return this.page.of(taskId, by);
  }

  /** Adds assisting units until the task is answered. */
  @Post('assists')
  @Act('task.dispatch', 'id')
  @HttpCode(200)
  async assist(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: AssistsBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    await this.addAssists.run({ taskId, version, unitIds: body.unitIds, dueAt: instantOf(body.dueAt), by });
    return this.page.of(taskId, by);
  }

  /** Splits the task into sub-tasks. */
  @Post('split')
  @Act('task.split', 'id')
  @HttpCode(200)
  async split(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: SplitBody,
    @By() by: Actor,
  ): Promise<TaskView> {
    const children = body.children.map(({ title, demand, leadUnitId, assistUnitIds, dueAt }) => ({
      title,
      demand: demand ?? '',
      leadUnitId: leadUnitId ?? null,
      assistUnitIds: assistUnitIds ?? [],
      dueAt: instantOf(dueAt),
    }));
    await this.splitTask.run({ taskId, version, children, dispatch: body.dispatch ?? false, by });
    return this.page.of(taskId, by);
  }
}
