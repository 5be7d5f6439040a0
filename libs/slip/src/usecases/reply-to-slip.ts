import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Clocks } from '@ducha/deadline';
import { Store } from '@ducha/store';
import { lockedSlip, slipStateAfter } from '../queries/slip-row.js';
import { slipFault } from '../slip-faults.js';
import { endClock } from './case-clocks.js';
import { OpenSlip } from './open-slip.js';
import { SlipNotices } from './slip-notices.js';

/** A slip and the version of it that was seen. */
export interface SeenSlip {
  readonly assignmentId: string;
  readonly slipId: string;
  readonly version: number;
}

/** The unit gives its reason, once and in time. */
@Injectable()
export class ReplyToSlip {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
    private readonly notices: SlipNotices,
    private readonly opening: OpenSlip,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `slip.notFound`, `slip.moveRefused`, `slip.replyLate`, `http.preconditionFailed` */
  async run(seen: SeenSlip, words: string, by: Actor): Promise<void> {
    await this.store.transaction(async (tx) => {
      const slip = await lockedSlip(tx, seen);
      const to = slipStateAfter(slip, 'reply');
      if (slip.late) throw slipFault('replyLate');
      await this.opening.note(tx, slip, by);
      await tx.query(
        'update slip set state = $2, reply = $3, replied_by = $4, replied_at = now(), version = version + 1 where id = $1',
        [slip.id, to, words, by.personId],
      );
      await endClock(this.clocks, tx, { subjectId: slip.id, kind: 'slip_reply', met: true });
      await this.audit.record(tx, {
        act: 'slip.reply',
        subject: { type: 'slip', id: slip.id },
        about: slip.taskId,
        by,
        from: slip.state,
        to,
        words,
      });
      await this.notices.toJudges(tx, slip, `slip.replied:${slip.id}`, 'slip.replied');
    });
  }
}
