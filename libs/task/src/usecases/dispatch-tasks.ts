import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { type Fault, IDS, type Ids, nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { ClockTools } from './clock-facts.js';
import { datedShares, legalDue } from './clock-plan.js';
import { type Sending, sharesByTask, sharesOf } from '../domain/shares.js';
import { taskLifecycle } from '../domain/task-lifecycle.js';
import { faultsOfPlan, type TaskPlan } from '../domain/task-plan.js';
import { type OpeningFacts, OpeningFactsQuery } from '../queries/opening-facts.query.js';
import type { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';
import { batches } from './batches.js';
import { type DispatchFilter, type Dispatchable, lockDispatchable } from './dispatchable.js';
import { refusalOf } from './refuse-plan.js';
import { officersFor } from './registering.js';
import { RollUp } from './roll-up.js';
import { SendOut } from './send-out.js';
import { TaskClocks } from './task-clocks.js';
import { planOf } from './task-reading.js';

/** Sends out registered tasks in one act. */
export interface DispatchTasksCommand {
  /** Which tasks: named one by one (unknown ones are skipped), or all registered ones that a filter finds, at most 5,000. */
  readonly tasks: { readonly ids: readonly string[] } | { readonly filter: DispatchFilter };
  /** What the act says anew about its tasks; used for one task at a time. */
  readonly changes?: Partial<Pick<TaskPlan, 'leadUnitId' | 'assistUnitIds' | 'dueAt' | 'caseOfficerId'>>;
  /** Judges by the same rules and writes nothing: `dispatched` is how many would go. */
  readonly dryRun?: boolean;
  readonly by: Actor;
}

/** What came of it. `skipped` names each task that stayed, with the refusal. */
export interface DispatchedTasks {
  readonly dispatchId: string | null;
  readonly dispatched: number;
  readonly skipped: readonly { readonly taskId: string; readonly fault: Fault }[];
}

interface Planned extends Dispatchable {
  readonly plan: TaskPlan;
}

const sendSql = `
  update task t set state = 'dispatched', dispatched_at = now(), lead_unit_id = g.lead_unit_id, assist_unit_ids = g.assist_unit_ids, due_at = g.due_at,
    case_officer_id = g.case_officer_id, cover_officer_id = g.cover_officer_id, version = t.version + 1
  from jsonb_to_recordset($1::jsonb) as g(id uuid, lead_unit_id uuid, assist_unit_ids uuid[], due_at timestamptz, case_officer_id uuid, cover_officer_id uuid)
  where t.id = g.id`;

/** Registered to dispatched, for one task or thousands in a handful of statements. The rows are locked while it works. */
@Injectable()
export class DispatchTasks {
  constructor(
    private readonly store: Store,
    private readonly facts: OpeningFactsQuery,
    private readonly sendOut: SendOut,
    private readonly audit: Audit,
    private readonly rollUp: RollUp,
    private readonly clocks: TaskClocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async run({ tasks, changes, dryRun = false, by }: DispatchTasksCommand): Promise<DispatchedTasks> {
    return this.store.transaction(async (tx) => {
      const found = await lockDispatchable(tx, tasks, by);
      const wanted = found.map((one) => ({ ...one, plan: { ...planOf(one.task), ...changes } }));
      const facts = await this.facts.of(wanted.map(({ plan }) => plan));
      const tools = await this.clocks.tools(facts);
      const planned = wanted.map((one) => dueByLaw(one, tools));
      const judged = planned.map((one) => ({ one, fault: faultOf(one, facts) }));
      const ready = judged.filter(({ fault }) => fault === undefined).map(({ one }) => one);
      const unknown =
        'ids' in tasks ? [...new Set(tasks.ids)].filter((id) => !found.some(({ task }) => task.id === id)) : [];
      return {
        dispatchId: ready.length === 0 || dryRun ? null : await this.send(tx, ready, { facts, tools }, by),
        dispatched: ready.length,
        skipped: [
          ...unknown.map((taskId) => ({ taskId, fault: taskFault('notFound') })),
          ...judged.flatMap(({ one, fault }) => (fault ? [{ taskId: one.task.id, fault }] : [])),
        ],
      };
    });
  }

  private async send(
    tx: EntityManager,
    ready: readonly Planned[],
    { facts, tools }: { readonly facts: OpeningFacts; readonly tools: ClockTools },
    by: Actor,
  ): Promise<string | null> {
    const held = new Map(ready.map(({ task, heldUnitIds }) => [task.id, heldUnitIds]));
    const sent = sharesOf(
      ready.map(sendingOf),
      () => this.ids.next(),
      (taskId, unitId) => held.get(taskId)?.includes(unitId) ?? false,
    );
    const shares = datedShares(sent, new Map(ready.map(({ task }) => [task.id, task])), tools);
    await tx.query(sendSql, [JSON.stringify(ready.map((one) => changeOf(one, facts, by)))]);
    const dispatchId = await this.sendOut.run(tx, shares, by);
    await this.clocks.follow(
      tx,
      ready.map(({ task }) => task.id),
      by,
    );
    const byTask = sharesByTask(shares);
    const acts = ready.map(({ task }) => ({
      act: 'task.dispatch',
      subject: { type: 'task', id: task.id },
      by,
      from: task.state,
      to: 'dispatched',
      facts: { dispatchId, unitIds: (byTask.get(task.id) ?? []).map(({ unitId }) => unitId) },
    }));
    for (const batch of batches(acts)) await this.audit.record(tx, ...batch);
    const parents = new Set(ready.map(({ task }) => task.parentId).filter((id) => id !== null));
    for (const parentId of [...parents].sort()) await this.rollUp.after(tx, parentId, by);
    return dispatchId;
  }
}

/** A plan that names no date takes the law’s, where a law knows one. */
function dueByLaw(one: Planned, tools: ClockTools): Planned {
  if (one.plan.dueAt !== null) return one;
  return {
    ...one,
    plan: { ...one.plan, dueAt: legalDue(one.task.kind, { duty: 'lead', unitId: one.plan.leadUnitId }, tools) },
  };
}

function faultOf({ task, plan, isParent }: Planned, facts: OpeningFacts): Fault | undefined {
  if (nextState(taskLifecycle, task.state, 'dispatch') === undefined)
    return taskFault('moveRefused', { from: task.state, on: 'dispatch' });
  return isParent ? taskFault('isParent') : refusalOf(faultsOfPlan(newlyNamed(plan, task), facts, 'dispatched'));
}

/** Persons named at registration were checked then; that one has left a post since does not hold the task up. */
function newlyNamed(plan: TaskPlan, task: TaskRow): TaskPlan {
  const caseOfficerId = plan.caseOfficerId === task.caseOfficerId ? null : plan.caseOfficerId;
  return { ...plan, leadLeaderId: null, principalId: null, caseOfficerId };
}

function sendingOf({ task, plan }: Planned): Sending {
  return {
    taskId: task.id,
    round: task.round,
    leadUnitId: plan.leadUnitId ?? '',
    assistUnitIds: plan.assistUnitIds,
    dueAt: plan.dueAt,
  };
}

function changeOf({ task, plan }: { task: TaskRow; plan: TaskPlan }, facts: OpeningFacts, by: Actor): object {
  const officers =
    task.caseOfficerId === plan.caseOfficerId && task.caseOfficerId !== null
      ? { caseOfficerId: task.caseOfficerId, coverOfficerId: task.coverOfficerId }
      : officersFor(plan, facts, by);
  return {
    id: task.id,
    lead_unit_id: plan.leadUnitId,
    assist_unit_ids: plan.assistUnitIds,
    due_at: plan.dueAt,
    case_officer_id: officers.caseOfficerId,
    cover_officer_id: officers.coverOfficerId,
  };
}
