import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { Clocks, type ClockSteps, type NewDate, type StandingClock, timeRulesSql } from '@ducha/deadline';
import { IDS, type Ids } from '@ducha/kernel';
import { idsAt, prepared } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { reportFrom } from '../queries/report-duty.js';
import { lapseRequests } from './lapse-requests.js';
import { MatterClocks } from './matter-clocks.js';
import type { ClockedAssignment, ClockedTask, ClockTools } from './clock-facts.js';
import { clockSteps } from './clock-plan.js';

type Dated<T> = { [K in keyof T]: Date extends T[K] ? string | Exclude<T[K], Date> : T[K] };
interface Row extends Omit<ClockedTask, 'assignments' | 'clocks'> {
  readonly now: Date;
  readonly timeRules: string;
  readonly assignments: Dated<ClockedAssignment>[];
  readonly clocks: Dated<StandingClock>[];
}

const factsSql = prepared(`
  select t.id, t.kind, t.importance, t.state, t.suspended_at as "suspendedAt", t.matter_id as "matterId", t.report_every as "reportEvery", now() as now, ${timeRulesSql} as "timeRules",
    exists (select 1 from task k where k.parent_id = t.id) as "isParent",
    case t.state when 'registered' then t.registered_at when 'answered' then t.answered_at when 'verified' then t.verified_at
      when 'presented' then t.presented_at end as since,
    case when t.state = 'presented' then (select max(p.silent_close_at) from presentation p where p.task_id = t.id and p.decision is null) end as "silentCloseAt",
    (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'taskId', a.task_id, 'unitId', a.unit_id, 'duty', a.duty, 'state', a.state, 'queuedAt', a.queued_at, 'deliveredAt', a.delivered_at,
        'signedAt', a.signed_at, 'refusedAt', (select r.recorded_at from service_refusal r where r.assignment_id = a.id and r.confirmed_at is not null), 'answeredAt', a.answered_at, 'dueAt', a.due_at, 'waived', a.waived_at is not null,
        'reportedAt', case when t.report_every is not null then (select max(x.reported_at) from report x where x.assignment_id = a.id) end,
        'reportFrom', case when t.report_every is not null then ${reportFrom} end,
        'redoneAt', (select max(v.verified_at) from verification v where v.task_id = t.id and v.verdict = 'redo' and a.id = any(v.redo_assignment_ids)),
        'extensionAskedAt', e.asked_at, 'extensionWanted', e.asked_due_at, 'extensionDecidedAt', e.decided_at,
        'disputedAt', d.raised_at, 'rulingUnitId', d.ruling_unit_id, 'disputeRuledAt', d.ruled_at)), '[]')
     from assignment a left join lateral (
       select max(x.asked_at) filter (where x.state = 'asked') as asked_at, max(x.asked_due_at) filter (where x.state = 'asked') as asked_due_at,
         max(x.ended_at) filter (where x.decided_by is not null) as decided_at from extension x where x.assignment_id = a.id) e on true
       left join lateral (select x.raised_at, x.ruling_unit_id, case when x.state = 'ruled' then x.ended_at end as ruled_at
         from dispute x where x.assignment_id = a.id and x.state in ('raised', 'ruled')) d on true
     where a.task_id = t.id and a.round = t.round) as assignments,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'subjectId', c.subject_id, 'unitId', c.unit_id, 'state', c.state, 'startedAt', c.started_at, 'originalDueAt', c.original_due_at, 'dueAt', c.due_at,
        'suspendedAt', c.suspended_at, 'heldAt', c.held_at, 'endedAt', c.ended_at, 'ladder', c.ladder, 'term', c.term, 'counting', c.counting) order by c.armed_at, c.id), '[]')
     from clock c where c.task_id = t.id) as clocks
  from task t where t.id = any(${idsAt('$1')})`);

/** What was sent back for a redo runs to the redo’s date; the original date stays where it is kept. */
const redoSql = prepared(`
  update assignment a set due_at = r."dueAt" from jsonb_to_recordset($1::jsonb) as r("subjectId" uuid, "dueAt" timestamptz) where a.id = r."subjectId"`);

const receiptSql = prepared(`
  with dated as (
    update assignment a set due_at = r."dueAt" from jsonb_to_recordset($1::jsonb) as r("subjectId" uuid, "dueAt" timestamptz)
    where a.id = r."subjectId" returning a.task_id, a.duty, a.round, a.due_at
  )
  update task t set due_at = d.due_at from dated d where t.id = d.task_id and d.duty = 'lead' and t.round = d.round`);

/** Keeps the clocks of tasks and their assignments in agreement with where these stand, in the transaction of the deed. */
@Injectable()
export class TaskClocks {
  constructor(
    private readonly clocks: Clocks,
    private readonly audit: Audit,
    private readonly matters: MatterClocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** With what clocks are worked out in a transaction that began at an instant, by the rules that its tokens stand for. */
  async tools({ now, timeRules }: { readonly now: Date; readonly timeRules: string }): Promise<ClockTools> {
    return { rules: await this.clocks.rules(timeRules), now, newId: () => this.ids.next() };
  }

  /** Brings the clocks of tasks after an act on them. Safe to repeat. @param because  why dates move; a correction when absent */
  async follow(
    tx: EntityManager,
    taskIds: readonly string[],
    by: Doer | null,
    because?: NewDate['because'],
  ): Promise<void> {
    const rows = await tx.query<Row[]>(factsSql, [taskIds]);
    if (!rows[0]) return;
    const tools = await this.tools(rows[0]);
    const tasks = rows.map(clockedTask);
    const steps = joined(tasks.map((task) => clockSteps(task, { ...tools, ...(because && { because }) })));
    await this.clocks.apply(tx, steps, by);
    await this.matters.follow(tx, settling(tasks));
    await lapseRequests(tx, this.audit, tasks, by);
    await this.followReceipts(tx, steps, tasks);
    const redone = steps.arm.filter(({ kind }) => kind === 'redo');
    if (redone.length > 0)
      await tx.query(redoSql, [JSON.stringify(redone.map(({ subjectId, dueAt }) => ({ subjectId, dueAt })))]);
  }

  /** A law’s date that began with the receipt is the share’s own, and the task’s where the lead has it. */
  private async followReceipts(tx: EntityManager, { move }: ClockSteps, tasks: readonly ClockedTask[]): Promise<void> {
    const received = new Map(
      move.flatMap(({ id, because, dueAfter }) => (because === 'receipt' ? [[id, dueAfter]] : [])),
    );
    if (received.size === 0) return;
    const dates = tasks.flatMap(({ clocks }) =>
      clocks.flatMap(({ id, subjectId }) => (received.has(id) ? { subjectId, dueAt: received.get(id) } : [])),
    );
    await tx.query(receiptSql, [JSON.stringify(dates)]);
  }
}

/** Matters whose work may be over now, or has begun again. */
const settling = (tasks: readonly ClockedTask[]): string[] => [
  ...new Set(
    tasks.flatMap(({ matterId, state }) =>
      matterId !== null && ['registered', 'closed', 'effective', 'cancelled'].includes(state) ? matterId : [],
    ),
  ),
];

const joined = (all: readonly ClockSteps[]): ClockSteps => ({
  arm: all.flatMap(({ arm }) => arm),
  meet: all.flatMap(({ meet }) => meet),
  cancel: all.flatMap(({ cancel }) => cancel),
  suspend: all.flatMap(({ suspend }) => suspend),
  hold: all.flatMap((steps) => steps.hold),
  release: all.flatMap(({ release }) => release),
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
      deliveredAt: dateOf(one.deliveredAt),
      signedAt: dateOf(one.signedAt),
      refusedAt: dateOf(one.refusedAt),
      answeredAt: dateOf(one.answeredAt),
      reportedAt: dateOf(one.reportedAt),
      dueAt: dateOf(one.dueAt),
      redoneAt: dateOf(one.redoneAt),
      extensionAskedAt: dateOf(one.extensionAskedAt),
      extensionWanted: dateOf(one.extensionWanted),
      extensionDecidedAt: dateOf(one.extensionDecidedAt),
      disputedAt: dateOf(one.disputedAt),
      disputeRuledAt: dateOf(one.disputeRuledAt),
    })),
    clocks: clocks.map((one) => ({
      ...one,
      startedAt: new Date(one.startedAt),
      originalDueAt: new Date(one.originalDueAt),
      dueAt: new Date(one.dueAt),
      suspendedAt: dateOf(one.suspendedAt),
      heldAt: dateOf(one.heldAt),
      endedAt: dateOf(one.endedAt),
    })),
  };
}
