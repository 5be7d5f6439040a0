import { SqlParams } from '@ducha/access';
import type { Store } from '@ducha/store';

/** How many rows of a list are tried one after the other before PostgreSQL may find them in some other way. */
const tried = 2_000;

/** A page of a list, told so that it can be found in two ways. */
export interface ListWalk {
  /** What a row of the list is called in `where` and `order`. */
  readonly alias: 'a' | 't';
  /** All rows of the list, or those of them that the page can be made of: a table or a query in brackets. */
  all: (params: SqlParams, limit: number) => string;
  /** A query for the first of these rows in the list's order: of the list itself, or of something a little wider. */
  along: (params: SqlParams, first: number) => string;
  /** The condition of the page; `order` is the list's. */
  where: (params: SqlParams) => string;
  readonly order: string;
}

/**
 * The first `limit` ids of a list that is narrowed by what no index has in the list's order: words, dates, or a unit's share.
 * PostgreSQL cannot know how often such conditions hold together (it takes each pair of characters for independent of
 * the next) and collects everything or walks through everything. So the newest rows are tried first, where a page of
 * something frequent is soon full; what is rare is then looked up by its index.
 */
export async function walkedIds(
  store: Store,
  { alias, all, along, where, order }: ListWalk,
  limit: number,
): Promise<string[]> {
  const walked = await walk(store, { alias, along, where }, limit);
  if (walked.ids.length === limit || walked.whole) return walked.ids;
  const params = new SqlParams();
  const found = `select ${alias}.id from ${all(params, limit)} ${alias} where ${where(params)} order by ${order}`;
  const rows = await store.query<{ id: string }>(`${found} limit ${params.add(limit)}`, params.values);
  return rows.map(({ id }) => id);
}

/** What the newest rows have of the page, in their order, and whether they are the whole list; that is asked only of a page that stayed short. */
async function walk(
  store: Store,
  { alias, along, where }: Pick<ListWalk, 'alias' | 'along' | 'where'>,
  limit: number,
): Promise<{ ids: string[]; whole: boolean }> {
  const params = new SqlParams();
  const most = params.add(limit);
  // rows are fetched one by one and kept for the count; "case" keeps PostgreSQL from guessing how few will do
  const sql = `
    with tried as materialized (${along(params, tried)}), page as materialized (
      select ${alias}.id from tried ${alias} where case when ${where(params)} then true end limit ${most})
    select array(select id from page) as ids,
      (select count(*) from page) < ${most} and (select count(*) from tried) < ${tried} as whole`;
  const walked = await store.queryOne<{ ids: string[]; whole: boolean }>(sql, params.values);
  return walked ?? { ids: [], whole: true };
}
