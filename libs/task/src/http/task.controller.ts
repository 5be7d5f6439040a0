import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import type { Fault } from '@ducha/kernel';
import { taskFault } from '../task-faults.js';
import { ChangeOfficer } from '../usecases/change-officer.js';
import { DispatchTasks } from '../usecases/dispatch-tasks.js';
import { FanOut } from '../usecases/fan-out.js';
import { OpenByDoor } from '../usecases/open-by-door.js';
import { DispatchedView, MovedTasksView, OpenedTasksView, OpenedTaskView, SkippedTask } from './opened-task.view.js';
import { demandedTask, doorOf, refuseForbiddenDoor } from './opening.js';
import { DispatchManyBody, FanOutBody, OfficerOfManyBody, OpenTaskBody } from './task.dto.js';

/** Opens tasks, and acts on many at once. */
@Controller('tasks')
export class TaskController {
  constructor(
    private readonly door: OpenByDoor,
    private readonly fan: FanOut,
    private readonly dispatchTasks: DispatchTasks,
    private readonly changeOfficer: ChangeOfficer,
  ) {}

  /** Opens a task: a draft, by a leader's instruction, or under a standing mandate; sent out in the same act if asked. */
  @Post()
  @Act('task.draft')
  async open(@Body() body: OpenTaskBody, @By() by: Actor): Promise<OpenedTaskView> {
    refuseForbiddenDoor(body, by);
    const task = { ...demandedTask(body, by), leadUnitId: body.leadUnitId ?? null, parentId: body.parentId ?? null };
    const [opened] = await this.door.run([task], doorOf(body, by));
    if (!opened) throw taskFault('incomplete');
    return opened;
  }

  /** One task for many units that answer separately (分办): sibling tasks, all or none. A dry run says which unit stands in the way. */
  @Post('fan-out')
  @Act('task.draft')
  async fanOut(@Body() body: FanOutBody, @By() by: Actor): Promise<OpenedTasksView> {
    refuseForbiddenDoor(body, by);
    const command = { ...doorOf(body, by), task: demandedTask(body, by), unitIds: body.unitIds };
    if (body.dryRun) {
      const refused = await this.fan.rehearse(command);
      return { taskIds: [], tasks: [], refused: refused.map(({ unitId, fault }) => ({ unitId, ...reasonOf(fault) })) };
    }
    const opened = await this.fan.run(command);
    return { taskIds: opened.map(({ id }) => id), tasks: [...opened], refused: [] };
  }

  /** Sends many registered tasks out in one act; each that cannot go is named with its reason. */
  @Post('dispatch')
  @Act('task.dispatch')
  @HttpCode(200)
  async dispatch(@Body() { taskIds, filter, dryRun }: DispatchManyBody, @By() by: Actor): Promise<DispatchedView> {
    if ((taskIds === undefined) === (filter === undefined))
      throw taskFault('incomplete', {}, [
        { path: 'taskIds', message: 'either taskIds or filter', constraint: 'isNotEmpty' },
      ]);
    const tasks = taskIds ? { ids: taskIds } : { filter: filter ?? {} };
    const { dispatched, skipped } = await this.dispatchTasks.run({ tasks, dryRun, by });
    return { dispatched, skipped: skipped.map(skippedTask) };
  }

  /** Moves many tasks to another case officer. */
  @Post('officer')
  @Act('task.officer')
  @HttpCode(200)
  async moveToOfficer(@Body() body: OfficerOfManyBody, @By() by: Actor): Promise<MovedTasksView> {
    const { moved, skipped } = await this.changeOfficer.run({ ...body, by });
    return { moved, skipped: skipped.map(skippedTask) };
  }
}

const reasonOf = ({ code, errors }: Fault) => ({ code, fields: errors.map(({ path }) => path) });
const skippedTask = ({ taskId, fault }: { taskId: string; fault: Fault }): SkippedTask => ({
  taskId,
  ...reasonOf(fault),
});
