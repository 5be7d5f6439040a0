import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { type FindingEvent, findingLifecycle, type FindingState } from '../../domain/finding/finding-lifecycle.js';
import { findingFault } from '../../finding-faults.js';

/** A finding as it is stored, as far as its moves go. */
export interface FindingRow {
  readonly id: string;
  readonly version: number;
  readonly inspectionId: string;
  readonly visitId: string;
  readonly unitId: string;
  readonly words: string;
  readonly state: FindingState;
  readonly authorId: string;
  readonly confirmerId: string | null;
  readonly firstConfirmerId: string | null;
  readonly fixedBy: string | null;
  readonly taskId: string | null;
}

/** A finding that is about to move, and whither. */
export interface FindingMove {
  readonly finding: FindingRow;
  readonly to: FindingState;
}

const lockSql = `
  select id, version, inspection_id as "inspectionId", visit_id as "visitId", unit_id as "unitId", words, state, author_id as "authorId",
    confirmer_id as "confirmerId", first_confirmer_id as "firstConfirmerId", fixed_by as "fixedBy", task_id as "taskId"
  from finding where id = $1 for update`;

/** A locked finding. @throws Fault `finding.notFound` */
export async function lockedFinding(tx: EntityManager, id: string): Promise<FindingRow> {
  const [finding] = await tx.query<FindingRow[]>(lockSql, [id]);
  if (!finding) throw findingFault('notFound');
  return finding;
}

/** Where an event leads a finding. @throws Fault `finding.moveRefused` */
export function findingAfter({ state }: Pick<FindingRow, 'state'>, on: FindingEvent): FindingState {
  const to = nextState(findingLifecycle, state, on);
  if (to === undefined) throw findingFault('moveRefused', { from: state, on });
  return to;
}

/** @throws Fault `finding.notFound`, `http.preconditionFailed`, `finding.moveRefused` */
export async function findingToMove(
  tx: EntityManager,
  { id, version, on }: { readonly id: string; readonly version: number; readonly on: FindingEvent },
): Promise<FindingMove> {
  const finding = await lockedFinding(tx, id);
  refuseStale(finding, version);
  return { finding, to: findingAfter(finding, on) };
}

/** Everybody who recorded it, those of merged findings among them. */
export async function authorsOf(tx: EntityManager, { id, authorId }: FindingRow): Promise<string[]> {
  const merged = await tx.query<{ id: string }[]>('select author_id as id from finding where merged_into = $1', [id]);
  return [authorId, ...merged.map((one) => one.id)];
}

/** How many files prove it, those of merged findings among them; a finding of the system is proved by the answers that were taken down. */
export async function evidenceOf(tx: EntityManager, id: string): Promise<number> {
  const [row] = await tx.query<{ n: number }[]>(
    `select (select count(*) from evidence_link where about_id in (select f.id from finding f where $1 in (f.id, f.merged_into)))::int
       + (select count(*) from finding f where $1 in (f.id, f.merged_into) and f.raised = 'cross_check')::int as n`,
    [id],
  );
  return row?.n ?? 0;
}
