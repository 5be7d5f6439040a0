import type { Store } from '@ducha/store';

/** Who answers a category. */
export interface Duty {
  readonly leadUnitId: string;
  readonly assistUnitIds: readonly string[];
}

const dutiesSql = `
  select c.category, d.lead_unit_id as "leadUnitId", d.assist_unit_ids as "assistUnitIds"
  from unnest($1::text[]) as c(category)
  cross join lateral (
    select lead_unit_id, assist_unit_ids from duty d where c.category = d.category or starts_with(c.category, d.category || '/')
    order by length(d.category) desc limit 1) as d`;

/** The line of the duty register that fits each category best, the longest path it begins with; categories without one are left out. */
export async function dutiesFor(store: Store, categories: readonly string[]): Promise<ReadonlyMap<string, Duty>> {
  const rows = await store.query<Duty & { category: string }>(dutiesSql, [[...new Set(categories)]]);
  return new Map(rows.map(({ category, leadUnitId, assistUnitIds }) => [category, { leadUnitId, assistUnitIds }]));
}
