import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import {
  type ConclusionEvent,
  conclusionLifecycle,
  type ConclusionState,
} from '../../domain/conclusion/conclusion-lifecycle.js';
import { endOfSql, reviewUntilSql } from '../../domain/conclusion/conclusion-clock.js';
import { type BoundFinding, type Unready, unreadyOf } from '../../domain/conclusion/readiness.js';
import type { FindingState } from '../../domain/finding/finding-lifecycle.js';
import { conclusionFault } from '../../conclusion-faults.js';

/** A conclusion as it is stored, as far as its moves go. */
export interface ConclusionRow {
  readonly id: string;
  readonly version: number;
  readonly inspectionId: string;
  readonly unitId: string;
  readonly number: string | null;
  readonly state: ConclusionState;
  readonly cleared: boolean;
  readonly checkDueAt: Date | null;
  readonly checkOutcome: string | null;
  readonly issuedBy: string | null;
  readonly issue: number;
  readonly reviewUntil: Date | null;
  readonly servedAt: Date | null;
  readonly now: Date;
}

/** A conclusion that is about to move, and whither. */
export interface ConclusionMove {
  readonly conclusion: ConclusionRow;
  readonly to: ConclusionState;
}

const lockSql = `
  select c.id, c.version, c.inspection_id as "inspectionId", c.unit_id as "unitId", c.number, c.state, c.cleared, ${endOfSql('c', 'fact_check')} as "checkDueAt",
    c.check_outcome as "checkOutcome", c.issued_by as "issuedBy", c.issue, ${reviewUntilSql('c')} as "reviewUntil", c.served_at as "servedAt", now() as now
  from conclusion c where c.id = $1 for update of c`;

/** A locked conclusion. @throws Fault `conclusion.notFound` */
export async function lockedConclusion(tx: EntityManager, id: string): Promise<ConclusionRow> {
  const [conclusion] = await tx.query<ConclusionRow[]>(lockSql, [id]);
  if (!conclusion) throw conclusionFault('notFound');
  return conclusion;
}

/** @throws Fault `conclusion.moveRefused` */
export function conclusionAfter({ state }: Pick<ConclusionRow, 'state'>, on: ConclusionEvent): ConclusionState {
  const to = nextState(conclusionLifecycle, state, on);
  if (to === undefined) throw conclusionFault('moveRefused', { from: state, on });
  return to;
}

/** @throws Fault `conclusion.notFound`, `http.preconditionFailed`, `conclusion.moveRefused` */
export async function conclusionToMove(
  tx: EntityManager,
  { id, version, on }: { readonly id: string; readonly version: number; readonly on: ConclusionEvent },
): Promise<ConclusionMove> {
  const conclusion = await lockedConclusion(tx, id);
  refuseStale(conclusion, version);
  return { conclusion, to: conclusionAfter(conclusion, on) };
}

type BoundRow = BoundFinding & { readonly state: FindingState };

const boundSql = `
  select f.id, f.state, b.point is not null and b.point_outcome is null as "openPoint", coalesce(b.point_outcome = 'struck', false) or f.state in ('revoked', 'dismissed') as struck,
    (select count(*) from evidence_link l where l.about_id in (select m.id from finding m where m.id = f.id or m.merged_into = f.id))::int
      + (select count(*) from finding m where (m.id = f.id or m.merged_into = f.id) and m.raised = 'cross_check')::int as evidence
  from conclusion_finding b join finding f on f.id = b.finding_id where b.conclusion_id = $1 order by f.id for update of f`;

/** Findings that a conclusion is built of, locked. */
export const boundFindings = (tx: EntityManager, id: string): Promise<BoundRow[]> =>
  tx.query<BoundRow[]>(boundSql, [id]);

/** @throws Fault `conclusion.unready` with what is wanting, and the finding */
export async function refuseUnready(tx: EntityManager, { id, cleared }: ConclusionRow): Promise<void> {
  const lacking: Unready | null = unreadyOf(await boundFindings(tx, id), cleared);
  if (lacking === null) return;
  const { code, findingId } = lacking;
  throw conclusionFault('unready', { reason: code, findingId }, [
    { path: 'findingIds', message: code, constraint: code },
  ]);
}
