import type { EntityManager } from 'typeorm';
import type { Ladder } from '../domain/ladders/ladder.js';
import { digestOf } from './digest.js';

/** A text of a ladder as a new revision. */
export interface NewLadderRevision {
  readonly ladder: Ladder;
  readonly origin: 'shipped' | 'edited';
  readonly retired: boolean;
  /** Null: at once. */
  readonly effectiveAt: Date | null;
  /** Null: the product itself. */
  readonly personId: string | null;
}

const insertSql = `
  insert into ladder_revision (code, revision, title, title_zh, clock, kinds, importance, rungs, retired, origin, digest, shipped_digest, effective_at,
    taken_at, followed_at, made_by, made_at)
  select $1, coalesce((select max(r.revision) from ladder_revision r where r.code = $1), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
    (select l.shipped_digest from ladder l where l.code = $1), coalesce($11::timestamptz, now()), case when $11::timestamptz is null then now() end,
    case when $9 = 'shipped' and not exists (select 1 from ladder_revision r where r.code = $1) then now() end, $12, now()
  returning revision`;

/** Writes the next revision of a ladder whose row is there. Answers its number. */
export async function addLadderRevision(tx: EntityManager, wanted: NewLadderRevision): Promise<number> {
  const { ladder, origin, retired, effectiveAt, personId } = wanted;
  const { code, title, titleZh, clock, kinds, importance, rungs } = ladder;
  const [row] = await tx.query<{ revision: number }[]>(insertSql, [
    ...[code, title, titleZh, clock, kinds, importance, JSON.stringify(rungs), retired, origin],
    ...[digestOf({ title, titleZh, clock, kinds, importance, rungs }), effectiveAt, personId],
  ]);
  return row?.revision ?? 1;
}
