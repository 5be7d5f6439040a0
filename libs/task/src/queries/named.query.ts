import type { Store } from '@ducha/store';

/** Units and persons that a search names. */
export interface Named {
  readonly unitIds: readonly string[];
  readonly personIds: readonly string[];
}

/** More of a kind than this are not looked for: the words say too little. */
const namedMax = 50;
const initialsPattern = /^[a-z][a-z0-9]+$/;

const nobody: Named = { unitIds: [], personIds: [] };

const namedSql = `
  with units as (
    select id from unit where name like $1 or short_name like $1 or ($2::text is not null and initials like '%' || $2 || '%') order by sort, id limit ${namedMax}
  ), persons as (
    select id from person where name like $1 or ($2::text is not null and initials like $2 || '%') order by id limit ${namedMax}
  )
  select (select coalesce(array_agg(id), '{}') from units) as "unitIds", (select coalesce(array_agg(id), '{}') from persons) as "personIds"`;

/**
 * Whom a search names, by any part of the name or by pinyin initials: a unit's from anywhere (`slj` finds 县水利局), a
 * person's from the family name on. Units and persons are thousands, not millions: they are looked through.
 */
export async function namedIn(store: Store, q: string | undefined): Promise<Named> {
  const words = q?.trim() ?? '';
  if (words.length < 2) return nobody;
  const initials = words.toLowerCase();
  const named = await store.queryOne<Named>(namedSql, [
    `%${words.replace(/[\\%_]/g, '\\$&')}%`,
    initialsPattern.test(initials) ? initials : null,
  ]);
  return named ?? nobody;
}
