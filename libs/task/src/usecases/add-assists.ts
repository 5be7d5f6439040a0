import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { departedAssignmentStates } from '../domain/assignment-lifecycle.js';
import { faultsOfPlan } from '../domain/task-plan.js';
import { type OpeningFacts, OpeningFactsQuery } from '../queries/opening-facts.query.js';
import type { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';
import { datedShares } from './clock-plan.js';
import { refusePlan } from './refuse-plan.js';
import { SendOut } from './send-out.js';
import { TaskClocks } from './task-clocks.js';
import { TaskMoves } from './task-moves.js';
import { planOf, readTask, refuseParent, roundAssignments, taskStateAfter } from './task-reading.js';

/** Further assisting units for a task that is out already. */
export interface AddAssistsCommand {
  readonly taskId: string;
  readonly version: number;
  readonly unitIds: readonly string[];
  /** Their own date; else the task's. */
  readonly dueAt: Date | null;
  readonly by: Actor;
}

/** Adds assists until the task is answered. */
@Injectable()
export class AddAssists {
  constructor(
    private readonly store: Store,
    private readonly facts: OpeningFactsQuery,
    private readonly sendOut: SendOut,
    private readonly moves: TaskMoves,
    private readonly clocks: TaskClocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async run({ taskId, version, unitIds, dueAt, by }: AddAssistsCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      taskStateAfter(task, 'add_assists');
      await refuseParent(tx, task);
      const tools = await this.clocks.tools(await this.refuseWrong(tx, task, unitIds, dueAt));
      const base = {
        taskId,
        duty: 'assist' as const,
        round: task.round,
        dueAt: dueAt ?? task.dueAt,
        predecessorId: null,
      };
      const added = unitIds.map((unitId) => ({ ...base, id: this.ids.next(), unitId }));
      const shares = datedShares(added, new Map([[taskId, task]]), tools);
      const dispatchId = await this.sendOut.run(tx, shares, by);
      const assistUnitIds = [...new Set([...task.assistUnitIds, ...unitIds])];
      await this.moves.make(tx, task, {
        on: 'add_assists',
        by,
        changes: { assistUnitIds },
        facts: { dispatchId, unitIds },
      });
    });
  }

  private async refuseWrong(
    tx: EntityManager,
    task: TaskRow,
    unitIds: readonly string[],
    dueAt: Date | null,
  ): Promise<OpeningFacts> {
    const plan = { ...planOf(task), leadUnitId: null, leadLeaderId: null, principalId: null, caseOfficerId: null };
    const asked = { ...plan, assistUnitIds: unitIds, dueAt };
    const facts = await this.facts.of([asked]);
    const faults = faultsOfPlan(asked, facts, 'draft', 'bind');
    const asUnitIds = (path: string): string => path.replace('assistUnitIds', 'unitIds');
    refusePlan(faults.map(({ error, ...fault }) => ({ ...fault, error: { ...error, path: asUnitIds(error.path) } })));
    const held = (await roundAssignments(tx, task)).filter(({ state }) => !departedAssignmentStates.includes(state));
    const twice = unitIds.findIndex((id) => held.some(({ unitId }) => unitId === id));
    if (twice < 0) return facts;
    const error = { path: `unitIds[${twice}]`, message: 'has the task already', constraint: 'arrayUnique' };
    throw taskFault('unitAlreadyDoing', {}, [error]);
  }
}
