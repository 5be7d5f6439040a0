import type { EntityManager } from 'typeorm';

/** What somebody lacks to go out. */
export type Lack = 'training' | 'secrecy' | 'leading';

/** Whether the person `p` has one of these competences on the day `d.today`, as SQL. */
export const holds = (kinds: string): string =>
  `exists (select 1 from competence c where c.person_id = p.id and c.kind in (${kinds}) and c.ended_at is null and c.from_on <= d.today and c.to_on >= d.today)`;

const lackSql = `
  select p.id, case
    when not ${holds(`'secrecy'`)} then 'secrecy'
    when p.id = any($2) and not (
      ${holds(`'leading'`)}
      or exists (select 1 from inspection_member m join inspection_group g on g.id = m.group_id where m.person_id = p.id and m.duty in ('leader', 'member') and g.state = 'returned')) then 'leading'
    when not ${holds(`'training', 'leading'`)} then 'training'
  end as lacks
  from person p cross join (select (now() at time zone 'Asia/Shanghai')::date as today) d where p.id = any($1)`;

/**
 * Who of these lacks what today: everybody needs training and the secrecy acknowledgement; a leader also a round that
 * they have been through, or training in leading one.
 */
export async function unfitOf(
  asked: Pick<EntityManager, 'query'>,
  personIds: readonly string[],
  leaderIds: readonly string[],
): Promise<Map<string, Lack>> {
  if (personIds.length === 0) return new Map();
  const rows = await asked.query<{ id: string; lacks: Lack | null }[]>(lackSql, [personIds, leaderIds]);
  return new Map(rows.flatMap(({ id, lacks }): [string, Lack][] => (lacks === null ? [] : [[id, lacks]])));
}
