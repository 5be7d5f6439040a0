import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { clocksJson } from '@ducha/deadline';
import { countyYear, IDS, type Ids } from '@ducha/kernel';
import { Outbox, Store } from '@ducha/store';
import { chunksFor, type Share, sharesByTask, sharesOf } from '../domain/shares.js';
import { numberTemplate } from '../domain/task-number.js';
import { faultsOfPlan, type ListRule } from '../domain/task-plan.js';
import type { OpenedTaskView } from '../http/opened-task.view.js';
import type { ClockTools } from './clock-facts.js';
import { clocksOfOpening, datedShares, legalDue } from './clock-plan.js';
import { deliveryBell } from '../jobs/delivery-bell.js';
import { type OpeningFacts, OpeningFactsQuery } from '../queries/opening-facts.query.js';
import type { NewTask, OpenedTasks, Opening, OpenTasksCommand } from './new-task.js';
import { actsOfOpening } from './opening-acts.js';
import { batches } from './batches.js';
import { openSql, tasksJson } from './opening-sql.js';
import { sharesJson } from './assignment-sql.js';
import { refusalOf } from './refuse-plan.js';
import { officersFor } from './registering.js';
import { TaskClocks } from './task-clocks.js';

/**
 * Opens any number of tasks in one act, with their numbers and, if asked, their assignments: few statements whether it is
 * one or five thousand. A task that may not be opened is skipped and the others go on; the caller decides whether that is a refusal.
 */
@Injectable()
export class OpenTasks {
  constructor(
    private readonly store: Store,
    private readonly facts: OpeningFactsQuery,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clocks: TaskClocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @param known  facts the caller has read for these very tasks in this transaction */
  async run(command: OpenTasksCommand, known?: OpeningFacts): Promise<OpenedTasks> {
    return this.store.transaction(async (tx) => {
      const facts = known ?? (await this.facts.of(command.tasks));
      const tools = await this.clocks.tools(facts);
      const skipped: OpenedTasks['skipped'][number][] = [];
      const accepted: Opening[] = [];
      command.tasks.forEach((wanted, index) => {
        const task = command.dispatch ? dueByLaw(wanted, tools) : wanted;
        const fault = refusalOf(faultsOfPlan(task, facts, completenessOf(command), listRuleOf(command)));
        if (fault) skipped.push({ index, fault });
        else accepted.push(this.openingOf(task, command, facts));
      });
      if (command.dryRun) return { opened: [], skipped };
      const openings = await numbered(accepted, command);
      const shares = command.dispatch
        ? datedShares(sharesOf(openings.map(sendingOf), tools.newId), kindsOf(openings), tools)
        : [];
      const dispatchId = this.ids.next();
      const numbers =
        openings.length === 0 ? [] : await this.insert(openings, shares, dispatchId, command, facts, tools);
      for (const acts of batches(actsOfOpening(openings, shares, dispatchId, command)))
        await this.audit.record(tx, ...acts);
      if (shares.length > 0) await this.outbox.add(tx, deliveryBell(dispatchId, shares.length));
      return { opened: viewsOf(openings, new Map(numbers.map(({ id, number }) => [id, number])), shares), skipped };
    });
  }

  private openingOf(task: NewTask, { registeredBy, dispatch, by }: OpenTasksCommand, facts: OpeningFacts): Opening {
    const id = this.ids.next();
    if (!registeredBy) return { id, state: 'draft', task, caseOfficerId: task.caseOfficerId, coverOfficerId: null };
    return { id, state: dispatch ? 'dispatched' : 'registered', task, ...officersFor(task, facts, by) };
  }

  private insert(
    openings: readonly Opening[],
    shares: readonly Share[],
    dispatchId: string,
    { by }: OpenTasksCommand,
    facts: OpeningFacts,
    tools: ClockTools,
  ) {
    const kinds = kindsOf(openings);
    const year = countyYear(facts.now);
    const template = numberTemplate(facts.numberPrefix, year);
    const chunks = chunksFor(shares.length);
    return this.store.query<{ id: string; number: string | null }>(openSql, [
      tasksJson(openings),
      sharesJson(shares),
      dispatchId,
      chunks,
      shares.length,
      by.personId,
      template,
      year,
      clocksJson(clocksOfOpening(kinds, shares, tools)),
    ]);
  }
}

/** What was accepted, with the numbers that the caller makes for it. */
async function numbered(accepted: Opening[], { numbers }: OpenTasksCommand): Promise<Opening[]> {
  if (!numbers || accepted.length === 0) return accepted;
  const made = await numbers(accepted.length);
  return accepted.map((one, at) => ({ ...one, task: { ...one.task, number: made[at] ?? null } }));
}

const kindsOf = (openings: readonly Opening[]) =>
  new Map(openings.map(({ id, state, task: { kind, importance = 'ordinary' } }) => [id, { kind, state, importance }]));

/** A plan that names no date takes the law’s, where a law knows one. */
const dueByLaw = (task: NewTask, tools: ClockTools): NewTask =>
  task.dueAt === null
    ? { ...task, dueAt: legalDue(task.kind, { duty: 'lead', unitId: task.leadUnitId }, tools) }
    : task;

function completenessOf({ registeredBy, dispatch }: OpenTasksCommand): 'draft' | 'registered' | 'dispatched' {
  if (dispatch) return 'dispatched';
  return registeredBy ? 'registered' : 'draft';
}

function listRuleOf({ registeredBy, namedByPrincipal }: OpenTasksCommand): ListRule {
  return registeredBy === null || namedByPrincipal === true ? 'leave_to_principal' : 'bind';
}

function sendingOf({ id, task }: Opening) {
  return {
    taskId: id,
    round: 1,
    leadUnitId: task.leadUnitId ?? '',
    assistUnitIds: task.assistUnitIds,
    dueAt: task.dueAt,
  };
}

function viewsOf(
  openings: readonly Opening[],
  numbers: ReadonlyMap<string, string | null>,
  shares: readonly Share[],
): OpenedTaskView[] {
  const byTask = sharesByTask(shares);
  return openings.map(({ id, state, task, caseOfficerId }) => ({
    id,
    version: 1,
    number: numbers.get(id) ?? null,
    title: task.title,
    state,
    round: 1,
    matterId: task.matterId,
    parentId: task.parentId,
    leadUnitId: task.leadUnitId,
    assistUnitIds: [...task.assistUnitIds],
    caseOfficerId,
    dueAt: task.dueAt,
    assignments: (byTask.get(id) ?? []).map((share) => ({
      id: share.id,
      unitId: share.unitId,
      duty: share.duty,
      state: 'queued',
    })),
  }));
}
