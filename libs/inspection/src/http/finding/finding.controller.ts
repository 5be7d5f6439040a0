import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { FindingList } from '../../queries/finding/finding-list.query.js';
import { ConfirmFinding } from '../../usecases/finding/confirm-finding.js';
import { HandOverFinding } from '../../usecases/finding/hand-over-finding.js';
import { OrderRectification } from '../../usecases/finding/order-rectification.js';
import { SettleFinding } from '../../usecases/finding/settle-finding.js';
import {
  FindingListQuery,
  FixCheckBody,
  FindingHandOverBody,
  HandOverReceiptBody,
  MergeFindingBody,
  FindingReasonBody,
  RectificationBody,
  ShownBody,
} from './finding.dto.js';
import { FindingBrief, FindingView } from './finding.view.js';

/** Findings (问题): confirmed by a second person, merged, handed over, put right. */
@Controller('findings')
export class FindingController {
  constructor(
    private readonly findings: FindingList,
    private readonly confirmFinding: ConfirmFinding,
    private readonly settle: SettleFinding,
    private readonly handOverFinding: HandOverFinding,
    private readonly orderRectification: OrderRectification,
  ) {}

  /** Findings as far as the reader may see them, newest first. */
  @Get()
  @Act('finding.list')
  @PageOf(FindingBrief)
  list(@Query() query: FindingListQuery, @By() by: Actor): Promise<Page<FindingBrief>> {
    return this.findings.page(query, by);
  }

  /** One finding with what proves it. */
  @Get(':id')
  @Act('finding.read', 'id')
  read(@Param('id') id: string, @By() by: Actor): Promise<FindingView> {
    return this.findings.one(id, by);
  }

  /** A second person confirms. */
  @Post(':id/confirm')
  @Act('finding.confirm', 'id')
  @HttpCode(200)
  async confirm(@Param('id') id: string, @IfMatch() version: number, @By() by: Actor): Promise<FindingView> {
    await this.confirmFinding.run({ id, version, by });
    return this.findings.one(id, by);
  }

  /** It was none. */
  @Post(':id/dismiss')
  @Act('finding.settle', 'id')
  @HttpCode(200)
  async dismiss(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: FindingReasonBody,
    @By() by: Actor,
  ): Promise<FindingView> {
    await this.settle.dismiss({ id, version, reason, by });
    return this.findings.one(id, by);
  }

  /** It is the same as another one, which stays with both names. */
  @Post(':id/merge')
  @Act('finding.settle', 'id')
  @HttpCode(200)
  async merge(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { intoId }: MergeFindingBody,
    @By() by: Actor,
  ): Promise<FindingView> {
    await this.findings.one(intoId, by);
    await this.settle.merge({ id, version, intoId, by });
    return this.findings.one(intoId, by);
  }

  /** Fixed on the spot (立行立改): a claim until it is verified. */
  @Post(':id/fix')
  @Act('finding.settle', 'id')
  @HttpCode(200)
  async fix(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { words, evidenceIds = [] }: ShownBody,
    @By() by: Actor,
  ): Promise<FindingView> {
    await this.settle.fix({ id, version, words, evidenceIds, by });
    return this.findings.one(id, by);
  }

  /** Somebody else looks whether the fix holds. */
  @Post(':id/verify')
  @Act('finding.settle', 'id')
  @HttpCode(200)
  async verify(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { verdict, words, evidenceIds = [] }: FixCheckBody,
    @By() by: Actor,
  ): Promise<FindingView> {
    await this.settle.verify({ id, version, verdict, words, evidenceIds, by });
    return this.findings.one(id, by);
  }

  /** A clue of an offence goes to the competent organ. */
  @Post(':id/hand-over')
  @Act('finding.hand_over', 'id')
  @HttpCode(200)
  async handOver(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { organ, toOrgan, reason }: FindingHandOverBody,
    @By() by: Actor,
  ): Promise<FindingView> {
    await this.handOverFinding.run({ id, version, organ, toOrgan, reason, by });
    return this.findings.one(id, by);
  }

  /** The organ’s receipt. */
  @Post(':id/hand-over-receipt')
  @Act('finding.hand_over', 'id')
  @HttpCode(200)
  async receipt(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { receiptNo, receivedBy }: HandOverReceiptBody,
    @By() by: Actor,
  ): Promise<FindingView> {
    await this.handOverFinding.receipt({ id, version, receiptNo, receivedBy, by });
    return this.findings.one(id, by);
  }

  /** Orders rectification (整改): a task for the answerable unit. */
  @Post(':id/order')
  @Act('finding.order', 'id')
  @HttpCode(200)
  async order(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { demand, dueAt }: RectificationBody,
    @By() by: Actor,
  ): Promise<FindingView> {
    await this.orderRectification.run({ id, version, demand, dueAt: new Date(dueAt), by });
    return this.findings.one(id, by);
  }
}
