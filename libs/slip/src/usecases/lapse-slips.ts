import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Clocks } from '@ducha/deadline';
import { Store } from '@ducha/store';
import { type SlipRow, replyDueSql } from '../queries/slip-row.js';
import { endClock } from './case-clocks.js';
import { SlipNotices } from './slip-notices.js';

const perTurn = 200;

const lapseSql = `
  with lapsed as (
    select s.id from slip s join task t on t.id = s.task_id
    where s.state = 'served' and s.reply_due_at < now() and ${replyDueSql('s')} < now() and t.suspended_at is null
    order by s.reply_due_at limit ${perTurn} for update of s skip locked
  )
  update slip s set state = 'stands', ended_at = now(), version = version + 1 from lapsed where s.id = lapsed.id
  returning s.id, s.assignment_id as "assignmentId", s.task_id as "taskId", s.unit_id as "unitId"`;

/** A slip whose time of reply has passed without one stands. */
@Injectable()
export class LapseSlips {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
    private readonly notices: SlipNotices,
    private readonly audit: Audit,
  ) {}

  /** One turn; true when it left work behind. */
  run(): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const [lapsed] = await tx.query<[Pick<SlipRow, 'id' | 'assignmentId' | 'taskId' | 'unitId'>[], number]>(lapseSql);
      for (const slip of lapsed) {
        await endClock(this.clocks, tx, { subjectId: slip.id, kind: 'slip_reply', met: false });
        await this.notices.toUnit(tx, slip, 'slip.stands');
      }
      await this.audit.record(
        tx,
        ...lapsed.map(({ id, taskId }) => ({
          ...{
            act: 'slip.lapse',
            subject: { type: 'slip', id },
            about: taskId,
            by: null,
            from: 'served',
            to: 'stands',
          },
        })),
      );
      return lapsed.length === perTurn;
    });
  }
}
