import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { openTaskStates } from '../domain/task-lifecycle.js';
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
  readonly by: Actor;
}

interface Moved {
  id: string;
  version: number;
  was: string | null;
}

const moveSql = `
  update task t set case_officer_id = $2, cover_officer_id = case when t.cover_officer_id = $2 then open.was else t.cover_officer_id end, version = t.version + 1
  from (select id, case_officer_id as was from task where id = any($1) and state = any($3) and case_officer_id is distinct from $2 order by id for update) as open
  where t.id = open.id returning t.id, t.version, open.was`;

/** Moves one task or a whole desk to another officer, set-wise. Tasks that are closed or his already stay as they are. */
@Injectable()
export class ChangeOfficer {
  constructor(
    private readonly store: Store,
    private readonly facts: OpeningFactsQuery,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  /** Answers how many tasks moved. */
  async run({ taskIds, version, caseOfficerId, by }: ChangeOfficerCommand): Promise<number> {
    return this.store.transaction(async (tx) => {
      const plan = { ...emptyTask, caseOfficerId };
      refusePlan(faultsOfPlan(plan, await this.facts.of([plan]), 'draft'));
      if (version !== undefined) await refuseOne(tx, taskIds[0] ?? '', version);
      const [moved] = await tx.query<[Moved[], number]>(moveSql, [taskIds, caseOfficerId, openTaskStates]);
      const acts = moved.map(({ id, was }) => ({
        act: 'task.officer',
        subject: { type: 'task', id },
        by,
        facts: { from: was, to: caseOfficerId },
      }));
      for (const batch of batches(acts)) await this.audit.record(tx, ...batch);
      await this.tell(tx, moved, caseOfficerId, by);
      return moved.length;
    });
  }

  /** One notice for a single task, one for the lot when many moved. */
  private async tell(tx: EntityManager, moved: readonly Moved[], officerId: string, by: Actor): Promise<void> {
    const [first] = moved;
    if (!first || officerId === by.personId) return;
    const base = { personId: officerId, dedupeKey: `task.officer:${first.id}:${first.version}:${officerId}` };
    await this.notices.tell(tx, [
      moved.length === 1
        ? { ...base, kind: 'task.given_to_you', taskId: first.id }
        : { ...base, kind: 'tasks.given_to_you', facts: { count: moved.length } },
    ]);
  }
}

async function refuseOne(tx: EntityManager, taskId: string, version: number): Promise<void> {
  const task = await readTask(tx, taskId);
  refuseStale(task, version);
  if (!openTaskStates.includes(task.state)) throw taskFault('moveRefused', { from: task.state, on: 'officer' });
}
