import { Inject, Injectable } from '@nestjs/common';
import type { Doer } from '@ducha/audit';
import { Clocks, type ClockSteps, type StandingClock, timeRulesSql } from '@ducha/deadline';
import { IDS, type Ids } from '@ducha/kernel';
import { idsAt, prepared } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type ClockedAssignment, type ClockedTask, clockSteps, type ClockTools } from './clock-plan.js';

type Dated<T> = { [K in keyof T]: Date extends T[K] ? string | Exclude<T[K], Date> : T[K] };
interface Row extends Omit<ClockedTask, 'assignments' | 'clocks'> {
  readonly now: Date;
  readonly timeRules: string;
  readonly assignments: Dated<ClockedAssignment>[];
  readonly clocks: Dated<StandingClock>[];
}

const factsSql = prepared(`
  select t.id, t.kind, t.importance, t.state, t.suspended_at as "suspendedAt", now() as now, ${timeRulesSql} as "timeRules",
    exists (select 1 from task k where k.parent_id = t.id) as "isParent",
    case t.state when 'registered' then t.registered_at when 'answered' then t.answered_at when 'verified' then t.verified_at
      when 'presented' then t.presented_at end as since,
    case when t.state = 'presented' then (select max(p.silent_close_at) from presentation p where p.task_id = t.id and p.decision is null) end as "silentCloseAt",
    (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'taskId', a.task_id, 'unitId', a.unit_id, 'duty', a.duty, 'state', a.state, 'queuedAt', a.queued_at,
        'signedAt', a.signed_at, 'answeredAt', a.answered_at, 'dueAt', a.due_at, 'waived', a.waived_at is not null,
        'redoneAt', (select max(v.verified_at) from verification v where v.task_id = t.id and v.verdict = 'redo' and a.id = any(v.redo_assignment_ids)))), '[]')
     from assignment a where a.task_id = t.id and a.round = t.round) as assignments,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'subjectId', c.subject_id, 'unitId', c.unit_id, 'state', c.state, 'dueAt', c.due_at,
        'suspendedAt', c.suspended_at, 'endedAt', c.ended_at, 'ladder', c.ladder, 'term', c.term, 'counting', c.counting) order by c.armed_at, c.id), '[]')
     from clock c where c.task_id = t.id) as clocks
  from task t where t.id = any(${idsAt('$1')})`);

/** What was sent back for a redo runs to the redo’s date; the original date stays where it is kept. */
const redoSql = prepared(`
  update assignment a set due_at = r."dueAt" from jsonb_to_recordset($1::jsonb) as r("subjectId" uuid, "dueAt" timestamptz) where a.id = r."subjectId"`);

/** Keeps the clocks of tasks and their assignments in agreement with where these stand, in the transaction of the deed. */
@Injectable()
export class TaskClocks {
  constructor(
    private readonly clocks: Clocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** With what clocks are worked out in a transaction that began at an instant, by the rules that its tokens stand for. */
  async tools({ now, timeRules }: { readonly now: Date; readonly timeRules: string }): Promise<ClockTools> {
    return { rules: await this.clocks.rules(timeRules), now, newId: () => this.ids.next() };
  }

  /** Brings the clocks of tasks after an act on them. Safe to repeat. */
  async follow(tx: EntityManager, taskIds: readonly string[], by: Doer | null): Promise<void> {
    const rows = await tx.query<Row[]>(factsSql, [taskIds]);
    if (!rows[0]) return;
    const tools = await this.tools(rows[0]);
    const steps = joined(rows.map((row) => clockSteps(clockedTask(row), tools)));
    await this.clocks.apply(tx, steps, by);
    const redone = steps.arm.filter(({ kind }) => kind === 'redo');
    if (redone.length > 0)
      await tx.query(redoSql, [JSON.stringify(redone.map(({ subjectId, dueAt }) => ({ subjectId, dueAt })))]);
  }
}

const joined = (all: readonly ClockSteps[]): ClockSteps => ({
  arm: all.flatMap(({ arm }) => arm),
  meet: all.flatMap(({ meet }) => meet),
  cancel: all.flatMap(({ cancel }) => cancel),
  suspend: all.flatMap(({ suspend }) => suspend),
  resume: all.flatMap(({ resume }) => resume),
  move: all.flatMap(({ move }) => move),
});

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function clockedTask({ now: _now, timeRules: _rules, assignments, clocks, ...task }: Row): ClockedTask {
  return {
    ...task,
    assignments: assignments.map((one) => ({
      ...one,
      queuedAt: new Date(one.queuedAt),
      signedAt: dateOf(one.signedAt),
      answeredAt: dateOf(one.answeredAt),
      dueAt: dateOf(one.dueAt),
      redoneAt: dateOf(one.redoneAt),
    })),
    clocks: clocks.map((one) => ({
      ...one,
      dueAt: new Date(one.dueAt),
      suspendedAt: dateOf(one.suspendedAt),
      endedAt: dateOf(one.endedAt),
    })),
  };
}
