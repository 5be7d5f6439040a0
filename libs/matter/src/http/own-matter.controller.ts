import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf, PageQuery, RepeatSafe, Whole } from '@ducha/http';
import { MatterPage } from '../queries/matter-page.query.js';
import { OwnMatters } from '../queries/own-matters.query.js';
import { CallBack } from '../usecases/call-back.js';
import { GiveOwnFeedback } from '../usecases/give-own-feedback.js';
import { MakeStatusLink } from '../usecases/make-status-link.js';
import { ReadStatus } from '../usecases/read-status.js';
import { wordsOf } from './commands.js';
import { MatterView } from './matter.view.js';
import { CallBackBody, OwnFeedbackBody, StatusLinkBody, StatusTokenBody } from './own-matter.dto.js';
import { OwnMatterView, PublicStatusView, StatusLinkView } from './own-matter.view.js';

/** What those who asked are told, by link or signed in, and what they say when called back. */
@Controller()
export class OwnMatterController {
  constructor(
    private readonly own: OwnMatters,
    private readonly giveFeedback: GiveOwnFeedback,
    private readonly makeLink: MakeStatusLink,
    private readonly readStatus: ReadStatus,
    private readonly callBack: CallBack,
    private readonly pages: MatterPage,
  ) {}

  /** The proponent's own matters, the latest first. */
  @Get('own-matters')
  @Act('matter.own')
  @Whole()
  @PageOf(OwnMatterView)
  list(@Query() query: PageQuery, @By() by: Actor): Promise<Page<OwnMatterView>> {
    return this.own.page(query, by);
  }

  /** What the proponent says of a reply to himself, once. */
  @Post('own-matters/:id/feedback')
  @HttpCode(200)
  @Act('matter.own', 'id')
  @Whole()
  async feedback(
    @Param('id', ParseUUIDPipe) matterId: string,
    @Body() { replyId, feedback, words }: OwnFeedbackBody,
    @By() by: Actor,
  ): Promise<OwnMatterView> {
    await this.giveFeedback.run({ matterId, replyId, feedback, words: wordsOf(words), by });
    return this.own.read(matterId, by);
  }

  /** A link by which one signatory follows the matter; shown this once. */
  @Post('matters/:id/status-links')
  @Act('matter.status_link', 'id')
  @RepeatSafe()
  async link(
    @Param('id', ParseUUIDPipe) matterId: string,
    @Body() { signatoryId }: StatusLinkBody,
    @By() by: Actor,
  ): Promise<StatusLinkView> {
    return { link: await this.makeLink.run({ matterId, signatoryId, by }) };
  }

  /** Where the matter behind a link stands, for whoever holds it. */
  @Post('matters/status')
  @HttpCode(200)
  @Act('public')
  @Whole()
  status(@Body() { token }: StatusTokenBody): Promise<PublicStatusView> {
    return this.readStatus.run(token);
  }

  /** 回访: what a signatory who was answered said when called back. */
  @Post('matters/:id/call-backs')
  @HttpCode(200)
  @Act('matter.call_back', 'id')
  async called(
    @Param('id', ParseUUIDPipe) matterId: string,
    @IfMatch() version: number,
    @Body() body: CallBackBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    const { signatoryId, contactedAt, reached, solved = null, feedback = null, words } = body;
    const said = { reached, solved, feedback, words: wordsOf(words) };
    await this.callBack.run({ matterId, version, signatoryId, contactedAt: new Date(contactedAt), ...said, by });
    return this.pages.read(matterId, by);
  }
}
