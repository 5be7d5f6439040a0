import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { CancelTask, openTaskStates, SuspendTask } from '@ducha/task';
import type { EntityManager } from 'typeorm';

interface OrderedTask {
  readonly id: string;
  readonly version: number;
  readonly suspended: boolean;
}

const tasksSql = `
  select t.id, t.version, t.suspended_at is not null as suspended from finding f join task t on t.id = f.task_id
  where f.id = any($1) and t.state = any($2) order by t.id`;

/** What a fact check or a review does to rectification that was ordered already. */
@Injectable()
export class EndRectification {
  constructor(
    private readonly cancelTask: CancelTask,
    private readonly suspendTask: SuspendTask,
  ) {}

  /** The findings do not stand any more: their open tasks end and the units are told. */
  async cancel(tx: EntityManager, findingIds: readonly string[], reason: string, by: Actor): Promise<void> {
    for (const { id, version } of await openTasks(tx, findingIds))
      await this.cancelTask.run({ taskId: id, version, reason, by });
  }

  /** Where the county’s rule says that rectification waits for the review: its time stops, and runs again afterwards. */
  async wait(tx: EntityManager, findingIds: readonly string[], on: 'suspend' | 'resume', by: Actor): Promise<void> {
    for (const { id, version, suspended } of await openTasks(tx, findingIds))
      if (suspended === (on === 'resume'))
        await this.suspendTask.run({
          taskId: id,
          version,
          on,
          reason: on === 'suspend' ? '复核期间暂停整改' : null,
          by,
        });
  }
}

const openTasks = (tx: EntityManager, findingIds: readonly string[]): Promise<OrderedTask[]> =>
  tx.query<OrderedTask[]>(tasksSql, [findingIds, [...openTaskStates]]);
