import { SqlParams } from '@ducha/access';
import type { Store } from '@ducha/store';

/** How many rows of a list are tried one after the other before PostgreSQL may find them in some other way. */
const tried = 2_000;

/** A page of a list, told so that it can be found in two ways. */
export interface ListWalk {
  /** All rows of the list, or those of them that the page can be made of: a table or a query in brackets. */
  all: (params: SqlParams, limit: number) => string;
  /** A query for the first of these rows in the list's order: of the list itself, or of something a little wider. */
  along: (params: SqlParams, first: number) => string;
  /** The query for the page's ids in order, without limit; `rows` stands for all or the first of them. */
  page: (rows: string, params: SqlParams) => string;
}

/**
 * The first `limit` ids of a list that is narrowed by what no index has in the list's order: words, or a unit's share.
 * PostgreSQL cannot know how often such conditions hold together (it takes each pair of characters for independent of
 * the next) and collects everything or walks through everything. So the newest rows are tried first, where a page of
 * something frequent is soon full; what is rare is then looked up by its index.
 */
export async function walkedIds(store: Store, { all, along, page }: ListWalk, limit: number): Promise<string[]> {
  const idsOf = async (rows: (params: SqlParams) => string): Promise<string[]> => {
    const params = new SqlParams();
    const sql = `${page(rows(params), params)} limit ${params.add(limit)}`;
    return (await store.query<{ id: string }>(sql, params.values)).map(({ id }) => id);
  };
  const newest = (params: SqlParams): string => `(${along(params, tried)})`;
  const ids = await idsOf(newest);
  return ids.length === limit || (await areAll(store, newest)) ? ids : idsOf((params) => all(params, limit));
}

/** Whether the rows that were tried are the whole list. */
async function areAll(store: Store, newest: (params: SqlParams) => string): Promise<boolean> {
  const params = new SqlParams();
  const counted = `select count(*)::int as n from ${newest(params)} as walked`;
  const walked = await store.queryOne<{ n: number }>(counted, params.values);
  return walked !== undefined && walked.n < tried;
}
