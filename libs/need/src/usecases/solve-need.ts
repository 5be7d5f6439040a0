import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { CancelTask, openTaskStates } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { needFault } from '../need-faults.js';
import { needToMove, settleNeed } from './need-rows.js';

/** Who asked says that they solved it themselves (已自行解决): the need ends, and with it the duty of whoever held it. */
@Injectable()
export class SolveNeed {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly cancelTask: CancelTask,
  ) {}

  /** @throws Fault `need.notFound`, `need.moveRefused`, `need.taskOver` */
  run(id: string, version: number, reason: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { need, to } = await needToMove(tx, { id, version, on: 'solve', by });
      await settleNeed(tx, id, { to, words: reason, by });
      await this.audit.record(tx, {
        act: 'need.solve',
        subject: { type: 'need', id },
        by,
        from: need.state,
        to,
        facts: { taskId: need.taskId },
        words: reason,
      });
      if (need.taskId !== null) await this.endTask(tx, need.taskId, reason, by);
    });
  }

  private async endTask(tx: EntityManager, taskId: string, reason: string, by: Actor): Promise<void> {
    const [task] = await tx.query<{ version: number }[]>(
      'select version from task where id = $1 and state = any($2) for update',
      [taskId, openTaskStates],
    );
    if (!task) throw needFault('taskOver');
    await this.cancelTask.run({ taskId, version: task.version, reason: `已自行解决：${reason}`, by });
  }
}
