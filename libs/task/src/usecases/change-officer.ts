import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import type { Fault } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { openTaskStates, type TaskState } from '../domain/task-lifecycle.js';
import { faultsOfPlan } from '../domain/task-plan.js';
import { OpeningFactsQuery } from '../queries/opening-facts.query.js';
import { taskFault } from '../task-faults.js';
import { batches } from './batches.js';
import { emptyTask } from './new-task.js';
import { refusePlan } from './refuse-plan.js';
import { readTask } from './task-reading.js';

/** Gives tasks to another case officer. */
export interface ChangeOfficerCommand {
  readonly taskIds: readonly string[];
  /** Only with one task: the version that was seen. */
  readonly version?: number;
  readonly caseOfficerId: string;
  /** Judges by the same rules and writes nothing: `moved` is how many would move. */
  readonly dryRun?: boolean;
  readonly by: Actor;
}

/** What came of it. `skipped` names each task that stayed, with the refusal. */
export interface MovedTasks {
  readonly moved: number;
  readonly skipped: readonly { readonly taskId: string; readonly fault: Fault }[];
}

interface Standing {
  id: string;
  version: number;
  state: TaskState;
  officerId: string | null;
}

const standingSql = `select id, version, state, case_officer_id as "officerId" from task where id = any($1) order by id for update`;

const moveSql = `
  update task t set case_officer_id = $2, cover_officer_id = case when t.cover_officer_id = $2 then t.case_officer_id else t.cover_officer_id end, version = t.version + 1
  where t.id = any($1)`;

/** Moves one task or a whole desk to another officer, set-wise. Tasks that are closed or his already stay as they are. */
@Injectable()
export class ChangeOfficer {
  constructor(
    private readonly store: Store,
    private readonly facts: OpeningFactsQuery,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  async run({ taskIds, version, caseOfficerId, dryRun = false, by }: ChangeOfficerCommand): Promise<MovedTasks> {
    return this.store.transaction(async (tx) => {
      const plan = { ...emptyTask, caseOfficerId };
      refusePlan(faultsOfPlan(plan, await this.facts.of([plan]), 'draft'));
      if (version !== undefined) await refuseOne(tx, taskIds[0] ?? '', version);
      const found = await tx.query<Standing[]>(standingSql, [taskIds]);
      const standing = new Map(found.map((one) => [one.id, one]));
      const skipped = taskIds.flatMap((taskId) => {
        const fault = refusalOf(standing.get(taskId), caseOfficerId);
        return fault ? [{ taskId, fault }] : [];
      });
      const stays = new Set(skipped.map(({ taskId }) => taskId));
      const moving = found.filter(({ id }) => !stays.has(id));
      if (!dryRun) await this.move(tx, moving, caseOfficerId, by);
      return { moved: moving.length, skipped };
    });
  }

  private async move(tx: EntityManager, moving: readonly Standing[], officerId: string, by: Actor): Promise<void> {
    if (moving.length === 0) return;
    await tx.query(moveSql, [moving.map(({ id }) => id), officerId]);
    const acts = moving.map(({ id, officerId: was }) => ({
      act: 'task.officer',
      subject: { type: 'task', id },
      by,
      facts: { from: was, to: officerId },
    }));
    for (const batch of batches(acts)) await this.audit.record(tx, ...batch);
    await this.tell(tx, moving, officerId, by);
  }

  /** One notice for a single task, one for the lot when many moved. */
  private async tell(tx: EntityManager, moved: readonly Standing[], officerId: string, by: Actor): Promise<void> {
    const [first] = moved;
    if (!first || officerId === by.personId) return;
    const base = { personId: officerId, dedupeKey: `task.officer:${first.id}:${first.version + 1}:${officerId}` };
    await this.notices.tell(tx, [
      moved.length === 1
        ? { ...base, kind: 'task.given_to_you', taskId: first.id }
        : { ...base, kind: 'tasks.given_to_you', facts: { count: moved.length } },
    ]);
  }
}

function refusalOf(standing: Standing | undefined, officerId: string): Fault | undefined {
  if (!standing) return taskFault('notFound');
  if (!openTaskStates.includes(standing.state))
    return taskFault('moveRefused', { from: standing.state, on: 'officer' });
  return standing.officerId === officerId ? taskFault('officerAlready') : undefined;
}

async function refuseOne(tx: EntityManager, taskId: string, version: number): Promise<void> {
  const task = await readTask(tx, taskId);
  refuseStale(task, version);
  if (!openTaskStates.includes(task.state)) throw taskFault('moveRefused', { from: task.state, on: 'officer' });
}
