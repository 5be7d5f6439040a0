import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { ConclusionList } from '../../queries/conclusion/conclusion-list.query.js';
import { OutcomeList } from '../../queries/conclusion/outcome-list.query.js';
import { InspectionDoor } from '../../queries/finding/inspection-door.js';
import { ReviewList } from '../../queries/review/review-list.query.js';
import { DraftConclusion } from '../../usecases/conclusion/draft-conclusion.js';
import { ProposeOutcome } from '../../usecases/conclusion/propose-outcome.js';
import { ApplyForReview } from '../../usecases/review/apply-for-review.js';
import { ReviewRules } from '../../usecases/review/review-rules.js';
import {
  ApplicationBody,
  NewConclusionBody,
  OutcomeBody,
  OutcomeDecisionBody,
  OutcomeHandOverBody,
  OutcomeListQuery,
  ReviewRuleBody,
} from './conclusion.dto.js';
import { ConclusionView, OutcomeView, ReviewRuleView, ReviewView } from './conclusion.view.js';

/** What an inspection ends in: conclusions, applications for review, proposals of praise and blame. */
@Controller()
export class InspectionConclusionController {
  constructor(
    private readonly conclusions: ConclusionList,
    private readonly drafts: DraftConclusion,
    private readonly door: InspectionDoor,
    private readonly applications: ApplyForReview,
    private readonly reviews: ReviewList,
    private readonly rules: ReviewRules,
    private readonly outcomes: OutcomeList,
    private readonly proposing: ProposeOutcome,
  ) {}

  /** Drafts the conclusion about one object. */
  @Post('inspections/:id/conclusions')
  @Act('conclusion.draft')
  async draft(
    @Param('id', ParseUUIDPipe) inspectionId: string,
    @Body() { unitId, words, findingIds, cleared = false }: NewConclusionBody,
    @By() by: Actor,
  ): Promise<ConclusionView> {
    await this.door.refuseUnknown(inspectionId);
    return this.conclusions.one(await this.drafts.run({ inspectionId, unitId, words, findingIds, cleared }, by), by);
  }

  /** The object applies for review. */
  @Post('conclusions/:id/reviews')
  @Act('review.apply', 'id')
  async apply(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { grounds, evidenceIds = [] }: ApplicationBody,
    @By() by: Actor,
  ): Promise<ReviewView> {
    return this.reviews.one(await this.applications.run({ id, version, grounds, evidenceIds, by }), by);
  }

  /** How reviews go in this county. */
  @Get('review-rule')
  @Act('review.list')
  rule(): Promise<ReviewRuleView> {
    return this.rules.read();
  }

  /** Whether rectification stands still while a review lasts. */
  @Put('review-rule')
  @Act('review.rule')
  setRule(@Body() { rectificationWaits }: ReviewRuleBody, @By() by: Actor): Promise<ReviewRuleView> {
    return this.rules.set({ rectificationWaits }, by);
  }

  /** Proposals of praise, criticism and accountability, newest first. */
  @Get('outcome-proposals')
  @Act('outcome_proposal.read')
  @PageOf(OutcomeView)
  list(@Query() query: OutcomeListQuery, @By() by: Actor): Promise<Page<OutcomeView>> {
    return this.outcomes.page(query, by);
  }

  /** Proposes praise, criticism or accountability; nothing follows without a principal’s approval. */
  @Post('inspections/:id/outcome-proposals')
  @Act('outcome_proposal.make')
  async propose(
    @Param('id', ParseUUIDPipe) inspectionId: string,
    @Body() body: OutcomeBody,
    @By() by: Actor,
  ): Promise<OutcomeView> {
    await this.door.refuseUnknown(inspectionId);
    const { unitId, conclusionId = null, kind, words } = body;
    return this.outcomes.one(await this.proposing.run({ inspectionId, conclusionId, unitId, kind, words }, by), by);
  }

  /** A principal approves or refuses. */
  @Post('outcome-proposals/:id/decide')
  @Act('outcome_proposal.decide')
  @HttpCode(200)
  async decide(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: OutcomeDecisionBody,
    @By() by: Actor,
  ): Promise<OutcomeView> {
    const { decision, words = null } = body;
    await this.proposing.decide({ id, version, on: decision, words, by });
    return this.outcomes.one(id, by);
  }

  /** An approved proposal on accountability goes to the competent organ. */
  @Post('outcome-proposals/:id/hand-over')
  @Act('outcome_proposal.make')
  @HttpCode(200)
  async handOver(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: OutcomeHandOverBody,
    @By() by: Actor,
  ): Promise<OutcomeView> {
    const { toOrgan, receiptNo = null } = body;
    await this.proposing.handOver({ id, version, toOrgan, receiptNo, by });
    return this.outcomes.one(id, by);
  }
}
