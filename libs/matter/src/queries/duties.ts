import type { TownshipList } from '@ducha/org';
import type { Store } from '@ducha/store';

/** Who answers a category. */
export interface Duty {
  readonly leadUnitId: string;
  readonly assistUnitIds: readonly string[];
  /** The line's own category. */
  readonly item: string;
  readonly townshipList: TownshipList | null;
}

const dutiesSql = `
  select c.category, d.lead_unit_id as "leadUnitId", d.assist_unit_ids as "assistUnitIds", d.category as item, d.township_list as "townshipList"
  from unnest($1::text[]) as c(category)
  cross join lateral (
    select * from duty d where d.to_at is null and (c.category = d.category or starts_with(c.category, d.category || '/'))
    order by length(d.category) desc limit 1) as d`;

/** The line of the duty register in force that fits each category best, the longest path it begins with; categories without one are left out. */
export async function dutiesFor(store: Store, categories: readonly string[]): Promise<ReadonlyMap<string, Duty>> {
  const rows = await store.query<Duty & { category: string }>(dutiesSql, [[...new Set(categories)]]);
  return new Map(rows.map(({ category, ...duty }) => [category, duty]));
}
