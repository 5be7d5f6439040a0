import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { TaskRow } from '../rows/task.row.js';
import { Closing } from './closing.js';

const perTurn = 50;

/** Closes presented results on which the principal said nothing in time; record, page and notices say that it was silence. */
@Injectable()
export class CloseInSilence {
  constructor(
    private readonly store: Store,
    private readonly closing: Closing,
  ) {}

  /** One turn; true when it left work behind. Safe in several processes at once. */
  async run(): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const due = await tx.query<{ id: string; task_id: string }[]>(
        `select p.id, p.task_id from presentation p join task t on t.id = p.task_id
         where p.decision is null and p.silent_close_at <= now() and t.state = 'presented' and t.suspended_at is null
         order by p.id limit ${perTurn} for update of p, t skip locked`,
      );
      for (const { id, task_id: taskId } of due) {
        await tx.query(`update presentation set decision = 'silence', decided_at = now() where id = $1`, [id]);
        const task = await tx.findOneByOrFail(TaskRow, { id: taskId });
        await this.closing.run(tx, task, { by: null, facts: { presentationId: id, bySilence: true } });
      }
      return due.length === perTurn;
    });
  }
}
