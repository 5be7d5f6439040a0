import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Notices } from '@ducha/notice';
import { compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type Feedback, roundIsOver } from '../domain/feedback.js';
import { matterFault } from '../matter-faults.js';
import type { MatterRow } from '../rows/matter.row.js';
import { ReplyRow } from '../rows/reply.row.js';
import { MatterMoves } from './matter-moves.js';
import { lockMatter } from './matter-reading.js';
import { tokenHash } from './reply-writer.js';

/** What an asker says of the reply, through its link. */
export interface GiveFeedbackCommand {
  readonly token: string;
  readonly feedback: Feedback;
  readonly words: string | null;
}

/** 满意 / 基本满意 / 不满意, once. The last contented asker closes the matter; a dissatisfied one brings it back to registered. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly moves: MatterMoves,
  ) {}

  /** @throws Fault `matter.replyNotFound` for an unknown or expired token, `matter.feedbackGiven` */
  async run({ token, feedback, words }: GiveFeedbackCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const [found] = await this.store.query<{ id: string; matter_id: string }>(
        'select id, matter_id from reply where token_hash = $1 and token_expires_at > now()',
        [tokenHash(token)],
      );
      if (!found) throw matterFault('replyNotFound');
      const matter = await lockMatter(tx, found.matter_id);
      const reply = await tx.findOneByOrFail(ReplyRow, { id: found.id });
      if (reply.feedback !== null || reply.lapsedAt !== null) throw matterFault('feedbackGiven');
      await compareAndSet(tx, ReplyRow, reply, { feedback, feedbackWords: words, feedbackAt: () => 'now()' });
      const facts = { feedback, round: reply.round };
      await this.audit.record(tx, {
        act: 'reply.feedback',
        subject: { type: 'reply', id: reply.id },
        about: matter.id,
        by: null,
        facts,
        words,
      });
      if (reply.round !== matter.round) return;
      if (feedback === 'dissatisfied') await this.bringBack(tx, matter, reply.id);
      else await this.closeIfOver(tx, matter);
    });
  }

  /** The asker's own matter, and the one it was merged into, where the work was done. */
  private async bringBack(tx: EntityManager, matter: MatterRow, replyId: string): Promise<void> {
    if (matter.state === 'replied') await this.moves.make(tx, matter, { on: 'dissatisfied', by: null });
    const target = await this.moves.wakeTarget(tx, matter, null);
    const { registeredBy: personId, id: matterId } = target ?? matter;
    await this.notices.tell(tx, [
      { kind: 'matter.dissatisfied', dedupeKey: `matter.dissatisfied:${replyId}`, personId, matterId },
    ]);
  }

  private async closeIfOver(tx: EntityManager, matter: MatterRow): Promise<void> {
    if (matter.state !== 'replied') return;
    const replies = await tx.findBy(ReplyRow, { matterId: matter.id, round: matter.round });
    const isOver = roundIsOver(replies.map(({ feedback, lapsedAt }) => ({ feedback, lapsed: lapsedAt !== null })));
    if (isOver) await this.moves.make(tx, matter, { on: 'feedback', by: null });
  }
}
