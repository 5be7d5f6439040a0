import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import {
  type FindingChange,
  type ReviewEvent,
  reviewLifecycle,
  type ReviewState,
  type Verdict,
} from '../../domain/review/review-lifecycle.js';
import { conclusionFault } from '../../conclusion-faults.js';

/** A review as it is stored, as far as its moves go. */
export interface ReviewRow {
  readonly id: string;
  readonly version: number;
  readonly conclusionId: string;
  readonly unitId: string;
  readonly state: ReviewState;
  readonly reviewerId: string | null;
  readonly proposal: Verdict | null;
  readonly proposalChanges: readonly FindingChange[] | null;
  readonly rectificationWaits: boolean;
}

const lockSql = `
  select id, version, conclusion_id as "conclusionId", unit_id as "unitId", state, reviewer_id as "reviewerId", proposal,
    proposal_changes as "proposalChanges", rectification_waits as "rectificationWaits"
  from review where id = $1 for update`;

/** @throws Fault `conclusion.reviewNotFound`, `http.preconditionFailed`, `conclusion.moveRefused` */
export async function reviewToMove(
  tx: EntityManager,
  { id, version, on }: { readonly id: string; readonly version: number; readonly on: ReviewEvent },
): Promise<{ readonly review: ReviewRow; readonly to: ReviewState }> {
  const [review] = await tx.query<ReviewRow[]>(lockSql, [id]);
  if (!review) throw conclusionFault('reviewNotFound');
  refuseStale(review, version);
  const to = nextState(reviewLifecycle, review.state, on);
  if (to === undefined) throw conclusionFault('moveRefused', { from: review.state, on });
  return { review, to };
}

/** Whether any of the persons took part in the conclusion. The database asks the same of every reviewer once more. */
export async function tookPart(tx: EntityManager, conclusionId: string, persons: readonly string[]): Promise<boolean> {
  const [row] = await tx.query<{ did: boolean }[]>(
    'select bool_or(took_part_in_conclusion($1, p)) as did from unnest($2::uuid[]) as p',
    [conclusionId, persons],
  );
  return row?.did === true;
}
