import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import type { Store } from '@ducha/store';
import type { Resembling } from '../domain/intake-hints.js';
import { mergeTargetStates } from '../domain/matter-lifecycle.js';
import type { MatterKind } from '../domain/matter-kind.js';
import type { MatterState } from '../domain/matter-lifecycle.js';

/** What is being entered or looked at. */
export interface IntakeText {
  readonly title: string;
  readonly body: string;
  readonly kind: MatterKind | null;
  readonly foreignId: string | null;
  readonly askers: readonly string[];
  /** The matter itself, which does not resemble itself. */
  readonly matterId: string | null;
}

/** A resembling matter as it is shown. */
export interface ResemblingMatter extends Resembling {
  readonly title: string;
  readonly kind: MatterKind;
  readonly state: MatterState;
  readonly receivedAt: Date;
  readonly mayTake: boolean;
}

/**
 * Titles less alike than this are not looked at; the index answers by it. A whole title names a place and a thing, and
 * below a third only the place agrees; a beginning of a few characters is always far from the titles it begins.
 */
const leastLikeness = (title: string): number => (title.length <= 8 ? 0.24 : 0.35);
const most = 30;
const comparedCharacters = 300;

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const resemblingSql = (scope: string, place: Record<keyof IntakeText, string>): string => `
  with near as materialized (
    select m.id, similarity(m.title, ${place.title}) as likeness from matter m
    where m.title % ${place.title} and m.id is distinct from ${place.matterId}::uuid and ${scope} order by likeness desc, m.id desc limit ${most}),
  numbered as (
    select m.id, similarity(m.title, ${place.title}) from matter m
    where m.kind = ${place.kind} and m.foreign_id = ${place.foreignId} and m.id is distinct from ${place.matterId}::uuid and ${scope} limit 5)
  select m.id, m.intake_no as "intakeNo", m.title, m.kind, m.state, m.received_at as "receivedAt", m.category, n.likeness as "titleLikeness",
    similarity(left(m.body, ${comparedCharacters}), left(${place.body}, ${comparedCharacters})) as "bodyLikeness",
    exists (select 1 from signatory g where g.matter_id = m.id and not g.is_protected and g.name = any(${place.askers}::text[])) as "sameAsker",
    m.kind = ${place.kind}::text and m.foreign_id = ${place.foreignId}::text is true as "sameSource",
    m.state in (${quoted(mergeTargetStates)}) and m.merged_into_id is null and not m.restricted as "mayTake",
    array(select distinct t.lead_unit_id from task t where t.matter_id = m.id and t.lead_unit_id is not null and t.parent_id is null
      and t.state not in ('draft', 'cancelled')) as "leadUnitIds",
    exists (select 1 from task t where t.matter_id = m.id and t.verified_at is not null) as "wentWell"
  from (select * from near union select * from numbered) as n join matter m on m.id = n.id
  order by "sameSource" desc nulls last, n.likeness desc, m.id desc`;

/** Matters that resemble a text, of those that the actor may read; the most alike first, at most 30. */
export async function resemblingMatters(store: Store, text: IntakeText, by: Actor): Promise<ResemblingMatter[]> {
  return store.transaction(async (tx) => {
    await tx.query(`select set_config('pg_trgm.similarity_threshold', $1, true)`, [String(leastLikeness(text.title))]);
    const params = new SqlParams();
    const place = {
      title: `${params.add(text.title)}::text`,
      body: `${params.add(text.body)}::text`,
      kind: params.add(text.kind),
      foreignId: params.add(text.foreignId),
      askers: params.add(text.askers),
      matterId: params.add(text.matterId),
    };
    return tx.query<ResemblingMatter[]>(resemblingSql(scopeSql('matter.read', by, 'm', params), place), params.values);
  });
}
