import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { mapConstraint, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { ConclusionState } from '../../domain/conclusion/conclusion-lifecycle.js';
import { faultInChanges, type FindingChange, type Verdict } from '../../domain/review/review-lifecycle.js';
import { conclusionFault } from '../../conclusion-faults.js';
import { type ConclusionRow, conclusionAfter, lockedConclusion } from '../../queries/conclusion/conclusion-rows.js';
import { findingAfter, lockedFinding } from '../../queries/finding/finding-rows.js';
import { refuseRecused } from '../../queries/group/recusals.js';
import { type ReviewRow, reviewToMove, tookPart } from '../../queries/review/review-rows.js';
import type { ConclusionCommand } from '../conclusion/check-facts.js';
import { ConclusionClocks } from '../conclusion/conclusion-clocks.js';
import { amend } from '../conclusion/decide-point.js';
import { SettleInspection } from '../conclusion/settle-inspection.js';
import { personsBehind, refuseRecusedBehind } from '../finding/persons-behind.js';
import { findingIds } from './apply-for-review.js';
import { EndRectification } from './end-rectification.js';
import { ReviewRecord } from './review-record.js';

mapConstraint('review_by_others', () => conclusionFault('tookPart'));

/** What a reviewer or a principal says. */
export interface ReviewOpinion extends ConclusionCommand {
  readonly verdict: Verdict;
  readonly words: string;
  readonly changes: readonly FindingChange[];
}

/** People who took no part look again: one is named, proposes, and a principal decides; the consequences are carried out with it. */
@Injectable()
export class DecideReview {
  constructor(
    private readonly store: Store,
    private readonly rectification: EndRectification,
    private readonly settle: SettleInspection,
    private readonly clocks: ConclusionClocks,
    private readonly parts: ReviewRecord,
  ) {}

  /** @throws Fault `conclusion.tookPart` for the reviewer or whoever admits, notReviewer naming `reviewerId`; `inspection.recused` */
  admit({ id, version, reviewerId, by }: ConclusionCommand & { readonly reviewerId: string }): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { review, to } = await reviewToMove(tx, { id, version, on: 'admit' });
      if (await tookPart(tx, review.conclusionId, personsBehind(by))) throw conclusionFault('tookPart');
      await refuseRecusedBehind(tx, by, review.unitId);
      await refuseReviewer(tx, review, reviewerId);
      await tx.query(
        'update review set state = $2, reviewer_id = $3, admitted_by = $4, admitted_at = now(), version = version + 1 where id = $1',
        [...[id, to, reviewerId, by.personId]],
      );
      await this.parts.note(tx, { id, on: 'admit', by, from: review.state, to, facts: { reviewerId } });
      const told = { conclusionId: review.conclusionId, key: id, facts: { reviewId: id } };
      await this.parts.notices.tell(tx, { kind: 'review.given', ...told, personIds: [reviewerId] });
      await this.parts.notices.tell(tx, { kind: 'review.admitted', ...told, unitId: review.unitId });
    });
  }

  /** The reviewer’s word. @throws Fault `conclusion.tookPart` when they came to take part since, faultyChanges */
  propose({ id, version, verdict, words, changes, by }: ReviewOpinion): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { review, to } = await reviewToMove(tx, { id, version, on: 'propose' });
      if (await tookPart(tx, review.conclusionId, personsBehind(by))) throw conclusionFault('tookPart');
      await refuseRecusedBehind(tx, by, review.unitId);
      await refuseChanges(tx, review, verdict, changes);
      await tx.query(
        'update review set proposal = $2, proposal_words = $3, proposal_changes = $4, proposed_at = now(), version = version + 1 where id = $1',
        [id, verdict, words, JSON.stringify(changes)],
      );
      await this.parts.note(tx, { id, on: 'propose', by, from: review.state, to, facts: { verdict } });
      const personIds = await this.parts.notices.holding(tx, 'principal');
      await this.parts.notices.tell(tx, {
        kind: 'review.proposed',
        conclusionId: review.conclusionId,
        key: id,
        personIds,
        facts: { reviewId: id },
      });
    });
  }

  /**
   * A principal decides, preferably one who did not sign: who signed says why.
   * @throws Fault `conclusion.notProposed`, reviewerMayNotDecide, signerDecides naming `whySigner`, faultyChanges
   */
  decide({
    id,
    version,
    verdict,
    words,
    changes,
    whySigner,
    by,
  }: ReviewOpinion & { readonly whySigner: string | null }): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { review, to } = await reviewToMove(tx, { id, version, on: verdict });
      if (review.proposal === null) throw conclusionFault('notProposed');
      if (personsBehind(by).some((person) => person === review.reviewerId))
        throw conclusionFault('reviewerMayNotDecide');
      const conclusion = await lockedConclusion(tx, review.conclusionId);
      if (conclusion.issuedBy === by.personId && whySigner === null)
        throw conclusionFault('signerDecides', {}, [{ path: 'whySigner', message: 'is wanted', constraint: 'said' }]);
      await refuseChanges(tx, review, verdict, changes);
      const signer = conclusion.issuedBy === by.personId;
      await settleReview(tx, id, { to, verdict, words, changes, whySigner: signer ? whySigner : null, by });
      await this.clocks.end(tx, review.conclusionId, 'review_decide', 'met');
      await this.carryOut(tx, review, conclusion, { verdict, changes, by });
      const facts = { verdict, proposal: review.proposal, changed: changes.length, signer };
      await this.parts.note(tx, { id, on: verdict, by, from: review.state, to, facts });
      const told = {
        conclusionId: review.conclusionId,
        key: id,
        unitId: review.unitId,
        facts: { reviewId: id, verdict },
      };
      await this.parts.notices.tell(tx, { kind: 'review.decided', ...told });
    });
  }

  /** Findings fall or change, their tasks with them; what waited goes on; a revoked conclusion takes its proposals along. */
  private async carryOut(
    tx: EntityManager,
    { rectificationWaits }: ReviewRow,
    conclusion: ConclusionRow,
    { verdict, changes, by }: { verdict: Verdict; changes: readonly FindingChange[]; by: Actor },
  ): Promise<void> {
    const all = await findingIds(tx, conclusion.id);
    const fallen =
      verdict === 'revoke' ? all : changes.filter(({ to }) => to === 'revoke').map(({ findingId }) => findingId);
    await this.fell(tx, fallen, by);
    for (const { findingId, to, words } of changes)
      if (to === 'amend') await amend(tx, await lockedFinding(tx, findingId), words ?? '');
    const stays = all.filter((id) => !fallen.includes(id));
    if (rectificationWaits) await this.rectification.wait(tx, stays, 'resume', by);
    const to = conclusionAfter(conclusion, verdict);
    await moveConclusion(tx, conclusion, to);
    if (verdict === 'revoke') await withdrawOutcomes(tx, conclusion.id);
    if (verdict === 'change')
      await this.parts.notices.tell(tx, {
        kind: 'conclusion.to_receive',
        conclusionId: conclusion.id,
        key: String(conclusion.issue + 1),
        unitId: conclusion.unitId,
      });
    await this.settle.after(tx, conclusion.inspectionId, by);
  }

  private async fell(tx: EntityManager, ids: readonly string[], by: Actor): Promise<void> {
    const standing: string[] = [];
    for (const id of ids) {
      const finding = await lockedFinding(tx, id);
      if (finding.state === 'revoked' || finding.state === 'dismissed') continue;
      const to = findingAfter(finding, 'revoke');
      await tx.query('update finding set state = $2, version = version + 1 where id = $1', [id, to]);
      standing.push(id);
    }
    await this.rectification.cancel(tx, standing, '复核撤销', by);
  }
}

interface SettledReview extends Omit<ReviewOpinion, 'id' | 'version'> {
  readonly to: string;
  readonly whySigner: string | null;
}

const settleReview = (
  tx: EntityManager,
  id: string,
  { to, verdict, words, changes, whySigner, by }: SettledReview,
): Promise<unknown> =>
  tx.query(
    `update review set state = $2, verdict = $3, decided_words = $4, changes = $5, same_signer = $6, decided_by = $7, decided_at = now(), version = version + 1
     where id = $1`,
    [id, to, verdict, words, JSON.stringify(changes), whySigner, by.personId],
  );

/** A changed conclusion is issued anew: it must be served again, and may be reviewed again. */
async function moveConclusion(tx: EntityManager, { id }: ConclusionRow, to: ConclusionState): Promise<void> {
  const again = to === 'issued';
  await tx.query(
    `update conclusion set state = $2, version = version + 1, final_at = case when $2 in ('final', 'revoked') then now() end,
       issue = issue + $3, served_at = case when $4 then null else served_at end, served_by = case when $4 then null else served_by end,
       receipt = case when $4 then null else receipt end, receipt_words = case when $4 then null else receipt_words end
     where id = $1`,
    [id, to, again ? 1 : 0, again],
  );
  if (again)
    await tx.query(
      'update conclusion_finding b set words = f.words from finding f where b.conclusion_id = $1 and f.id = b.finding_id',
      [id],
    );
}

const withdrawOutcomes = (tx: EntityManager, conclusionId: string): Promise<unknown> =>
  tx.query(
    `update outcome_proposal set state = 'withdrawn', version = version + 1 where conclusion_id = $1 and state in ('proposed', 'approved')`,
    [conclusionId],
  );

async function refuseReviewer(
  tx: EntityManager,
  { conclusionId, unitId }: ReviewRow,
  reviewerId: string,
): Promise<void> {
  const at = { path: 'reviewerId', message: 'may not review', constraint: 'reviewer' };
  const held = await tx.query<unknown[]>(
    `select 1 from post where person_id = $1 and role = 'reviewer' and from_at <= now() and (to_at is null or to_at > now())`,
    [reviewerId],
  );
  if (held.length === 0) throw conclusionFault('notReviewer', {}, [at]);
  if (await tookPart(tx, conclusionId, [reviewerId])) throw conclusionFault('tookPart', {}, [at]);
  await refuseRecused(tx, reviewerId, unitId, [at]);
}

async function refuseChanges(
  tx: EntityManager,
  { conclusionId }: ReviewRow,
  verdict: Verdict,
  changes: readonly FindingChange[],
): Promise<void> {
  const wrong = faultInChanges(verdict, changes, await findingIds(tx, conclusionId));
  if (wrong)
    throw conclusionFault('faultyChanges', {}, [
      { path: wrong.path, message: wrong.constraint, constraint: wrong.constraint },
    ]);
}
