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
  const idsOf = async (sqlOf: (params: SqlParams) => string): Promise<string[]> => {
    const params = new SqlParams();
    const sql = `select ${alias}.id from ${sqlOf(params)} limit ${params.add(limit)}`;
    return (await store.query<{ id: string }>(sql, params.values)).map(({ id }) => id);
  };
  const newest = (params: SqlParams): string => `(${along(params, tried)})`;
  // the rows come in their order already; "case" keeps PostgreSQL from guessing how few will do: it asks row by row and stops where the page is full
  const ids = await idsOf((params) => `${newest(params)} ${alias} where case when ${where(params)} then true end`);
  if (ids.length === limit || (await areAll(store, newest))) return ids;
  return idsOf((params) => `${all(params, limit)} ${alias} where ${where(params)} order by ${order}`);
}

/** Whether the rows that were tried are the whole list. */
async function areAll(store: Store, newest: (params: SqlParams) => string): Promise<boolean> {
  const params = new SqlParams();
  const counted = `select count(*)::int as n from ${newest(params)} as walked`;
  const walked = await store.queryOne<{ n: number }>(counted, params.values);
  return walked !== undefined && walked.n < tried;
}
