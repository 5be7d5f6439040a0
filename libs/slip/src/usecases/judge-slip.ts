import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { isOtherPerson } from '../domain/other-person.js';
import { lockedSlip, slipStateAfter } from '../queries/slip-row.js';
import { slipFault } from '../slip-faults.js';
import type { SeenSlip } from './reply-to-slip.js';
import { SlipNotices } from './slip-notices.js';

/** Somebody else than who sent the slip accepts the unit’s reason, which withdraws it, or lets it stand. */
@Injectable()
export class JudgeSlip {
  constructor(
    private readonly store: Store,
    private readonly notices: SlipNotices,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `slip.notFound`, `slip.senderMayNotJudge`, `slip.moveRefused`, `http.preconditionFailed` */
  async run(seen: SeenSlip, on: 'accept' | 'reject', words: string, by: Actor): Promise<void> {
    await this.store.transaction(async (tx) => {
      const slip = await lockedSlip(tx, seen);
      if (!isOtherPerson(by.personId, [slip.senderId, slip.coverId, slip.repliedBy]))
        throw slipFault('senderMayNotJudge');
      const to = slipStateAfter(slip, on);
      await tx.query(
        `update slip set state = $2, decision = $3, decision_words = $4, decided_by = $5, decided_at = now(), ended_at = now(), version = version + 1
         where id = $1`,
        [slip.id, to, on, words, by.personId],
      );
      await this.audit.record(tx, {
        act: `slip.${on}`,
        subject: { type: 'slip', id: slip.id },
        about: slip.taskId,
        by,
        from: slip.state,
        to,
        words,
      });
      await this.notices.toUnit(tx, slip, to === 'withdrawn' ? 'slip.withdrawn' : 'slip.stands');
    });
  }
}
