import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { EvidenceLinks } from '@ducha/evidence';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { conclusionFault } from '../../conclusion-faults.js';
import {
  boundFindings,
  conclusionAfter,
  conclusionToMove,
  lockedConclusion,
} from '../../queries/conclusion/conclusion-rows.js';
import { reviewToMove, tookPart } from '../../queries/review/review-rows.js';
import { type ConclusionCommand, isOver, startOf } from '../conclusion/check-facts.js';
import { ConclusionClocks } from '../conclusion/conclusion-clocks.js';
import { personsBehind } from '../finding/persons-behind.js';
import { EndRectification } from './end-rectification.js';
import { ReviewRecord } from './review-record.js';
import { ReviewRules } from './review-rules.js';

/** What the object says against a conclusion. */
export interface Application extends ConclusionCommand {
  readonly grounds: string;
  readonly evidenceIds: readonly string[];
}

/** The object applies for review (L12) within its 30 days, and may withdraw until it is decided. */
@Injectable()
export class ApplyForReview {
  constructor(
    private readonly store: Store,
    private readonly clocks: ConclusionClocks,
    private readonly rules: ReviewRules,
    private readonly rectification: EndRectification,
    private readonly evidence: EvidenceLinks,
    private readonly parts: ReviewRecord,
  ) {}

  /** Answers the review’s id. @throws Fault `conclusion.reviewTooLate`, moveRefused */
  run({ id, version, grounds, evidenceIds, by }: Application): Promise<string> {
    return this.store.transaction(async (tx) => {
      const { conclusion, to } = await conclusionToMove(tx, { id, version, on: 'apply' });
      if (isOver(conclusion.reviewUntil, conclusion.now)) throw conclusionFault('reviewTooLate');
      const waits = (await this.rules.read()).rectificationWaits;
      const reviewId = this.parts.ids.next();
      await this.clocks.end(tx, id, 'review_apply', 'met');
      const { at, basis } = await this.clocks.decision(tx, reviewId, startOf(conclusion));
      await tx.query(
        `insert into review (id, conclusion_id, unit_id, state, grounds, applied_by, applied_at, rectification_waits, version)
         values ($1, $2, $3, 'applied', $4, $5, now(), $6, 1)`,
        [reviewId, id, conclusion.unitId, grounds, by.personId, waits],
      );
      await this.evidence.tie(tx, evidenceIds, { type: 'review', id: reviewId }, reviewId, by);
      await tx.query('update conclusion set state = $2, version = version + 1 where id = $1', [id, to]);
      if (waits) await this.rectification.wait(tx, await findingIds(tx, id), 'suspend', by);
      const facts = { conclusionId: id, decideBy: at.toISOString(), basis, rectificationWaits: waits };
      await this.parts.note(tx, { id: reviewId, on: 'apply', by, from: null, to: 'applied', facts });
      const personIds = await this.parts.notices.holding(tx, 'principal', 'bureau_head');
      await this.parts.notices.tell(tx, {
        kind: 'review.applied',
        conclusionId: id,
        key: reviewId,
        personIds,
        facts: { reviewId },
      });
      return reviewId;
    });
  }

  /** The object thinks better of it. @throws Fault `conclusion.moveRefused` */
  withdraw({ id, version, by }: ConclusionCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { review, to } = await reviewToMove(tx, { id, version, on: 'withdraw' });
      await tx.query('update review set state = $2, version = version + 1 where id = $1', [id, to]);
      await this.back(tx, review.conclusionId, { on: 'withdraw', waited: review.rectificationWaits, by });
      await this.parts.note(tx, { id, on: 'withdraw', by, from: review.state, to, facts: {} });
    });
  }

  /** An application that is none is refused with a reason, never by whoever made what it is about. @throws Fault `conclusion.moveRefused`, tookPart */
  refuse({ id, version, reason, by }: ConclusionCommand & { readonly reason: string }): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { review, to } = await reviewToMove(tx, { id, version, on: 'refuse' });
      if (await tookPart(tx, review.conclusionId, personsBehind(by))) throw conclusionFault('tookPart');
      await tx.query(
        'update review set state = $2, decided_words = $3, decided_by = $4, decided_at = now(), version = version + 1 where id = $1',
        [id, to, reason, by.personId],
      );
      await this.back(tx, review.conclusionId, { on: 'refuse', waited: review.rectificationWaits, by });
      await this.parts.note(tx, { id, on: 'refuse', by, from: review.state, to, facts: {} });
      const told = { conclusionId: review.conclusionId, key: id, unitId: review.unitId, facts: { reviewId: id } };
      await this.parts.notices.tell(tx, { kind: 'review.refused', ...told });
    });
  }

  /** Without a review the conclusion is served as before, and its time runs out as it would have. */
  private async back(
    tx: EntityManager,
    id: string,
    { on, waited, by }: { on: 'withdraw' | 'refuse'; waited: boolean; by: Actor },
  ): Promise<void> {
    const conclusion = await lockedConclusion(tx, id);
    const to = conclusionAfter(conclusion, on);
    await tx.query('update conclusion set state = $2, version = version + 1 where id = $1', [id, to]);
    await this.clocks.end(tx, id, 'review_decide', on === 'refuse' ? 'met' : 'over');
    const startedAt = conclusion.servedAt ?? conclusion.now;
    await this.clocks.application(tx, { ...startOf(conclusion), startedAt });
    if (waited) await this.rectification.wait(tx, await findingIds(tx, id), 'resume', by);
  }
}

/** Ids of the findings that a conclusion is built of. */
export const findingIds = async (tx: EntityManager, conclusionId: string): Promise<string[]> =>
  (await boundFindings(tx, conclusionId)).map(({ id }) => id);
