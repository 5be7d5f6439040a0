import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids, nextState } from '@ducha/kernel';
import { compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { settledAssignmentStates } from '../domain/assignment-lifecycle.js';
import { type SuspensionEvent, suspensibleTaskStates, suspensionLifecycle } from '../domain/suspension-lifecycle.js';
import { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';
import { TaskClocks } from './task-clocks.js';
import { TaskNotices } from './task-notices.js';
import { readTask, refuseParent } from './task-reading.js';

/** Stops a task's time, or lets it run again. */
export interface SuspendTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly on: SuspensionEvent;
  /** Why it stops; null when resuming. */
  readonly reason: string | null;
  readonly by: Actor;
}

/** 中止计时 and its end: a dated fact beside the state. While it lasts nobody can sign, answer or verify; its days are given back. */
@Injectable()
export class SuspendTask {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly notices: TaskNotices,
    private readonly clocks: TaskClocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async run({ taskId, version, on, reason, by }: SuspendTaskCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      const from = task.suspendedAt === null ? 'running' : 'suspended';
      const to = suspensibleTaskStates.includes(task.state) ? nextState(suspensionLifecycle, from, on) : undefined;
      if (to === undefined)
        throw taskFault('moveRefused', { from: task.suspendedAt === null ? task.state : 'suspended', on });
      await refuseParent(tx, task);
      if (on === 'suspend') await this.suspend(tx, task, reason, by);
      else await resume(tx, task, by);
      await this.clocks.follow(tx, [taskId], by);
      await this.audit.record(tx, {
        act: `task.${on}`,
        subject: { type: 'task', id: taskId },
        by,
        from,
        to,
        words: reason,
      });
      const kind = on === 'suspend' ? 'task.suspended' : 'task.resumed';
      await this.notices.tell(tx, task, { kind, key: String(version), to: ['units', 'officers'], by });
    });
  }

  private async suspend(tx: EntityManager, task: TaskRow, reason: string | null, by: Actor): Promise<void> {
    await compareAndSet(tx, TaskRow, task, { suspendedAt: () => 'now()' });
    await tx.query(
      'insert into suspension (id, task_id, reason, suspended_by, suspended_at) values ($1, $2, $3, $4, now())',
      [this.ids.next(), task.id, reason ?? '', by.personId],
    );
  }
}

/**
 * The days it stood still are added to the dates that were running; the original date stays where it is kept. Dates end with
 * their milliseconds, as they are read: a finer one would not be found again by the date it was read as.
 */
async function resume(tx: EntityManager, task: TaskRow, by: Actor): Promise<void> {
  await tx.query(
    `update assignment a set due_at = date_trunc('milliseconds', a.due_at + (now() - t.suspended_at)), version = a.version + 1
     from task t where t.id = $1 and a.task_id = t.id and a.round = t.round and a.state <> all($2) and a.due_at is not null`,
    [task.id, settledAssignmentStates],
  );
  await tx.query(
    'update suspension set resumed_by = $2, resumed_at = now() where task_id = $1 and resumed_at is null',
    [task.id, by.personId],
  );
  await compareAndSet(tx, TaskRow, task, {
    suspendedAt: null,
    dueAt: () => `date_trunc('milliseconds', due_at + (now() - suspended_at))`,
  });
}
