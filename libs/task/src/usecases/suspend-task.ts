import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Clocks } from '@ducha/deadline';
import { refuseStale } from '@ducha/http';
import { COUNTY_ZONE, IDS, type Ids, nextState } from '@ducha/kernel';
import { compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { settledAssignmentStates } from '../domain/assignment-lifecycle.js';
import {
  type SuspensionEvent,
  type SuspensionGround,
  suspensibleTaskStates,
  suspensionLifecycle,
} from '../domain/suspension-lifecycle.js';
import { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';
import { ShareDates } from './share-dates.js';
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
  /** On what ground it stops; a hearing only where the law of the matter does not count it. */
  readonly ground?: SuspensionGround;
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
    private readonly dates: ShareDates,
    private readonly rules: Clocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async run(command: SuspendTaskCommand): Promise<void> {
    const { taskId, version, on, reason, by } = command;
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      const from = task.suspendedAt === null ? 'running' : 'suspended';
      const to = suspensibleTaskStates.includes(task.state) ? nextState(suspensionLifecycle, from, on) : undefined;
      if (to === undefined)
        throw taskFault('moveRefused', { from: task.suspendedAt === null ? task.state : 'suspended', on });
      await refuseParent(tx, task);
      if (on === 'suspend') await this.suspend(tx, task, command);
      else await this.resume(tx, task, by);
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

  private async suspend(tx: EntityManager, task: TaskRow, command: SuspendTaskCommand): Promise<void> {
    const { ground = 'other', reason, by } = command;
    const now = (await this.store.queryOne<{ now: Date }>('select now() as now'))?.now;
    if (ground === 'hearing' && now && !(await this.rules.rules()).isNotCounted(task.kind, '听证', now))
      throw taskFault('hearingNotCounted', { kind: task.kind }, [
        { path: 'ground', message: 'is not known to the law of this kind', constraint: 'known' },
      ]);
    await compareAndSet(tx, TaskRow, task, { suspendedAt: () => 'now()' });
    await tx.query(
      'insert into suspension (id, task_id, reason, suspended_by, suspended_at, ground) values ($1, $2, $3, $4, now(), $5)',
      [this.ids.next(), task.id, reason ?? '', by.personId, ground],
    );
  }

  /** What it stood still is given back to every date that was running; the original date stays where it is kept. */
  private async resume(tx: EntityManager, task: TaskRow, by: Actor): Promise<void> {
    const [{ from, now }] = await tx.query<[{ from: Date; now: Date }]>(stoodSql, [task.id]);
    await tx.query(
      'update suspension set resumed_by = $2, resumed_at = now() where task_id = $1 and resumed_at is null',
      [task.id, by.personId],
    );
    await compareAndSet(tx, TaskRow, task, { suspendedAt: null, dueAt: () => laterDueSql });
    const owing = await tx.query<{ id: string }[]>(owingSql, [task.id, settledAssignmentStates]);
    for (const { id } of owing) await this.dates.giveBack(tx, id, from, now);
  }
}

/** Dates end with their milliseconds, as they are read: a finer one would not be found again by the date it was read as. */
const stoodSql = `select date_trunc('milliseconds', suspended_at) as from, date_trunc('milliseconds', now()) as now from task where id = $1`;

/** The date of a task that no unit has yet: an end of a day stays one, as the clocks have it. */
const laterDueSql = `case when (due_at at time zone '${COUNTY_ZONE}')::time >= '23:59'
  then (date_trunc('day', (due_at + (now() - suspended_at)) at time zone '${COUNTY_ZONE}') + interval '1 day - 1 millisecond') at time zone '${COUNTY_ZONE}'
  else date_trunc('milliseconds', due_at + (now() - suspended_at)) end`;

/** Shares that still owe something. */
const owingSql = `
  select a.id from assignment a join task t on t.id = a.task_id
  where t.id = $1 and a.round = t.round and a.state <> all($2) and a.due_at is not null order by a.id for update of a`;
