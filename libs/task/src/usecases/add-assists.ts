import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { departedAssignmentStates } from '../domain/assignment-lifecycle.js';
import { faultsOfPlan } from '../domain/task-plan.js';
import { OpeningFactsQuery } from '../queries/opening-facts.query.js';
import { taskFault } from '../task-faults.js';
import { refusePlan } from './refuse-plan.js';
import { SendOut } from './send-out.js';
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
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async run({ taskId, version, unitIds, dueAt, by }: AddAssistsCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      taskStateAfter(task, 'add_assists');
      await refuseParent(tx, task);
      const plan = { ...planOf(task), leadUnitId: null, assistUnitIds: unitIds, dueAt };
      const faults = faultsOfPlan(plan, await this.facts.of([plan]), 'registered');
      refusePlan(
        faults.map(({ name, error }) => ({
          name,
          error: { ...error, path: error.path.replace('assistUnitIds', 'unitIds') },
        })),
      );
      const held = (await roundAssignments(tx, task))
        .filter(({ state }) => !departedAssignmentStates.includes(state))
        .map(({ unitId }) => unitId);
      const twice = unitIds.findIndex((id) => held.includes(id));
      if (twice >= 0)
        throw taskFault('unitAlreadyDoing', {}, [
          { path: `unitIds[${twice}]`, message: 'has the task already', constraint: 'arrayUnique' },
        ]);
      const due = dueAt ?? task.dueAt;
      const shares = unitIds.map((unitId) => ({
        id: this.ids.next(),
        taskId,
        unitId,
        duty: 'assist' as const,
        round: task.round,
        dueAt: due,
        predecessorId: null,
      }));
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
}
