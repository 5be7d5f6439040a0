import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import { covers } from '../domain/mandate.js';
import { taskFault } from '../task-faults.js';
import { Registering } from './registering.js';
import { TaskMoves } from './task-moves.js';
import { TaskNotices } from './task-notices.js';
import { planOf, readTask, taskStateAfter } from './task-reading.js';

/** Registers a draft under a standing mandate. */
export interface RegisterTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly mandateId: string;
  readonly by: Actor;
}

/** Draft to registered by the bureau, as far as a standing mandate (常设授权) in force covers it. */
@Injectable()
export class RegisterTask {
  constructor(
    private readonly store: Store,
    private readonly registering: Registering,
    private readonly moves: TaskMoves,
    private readonly notices: TaskNotices,
  ) {}

  async run({ taskId, version, mandateId, by }: RegisterTaskCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      taskStateAfter(task, 'register');
      const { changes, facts } = await this.registering.changesFor(planOf(task), by, { mandateId });
      if (!covers(facts.mandate, task))
        throw taskFault('mandateNotInForce', {}, [
          { path: 'mandateId', message: 'does not cover this task', constraint: 'mandate' },
        ]);
      await this.moves.make(tx, task, { on: 'register', by, changes, facts: { door: 'mandate', recordId: mandateId } });
      await this.notices.tell(tx, task, {
        kind: 'task.registered',
        key: String(version),
        to: ['officers', 'leadLeader'],
        by,
      });
    });
  }
}
