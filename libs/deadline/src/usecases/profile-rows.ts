import type { EntityManager } from 'typeorm';
import { digestOf } from './digest.js';
import type { LawProfile } from '../domain/profiles/law-profile.js';

/** A text of a profile as a new revision. */
export interface NewRevision {
  readonly profile: LawProfile;
  readonly origin: 'shipped' | 'edited';
  /** Null: the product itself. */
  readonly personId: string | null;
}

const insertSql = `
  insert into law_profile_revision (code, revision, title, title_zh, source, place, kinds, from_day, to_day, counts_first_day, rolls,
    day_ends_at, receipt_after_hours, clocks, origin, digest, shipped_digest, made_by, made_at)
  select $1, coalesce((select max(r.revision) from law_profile_revision r where r.code = $1), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
    $11, $12, $13, $14, $15, (select p.shipped_digest from law_profile p where p.code = $1), $16, now()
  returning revision`;

/** Writes the next revision of a profile whose row is there. Answers its number. */
export async function addRevision(tx: EntityManager, { profile, origin, personId }: NewRevision): Promise<number> {
  const { revision: _, counting, ...text } = profile;
  const [row] = await tx.query<{ revision: number }[]>(insertSql, [
    ...[text.code, text.title, text.titleZh, text.source, text.place, text.kinds, text.from, text.to ?? null],
    ...[counting.countsFirstDay, counting.rolls, counting.dayEndsAt, text.receiptAfterHours ?? null],
    ...[JSON.stringify(text.clocks), origin, digestOf({ ...text, counting }), personId],
  ]);
  return row?.revision ?? 1;
}
