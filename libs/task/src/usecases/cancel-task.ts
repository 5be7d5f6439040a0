import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { prepared, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { openTaskStates } from '../domain/task-lifecycle.js';
import { TaskRow } from '../rows/task.row.js';
import { batches } from './batches.js';
import { EndAssignments } from './end-assignments.js';
import { TaskMoves } from './task-moves.js';
import { TaskNotices } from './task-notices.js';
import { readTask, taskStateAfter } from './task-reading.js';

/** Ends a task without result. */
export interface CancelTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly reason: string;
  readonly by: Actor;
}

const cancelBelowSql = prepared(`
  with recursive below as (select id, 1 as depth from task where parent_id = $1 union all select c.id, b.depth + 1 from task c join below b on c.parent_id = b.id)
  update task t set state = 'cancelled', closed_at = now(), version = t.version + 1
  from (select t.id, t.state from task t join below b on b.id = t.id where t.state = any($2) order by b.depth desc, t.id for update of t) as open
  where t.id = open.id returning t.id, open.state as was`);

/** Open to cancelled (终止), with everything open below it; the units are told and their assignments taken back. */
@Injectable()
export class CancelTask {
  constructor(
    private readonly store: Store,
    private readonly moves: TaskMoves,
    private readonly endAssignments: EndAssignments,
    private readonly audit: Audit,
    private readonly notices: TaskNotices,
  ) {}

  async run({ taskId, version, reason, by }: CancelTaskCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      taskStateAfter(task, 'cancel');
      const below = await this.cancelBelow(tx, taskId, reason, by);
      const ended = [task, ...below];
      for (const one of ended)
        await this.notices.tell(tx, one, {
          kind: 'task.cancelled',
          key: String(one.version),
          to: ['units', 'officers', 'leadLeader', 'principal'],
          by,
        });
      await this.endAssignments.run(
        tx,
        ended.map(({ id }) => id),
        { by, because: 'cancelled' },
      );
      await this.moves.make(tx, task, {
        on: 'cancel',
        by,
        words: reason,
        changes: { closedAt: () => 'now()', suspendedAt: null },
      });
    });
  }

  private async cancelBelow(tx: EntityManager, taskId: string, reason: string, by: Actor): Promise<TaskRow[]> {
    const [ended] = await tx.query<[{ id: string; was: string }[], number]>(cancelBelowSql, [taskId, openTaskStates]);
    if (ended.length === 0) return [];
    const acts = ended.map(({ id, was }) => ({
      act: 'task.cancel',
      subject: { type: 'task', id },
      by,
      from: was,
      to: 'cancelled',
      facts: { withParent: taskId },
      words: reason,
    }));
    for (const batch of batches(acts)) await this.audit.record(tx, ...batch);
    return tx
      .createQueryBuilder(TaskRow, 't')
      .where('t.id = any(:ids)', { ids: ended.map(({ id }) => id) })
      .getMany();
  }
}
