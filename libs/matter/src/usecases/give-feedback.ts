import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { Feedback } from '../domain/feedback.js';
import { matterFault } from '../matter-faults.js';
import { lockMatter } from './matter-reading.js';
import { ReplyFeedback } from './reply-feedback.js';
import { tokenHash } from './reply-writer.js';

/** What an asker says of the reply, through its link. */
export interface GiveFeedbackCommand {
  readonly token: string;
  readonly feedback: Feedback;
  readonly words: string | null;
}

/** 满意 / 基本满意 / 不满意, once, by whoever holds the link. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly store: Store,
    private readonly replies: ReplyFeedback,
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
      await this.replies.take(tx, matter, found.id, { feedback, words, by: null, manner: 'link' });
    });
  }
}
