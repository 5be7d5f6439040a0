import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import type { ReportEvery } from '../domain/routine-report.js';
import { faultsOfPlan } from '../domain/task-plan.js';
import { OpeningFactsQuery } from '../queries/opening-facts.query.js';
import { leaderBehind } from '../queries/task-actions.js';
import { taskFault } from '../task-faults.js';
import { refusePlan } from './refuse-plan.js';
import { reportColumns } from './report-duty.js';
import { TaskMoves } from './task-moves.js';
import { TaskNotices } from './task-notices.js';
import { planOf, readTask } from './task-reading.js';

/** Puts a draft before a principal; what the leader left empty may be filled in with it. */
export interface ProposeTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly completed: {
    readonly title?: string;
    readonly demand?: string;
    readonly leadUnitId?: string;
    readonly assistUnitIds?: string[];
    readonly dueAt?: Date;
    readonly principalId?: string;
    readonly reportEvery?: ReportEvery;
    readonly reportWhy?: string;
  };
  readonly by: Actor;
}

/** Draft to proposed: it now lies in a principal's tray. */
@Injectable()
export class ProposeTask {
  constructor(
    private readonly store: Store,
    private readonly facts: OpeningFactsQuery,
    private readonly moves: TaskMoves,
    private readonly notices: TaskNotices,
  ) {}

  async run({ taskId, version, completed, by }: ProposeTaskCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      const principalId = completed.principalId ?? task.principalId ?? leaderBehind(by);
      if (principalId === null)
        throw taskFault('incomplete', {}, [{ path: 'principalId', message: 'is required', constraint: 'isNotEmpty' }]);
      const changes = { ...completed, principalId };
      const plan = { ...planOf(task), ...changes };
      refusePlan(faultsOfPlan(plan, await this.facts.of([plan]), 'registered', 'leave_to_principal'));
      await this.moves.make(tx, task, {
        on: 'propose',
        by,
        changes: { ...changes, ...reportColumns(task, completed.reportEvery, principalId), proposedBy: by.personId },
        facts: { principalId },
      });
      await this.notices.tell(
        tx,
        { ...task, principalId },
        { kind: 'task.proposed', key: String(version), to: ['principal', 'office'], by },
      );
    });
  }
}
