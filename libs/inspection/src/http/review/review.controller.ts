import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import type { FindingChange } from '../../domain/review/review-lifecycle.js';
import { ReviewList } from '../../queries/review/review-list.query.js';
import { ApplyForReview } from '../../usecases/review/apply-for-review.js';
import { DecideReview } from '../../usecases/review/decide-review.js';
import {
  AdmitBody,
  type FindingChangeBody,
  OpinionBody,
  RefuseReviewBody,
  ReviewDecisionBody,
  ReviewListQuery,
} from '../conclusion/conclusion.dto.js';
import { ReviewBrief, ReviewerCandidate, ReviewView } from '../conclusion/conclusion.view.js';

/** Reviews (复核) of conclusions by people who took no part in them. */
@Controller('reviews')
export class ReviewController {
  constructor(
    private readonly reviews: ReviewList,
    private readonly applications: ApplyForReview,
    private readonly decisions: DecideReview,
  ) {}

  /** Reviews as far as the reader may see them, newest first. */
  @Get()
  @Act('review.list')
  @PageOf(ReviewBrief)
  list(@Query() query: ReviewListQuery, @By() by: Actor): Promise<Page<ReviewBrief>> {
    return this.reviews.page(query, by);
  }

  /** One review. */
  @Get(':id')
  @Act('review.read', 'id')
  read(@Param('id') id: string, @By() by: Actor): Promise<ReviewView> {
    return this.reviews.one(id, by);
  }

  /** Who may review it, and who took part and may not. */
  @Get(':id/reviewers')
  @Act('review.admit', 'id')
  async reviewers(@Param('id') id: string, @By() by: Actor): Promise<ReviewerCandidate[]> {
    return this.reviews.candidates((await this.reviews.one(id, by)).conclusionId);
  }

  /** Admits the application and names the reviewer. */
  @Post(':id/admit')
  @Act('review.admit', 'id')
  @HttpCode(200)
  async admit(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reviewerId }: AdmitBody,
    @By() by: Actor,
  ): Promise<ReviewView> {
    await this.decisions.admit({ id, version, reviewerId, by });
    return this.reviews.one(id, by);
  }

  /** The application is none. */
  @Post(':id/refuse')
  @Act('review.admit', 'id')
  @HttpCode(200)
  async refuse(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: RefuseReviewBody,
    @By() by: Actor,
  ): Promise<ReviewView> {
    await this.applications.refuse({ id, version, reason, by });
    return this.reviews.one(id, by);
  }

  /** The object withdraws its application. */
  @Post(':id/withdraw')
  @Act('review.withdraw', 'id')
  @HttpCode(200)
  async withdraw(@Param('id') id: string, @IfMatch() version: number, @By() by: Actor): Promise<ReviewView> {
    await this.applications.withdraw({ id, version, by });
    return this.reviews.one(id, by);
  }

  /** The reviewer proposes. */
  @Post(':id/propose')
  @Act('review.propose', 'id')
  @HttpCode(200)
  async propose(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { verdict, words, changes }: OpinionBody,
    @By() by: Actor,
  ): Promise<ReviewView> {
    await this.decisions.propose({ id, version, verdict, words, changes: changesIn(changes), by });
    return this.reviews.one(id, by);
  }

  /** A principal decides, and what follows is carried out. */
  @Post(':id/decide')
  @Act('review.decide', 'id')
  @HttpCode(200)
  async decide(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ReviewDecisionBody,
    @By() by: Actor,
  ): Promise<ReviewView> {
    const { verdict, words, changes, whySigner = null } = body;
    await this.decisions.decide({ id, version, verdict, words, changes: changesIn(changes), whySigner, by });
    return this.reviews.one(id, by);
  }
}

const changesIn = (changes: readonly FindingChangeBody[] = []): FindingChange[] =>
  changes.map(({ findingId, to, words = null }) => ({ findingId, to, words }));
