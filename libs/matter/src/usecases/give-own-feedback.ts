import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import type { Feedback } from '../domain/feedback.js';
import { matterFault } from '../matter-faults.js';
import { lockMatter } from './matter-reading.js';
import { ReplyFeedback } from './reply-feedback.js';

/** What a signed-in proponent says of the reply to himself. */
export interface GiveOwnFeedbackCommand {
  readonly matterId: string;
  readonly replyId: string;
  readonly feedback: Feedback;
  readonly words: string | null;
  readonly by: Actor;
}

/** 满意 / 基本满意 / 不满意, once, by the proponent as a person. */
@Injectable()
export class GiveOwnFeedback {
  constructor(
    private readonly store: Store,
    private readonly replies: ReplyFeedback,
  ) {}

  /** @throws Fault `matter.replyNotFound` unless the reply was to this person, `matter.feedbackGiven` */
  async run({ matterId, replyId, feedback, words, by }: GiveOwnFeedbackCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const found = await this.store.query(
        'select 1 from reply r join signatory g on g.id = r.signatory_id where r.id = $1 and r.matter_id = $2 and g.person_id = $3',
        [replyId, matterId, by.personId],
      );
      if (found.length === 0) throw matterFault('replyNotFound');
      const matter = await lockMatter(tx, matterId);
      await this.replies.take(tx, matter, replyId, { feedback, words, by, manner: 'person' });
    });
  }
}
