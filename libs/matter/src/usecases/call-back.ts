import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { mayBeCalledBack } from '../domain/matter-actions.js';
import type { Feedback } from '../domain/feedback.js';
import { matterFault } from '../matter-faults.js';
import { standingOf } from '../queries/matter-standing.js';
import { refuseWrongNames } from '../queries/named-in-plan.js';
import { lockMatter } from './matter-reading.js';
import { ReplyFeedback } from './reply-feedback.js';

/** What was said when somebody who had been answered was called back (回访). */
export interface CallBackCommand {
  readonly matterId: string;
  readonly version: number;
  readonly signatoryId: string;
  readonly contactedAt: Date;
  readonly reached: boolean;
  /** Whether the asker says it is solved; null when nobody was reached or it was not said. */
  readonly solved: boolean | null;
  readonly feedback: Feedback | null;
  readonly words: string | null;
  readonly by: Actor;
}

/** Writes a call-back down. A judgement that was spoken counts like one given by link; nobody reached changes nothing. */
@Injectable()
export class CallBack {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly replies: ReplyFeedback,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `matter.callBackNotAsked`, `matter.unknownSignatory`, `matter.feedbackGiven`, `matter.dateInFuture` */
  async run(command: CallBackCommand): Promise<void> {
    const { matterId, version, signatoryId, contactedAt, reached, solved, feedback, words, by } = command;
    await this.store.transaction(async (tx) => {
      const matter = await lockMatter(tx, matterId);
      refuseStale(matter, version);
      if (!mayBeCalledBack(await standingOf(this.store, matterId))) throw matterFault('callBackNotAsked');
      await refuseWrongNames(this.store, { past: { contactedAt } });
      const [reply] = await this.store.query<{ id: string }>(
        'select id from reply where matter_id = $1 and signatory_id = $2 and round = $3',
        [matterId, signatoryId, matter.round],
      );
      if (!reply) throw unanswered();
      const id = this.ids.next();
      const said = reached ? [solved, feedback] : [null, null];
      await tx.query(
        `insert into call_back (id, matter_id, signatory_id, round, reached, solved, feedback, words, contacted_at, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
        [id, matterId, signatoryId, matter.round, reached, ...said, words, contactedAt, by.personId],
      );
      const facts = { reached, solved: reached ? solved : null, round: matter.round };
      const subject = { type: 'call_back', id };
      await this.audit.record(tx, { act: 'matter.call_back', subject, about: matterId, by, facts, words });
      if (reached && feedback !== null)
        await this.replies.take(tx, matter, reply.id, { feedback, words, by, manner: 'call_back' });
      await tx.query('update matter set version = version + 1 where id = $1 and version = $2', [matterId, version]);
    });
  }
}

const unanswered = () =>
  matterFault('unknownSignatory', {}, [
    { path: 'signatoryId', message: 'was not answered in this round', constraint: 'answered' },
  ]);
