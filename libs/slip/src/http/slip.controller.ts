import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { Lights } from '../queries/lights.query.js';
import { SlipPaperQuery } from '../queries/slip-paper.query.js';
import { Slips } from '../queries/slips.query.js';
import { JudgeSlip } from '../usecases/judge-slip.js';
import { OpenSlip } from '../usecases/open-slip.js';
import { ReplyToSlip } from '../usecases/reply-to-slip.js';
import { SlipJudgementBody, SlipListQuery, SlipReplyBody } from './slip.dto.js';
import { LightsView, SupervisionSlipView } from './slip.view.js';

/** Slips (督办单): read, printed, replied to, judged. */
@Controller()
export class SlipController {
  constructor(
    private readonly slips: Slips,
    private readonly paper: SlipPaperQuery,
    private readonly lights: Lights,
    private readonly openSlip: OpenSlip,
    private readonly replyToSlip: ReplyToSlip,
    private readonly judgeSlip: JudgeSlip,
  ) {}

  /** Slips that the reader may see, the newest first. */
  @Get('slips')
  @Act('slip.read')
  @PageOf(SupervisionSlipView)
  list(@Query() query: SlipListQuery, @By() by: Actor): Promise<Page<SupervisionSlipView>> {
    return this.slips.page(query, by);
  }

  /** How every unit with something open stands. */
  @Get('lights')
  @Act('light.read')
  overview(@By() by: Actor): Promise<LightsView> {
    return this.lights.read(by);
  }

  /** One slip; read by its unit, the opening is written down as proof of service. */
  @Get('assignments/:id/slips/:slipId')
  @Act('slip.read', 'id')
  read(
    @Param('id') id: string,
    @Param('slipId', ParseUUIDPipe) slipId: string,
    @By() by: Actor,
  ): Promise<SupervisionSlipView> {
    return this.opened(id, slipId, by);
  }

  /** The same as an official document. */
  @Get('assignments/:id/slips/:slipId/pdf')
  @Act('slip.read', 'id')
  async print(
    @Param('id') id: string,
    @Param('slipId', ParseUUIDPipe) slipId: string,
    @By() by: Actor,
  ): Promise<StreamableFile> {
    const slip = await this.opened(id, slipId, by);
    const name = encodeURIComponent(`${slip.nameZh}${slip.number}.pdf`);
    return new StreamableFile(await this.paper.of(slip), {
      ...{ type: 'application/pdf', disposition: `inline; filename*=UTF-8''${name}` },
    });
  }

  /** The unit’s reason, once and in time. */
  @Post('assignments/:id/slips/:slipId/reply')
  @Act('slip.reply', 'id')
  @HttpCode(200)
  async reply(
    @Param('id') assignmentId: string,
    @Param('slipId', ParseUUIDPipe) slipId: string,
    @IfMatch() version: number,
    @Body() { words }: SlipReplyBody,
    @By() by: Actor,
  ): Promise<SupervisionSlipView> {
    await this.replyToSlip.run({ assignmentId, slipId, version }, words, by);
    return this.slips.one(assignmentId, slipId, by);
  }

  /** Accepts the reason: the slip is withdrawn and no further one follows. By another person than who sent it. */
  @Post('assignments/:id/slips/:slipId/accept')
  @Act('slip.judge', 'id')
  @HttpCode(200)
  async accept(
    @Param('id') assignmentId: string,
    @Param('slipId', ParseUUIDPipe) slipId: string,
    @IfMatch() version: number,
    @Body() { words }: SlipJudgementBody,
    @By() by: Actor,
  ): Promise<SupervisionSlipView> {
    await this.judgeSlip.run({ assignmentId, slipId, version }, 'accept', words, by);
    return this.slips.one(assignmentId, slipId, by);
  }

  /** Does not accept it: the slip stands. By another person than who sent it. */
  @Post('assignments/:id/slips/:slipId/reject')
  @Act('slip.judge', 'id')
  @HttpCode(200)
  async reject(
    @Param('id') assignmentId: string,
    @Param('slipId', ParseUUIDPipe) slipId: string,
    @IfMatch() version: number,
    @Body() { words }: SlipJudgementBody,
    @By() by: Actor,
  ): Promise<SupervisionSlipView> {
    await this.judgeSlip.run({ assignmentId, slipId, version }, 'reject', words, by);
    return this.slips.one(assignmentId, slipId, by);
  }

  private async opened(id: string, slipId: string, by: Actor): Promise<SupervisionSlipView> {
    const slip = await this.slips.one(id, slipId, by);
    await this.openSlip.run(slip, by);
    return this.slips.one(id, slipId, by);
  }
}
