import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { needsFollowUp } from '../domain/result-class.js';
import type { AnswerRow } from '../rows/answer.row.js';
import type { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';
import { Closing } from './closing.js';
import { Judges } from './judges.js';
import { readTask, standingOf } from './task-reading.js';

/** Ends a verified task that no principal waits for. */
export interface CloseTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly by: Actor;
}

/** Verified to closed (办结): granted by the supervisor, never by a doer, never on a bare claim. */
@Injectable()
export class CloseTask {
  constructor(
    private readonly store: Store,
    private readonly judges: Judges,
    private readonly closing: Closing,
  ) {}

  async run({ taskId, version, by }: CloseTaskCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      // the table lets a presented result be closed too: that is the principal's decision, see DecideTask
      if (task.state !== 'verified') throw taskFault('moveRefused', { from: task.state, on: 'close' });
      if (task.principalId !== null) throw taskFault('principalAwaits');
      if (!(await standingOf(tx, task)).childrenClosed) throw taskFault('childrenOpen');
      await this.judges.refuseDoer(tx, taskId, by);
      await refuseWithoutFollowUp(tx, task);
      await this.closing.run(tx, task, { by });
    });
  }
}

/** A B or C result is a promise: without a day to look at it again, or a task that carries it on, it does not close. */
async function refuseWithoutFollowUp(tx: EntityManager, task: TaskRow): Promise<void> {
  const [answer] = await tx.query<Pick<AnswerRow, 'resultClass' | 'followUpAt'>[]>(
    `select n.result_class as "resultClass", n.follow_up_at as "followUpAt" from answer n join assignment a on a.id = n.assignment_id
     where n.task_id = $1 and n.round = $2 and a.duty = 'lead' and n.signed_off_at is not null order by n.signed_off_at desc limit 1`,
    [task.id, task.round],
  );
  if (answer && needsFollowUp(answer.resultClass) && answer.followUpAt === null) throw taskFault('followUpMissing');
}
