import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, RepeatSafe, Whole } from '@ducha/http';
import { GiveFeedback } from '../usecases/give-feedback.js';
import { ReadReply } from '../usecases/read-reply.js';
import { ReplyToMatter } from '../usecases/reply-to-matter.js';
import { ReplyToMatters } from '../usecases/reply-to-matters.js';
import { manyOf, wordsOf } from './commands.js';
import { FeedbackBody, ReplyBody, ReplyManyBody, ReplyTokenBody } from './reply.dto.js';
import { PublicReplyView, RepliedMattersView, SentRepliesView } from './reply.view.js';

/** Answers to askers, and what they say of them. Answers with links are not kept for repetition: a repeat finds nobody waiting. */
@Controller()
export class ReplyController {
  constructor(
    private readonly replyToMatter: ReplyToMatter,
    private readonly replyToMatters: ReplyToMatters,
    private readonly readReply: ReadReply,
    private readonly giveFeedback: GiveFeedback,
  ) {}

  /** Answers the askers of many registered matters by template. At most 5,000 matters; `dryRun` says what would be, with one letter. */
  @Post('matters/replies')
  @HttpCode(200)
  @Act('matter.reply')
  @RepeatSafe()
  async replyMany(@Body() body: ReplyManyBody, @By() by: Actor): Promise<RepliedMattersView> {
    const { replies, skipped, ...done } = await this.replyToMatters.run({
      matters: manyOf(body),
      template: body.template ?? null,
      dryRun: body.dryRun ?? false,
      by,
    });
    return { ...done, replies: [...replies], skipped: [...skipped] };
  }

  /** Answers the askers of one matter; every link is shown this once. */
  @Post('matters/:id/reply')
  @HttpCode(200)
  @Act('matter.reply', 'id')
  @RepeatSafe()
  async reply(
    @Param('id', ParseUUIDPipe) matterId: string,
    @IfMatch() version: number,
    @Body() { body, signatoryIds }: ReplyBody,
    @By() by: Actor,
  ): Promise<SentRepliesView> {
    return {
      replies: await this.replyToMatter.run({ matterId, version, body, signatoryIds: signatoryIds ?? null, by }),
    };
  }

  /** The reply behind a link, for whoever holds it. */
  @Post('replies/read')
  @HttpCode(200)
  @Act('public')
  @Whole()
  read(@Body() { token }: ReplyTokenBody): Promise<PublicReplyView> {
    return this.readReply.run(token);
  }

  /** What the asker says of it, once. */
  @Post('replies/feedback')
  @HttpCode(200)
  @Act('public')
  @Whole()
  async feedback(@Body() { token, feedback, words }: FeedbackBody): Promise<PublicReplyView> {
    await this.giveFeedback.run({ token, feedback, words: wordsOf(words) });
    return this.readReply.run(token);
  }
}
