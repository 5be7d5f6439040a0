import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { LadderClocks } from '@ducha/deadline';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids, withOriginals } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { changedFields, type Correction, type CorrectedValue } from '../domain/correction.js';
import { settledAssignmentStates } from '../domain/assignment-lifecycle.js';
import { undispatchedTaskStates } from '../domain/task-lifecycle.js';
import { faultsOfPlan } from '../domain/task-plan.js';
import { OpeningFactsQuery } from '../queries/opening-facts.query.js';
import { leaderBehind } from '../queries/task-actions.js';
import type { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';
import { refusePlan } from './refuse-plan.js';
import { reportColumns } from './report-duty.js';
import { TaskMoves } from './task-moves.js';
import { TaskNotices } from './task-notices.js';
import { planOf, readTask, taskStateAfter } from './task-reading.js';

/** Changes what a task says. */
export interface CorrectTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly reason: string;
  readonly changes: Correction;
  readonly by: Actor;
}

/** 更正: what it said before is kept beside what it says now, and the units are told. Units are corrected only before dispatch. */
@Injectable()
export class CorrectTask {
  constructor(
    private readonly store: Store,
    private readonly facts: OpeningFactsQuery,
    private readonly moves: TaskMoves,
    private readonly notices: TaskNotices,
    private readonly ladders: LadderClocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async run({ taskId, version, reason, changes, by }: CorrectTaskCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      taskStateAfter(task, 'correct');
      const { before, after } = changedFields(correctable(task), unmasked(task, changes));
      const fields = Object.keys(after);
      if (fields.length === 0) throw taskFault('nothingCorrected');
      await this.refuseWrong(task, after, fields);
      const id = this.ids.next();
      await tx.query(
        'insert into correction (id, task_id, reason, before, after, corrected_by, corrected_at) values ($1, $2, $3, $4, $5, $6, now())',
        [id, taskId, reason, JSON.stringify(before), JSON.stringify(after), by.personId],
      );
      if (after.dueAt !== undefined) await moveDueDates(tx, task, after.dueAt);
      await this.moves.make(tx, task, {
        on: 'correct',
        by,
        changes: { ...columnsOf(after), ...reportColumns(task, after.reportEvery, leaderBehind(by) ?? by.personId) },
        facts: { correctionId: id, fields },
        words: reason,
      });
      if (after.importance !== undefined) await this.ladders.followTask(tx, taskId);
      await this.notices.tell(tx, task, {
        kind: 'task.corrected',
        key: id,
        to: ['units', 'officers'],
        by,
        facts: { correctionId: id },
      });
    });
  }

  /** Only what changes is checked: a date that has passed meanwhile does not hinder a corrected title. */
  private async refuseWrong(task: TaskRow, after: Correction, fields: readonly string[]): Promise<void> {
    const units = fields.filter((field) => field === 'leadUnitId' || field === 'assistUnitIds');
    if (units.length > 0 && !undispatchedTaskStates.includes(task.state))
      throw taskFault(
        'fixedAfterDispatch',
        {},
        units.map((path) => ({ path, message: 'cannot change after dispatch', constraint: 'beforeDispatch' })),
      );
    const plan = { ...planOf(task), ...after };
    const completeness = task.state === 'draft' ? 'draft' : 'registered';
    const lists = task.state === 'draft' || task.state === 'proposed' ? 'leave_to_principal' : 'bind';
    const faults = faultsOfPlan(plan, await this.facts.of([plan]), completeness, lists);
    refusePlan(
      faults.filter(
        ({ error }) =>
          fields.some((field) => error.path.startsWith(field)) ||
          error.path.startsWith('target') ||
          error.constraint === 'principalOrder' ||
          (error.constraint === 'townshipList' && fields.includes('category')),
      ),
    );
  }
}

/** Assignments that ran to the task's old date run to the new one; those with a date of their own keep it. */
async function moveDueDates(tx: EntityManager, task: TaskRow, dueAt: Date | null): Promise<void> {
  await tx.query(
    `update assignment set due_at = $3, version = version + 1
     where task_id = $1 and round = $2 and state <> all($4) and due_at is not distinct from $5`,
    [task.id, task.round, dueAt, settledAssignmentStates, task.dueAt],
  );
}

/** Numbers that the corrector saw masked stay what they were. */
function unmasked({ title, demand, reportWhy }: TaskRow, changes: Correction): Correction {
  return {
    ...changes,
    ...(changes.title !== undefined && { title: withOriginals(changes.title, title) }),
    ...(changes.demand !== undefined && { demand: withOriginals(changes.demand, demand) }),
    ...(changes.reportWhy != null && reportWhy !== null && { reportWhy: withOriginals(changes.reportWhy, reportWhy) }),
  };
}

function columnsOf({ targetValue, ...rest }: Correction): QueryDeepPartialEntity<TaskRow> {
  return targetValue === undefined ? rest : { ...rest, targetValue: targetValue === null ? null : String(targetValue) };
}

function correctable(task: TaskRow): Record<keyof Correction, CorrectedValue> {
  const { title, demand, category, dueAt, leadUnitId, assistUnitIds, leadLeaderId, targetUnit, importance } = task;
  const { targetValue, reportEvery, reportWhy } = planOf(task);
  const target = { targetUnit, targetValue };
  const units = { leadUnitId, assistUnitIds, leadLeaderId };
  return { title, demand, category, dueAt, ...units, ...target, reportEvery, reportWhy, importance };
}
