import { Injectable } from '@nestjs/common';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import { DispatchTasks, type DispatchTasksCommand } from './dispatch-tasks.js';
import { readTask } from './task-reading.js';

/** Sends out one task; lead, assists and date may be named with it. */
export interface DispatchTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly changes: NonNullable<DispatchTasksCommand['changes']>;
  readonly by: DispatchTasksCommand['by'];
}

/** Registered to dispatched, for one task: what would be skipped among many is a refusal here. */
@Injectable()
export class DispatchTask {
  constructor(
    private readonly store: Store,
    private readonly tasks: DispatchTasks,
  ) {}

  async run({ taskId, version, changes, by }: DispatchTaskCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      await tx.query('select 1 from task where id = $1 for update', [taskId]);
      refuseStale(await readTask(tx, taskId), version);
      const { skipped } = await this.tasks.run({ tasks: { ids: [taskId] }, changes, by });
      if (skipped[0]) throw skipped[0].fault;
    });
  }
}
