import { Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { Notices } from '@ducha/notice';
import { compareAndSet } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type Feedback, roundIsOver } from '../domain/feedback.js';
import { matterFault } from '../matter-faults.js';
import type { MatterRow } from '../rows/matter.row.js';
import { ReplyRow } from '../rows/reply.row.js';
import { MatterMoves } from './matter-moves.js';

/** What an asker said of a reply: through its link, signed in, or when called back. */
export interface SaidOfReply {
  readonly feedback: Feedback;
  readonly words: string | null;
  /** Null: the asker, by link. */
  readonly by: Doer | null;
  readonly manner: 'link' | 'person' | 'call_back';
}

/** Takes feedback on a reply, once. The last contented asker closes the matter; a dissatisfied one brings it back to registered. */
@Injectable()
export class ReplyFeedback {
  constructor(
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly moves: MatterMoves,
  ) {}

  /** @param matter  the reply's own, locked by the caller. @throws Fault `matter.feedbackGiven` */
  async take(tx: EntityManager, matter: MatterRow, replyId: string, said: SaidOfReply): Promise<void> {
    const { feedback, words, by, manner } = said;
    const reply = await tx.findOneByOrFail(ReplyRow, { id: replyId, matterId: matter.id });
    if (reply.feedback !== null || reply.lapsedAt !== null) throw matterFault('feedbackGiven');
    await compareAndSet(tx, ReplyRow, reply, { feedback, feedbackWords: words, feedbackAt: () => 'now()' });
    const subject = { type: 'reply', id: reply.id };
    const facts = { feedback, round: reply.round, manner };
    await this.audit.record(tx, { act: 'reply.feedback', subject, about: matter.id, by, facts, words });
    if (reply.round !== matter.round) return;
    if (feedback === 'dissatisfied') await this.bringBack(tx, matter, reply.id);
    else await this.closeIfOver(tx, matter);
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
