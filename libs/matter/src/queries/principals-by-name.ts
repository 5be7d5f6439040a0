import type { Store } from '@ducha/store';

/** Ids of today's principals by name, white space aside; a name that two of them bear names nobody. */
export async function principalsByName(store: Store): Promise<ReadonlyMap<string, string>> {
  const rows = await store.query<{ name: string; id: string }>(
    `select regexp_replace(pe.name, '\\s', '', 'g') as name, min(pe.id::text) as id from person pe
     where exists (select 1 from post p where p.person_id = pe.id and p.role = 'principal' and p.from_at <= now() and (p.to_at is null or p.to_at > now()))
     group by 1 having count(*) = 1`,
  );
  return new Map(rows.map(({ name, id }) => [name, id]));
}
