import { type Actor, type PolicyAct, scopeSql, SqlParams } from '@ducha/access';
import type { Store } from '@ducha/store';
import type { MatterFilter } from '../http/matter-filter.dto.js';
import { matterConditions } from './matter-conditions.js';
import { type MeantByFilter, meantBy, namesAnybody, namingCondition, namingWays } from './matter-named.js';

// a word in every fortieth matter fills a page of fifty from these
const latestCount = 2_000;

/** Whose matters, narrowed by what, older than which. */
export interface MatterChoice {
  readonly filter: MatterFilter;
  readonly act: PolicyAct;
  readonly by: Actor;
  /** Last id of the former page; null: from the latest on. */
  readonly before: string | null;
}

/** A `with` clause that has the ids of a page as `found`, and its parameters. */
export interface FoundMatters {
  readonly sql: string;
  readonly params: SqlParams;
}

interface Choice extends MatterChoice {
  readonly meant: MeantByFilter;
  readonly params: SqlParams;
}

const wordsIn = (q: string, params: SqlParams): string => `m.search @@ bigram_query(${params.add(q)})`;

/** Everything but the words. An accusation leaves the house in no file, whoever keeps it. */
const restOf = ({ filter, act, by, meant, params }: Choice): string =>
  [
    scopeSql(act, by, 'm', params),
    ...(act === 'matter.export' ? ['not m.restricted'] : []),
    ...matterConditions(filter, meant, params),
  ].join(' and ');

/**
 * The latest `limit` ids. What is sought is looked for among the latest first: a common word fills the page there. If
 * it does not, everything that matches is gathered by indexes and put in order afterwards; the planner would walk the
 * whole table by id instead, in the hope of meeting a match soon.
 */
export async function foundMatters(store: Store, chosen: MatterChoice, limit: number): Promise<FoundMatters> {
  const choice: Choice = { ...chosen, meant: await meantBy(store, chosen.filter), params: new SqlParams() };
  const { filter, before, params } = choice;
  const { q = '', fieldValue, leadUnitId, principalId } = filter;
  const rest = restOf(choice);
  const from = before === null ? undefined : params.add(before);
  const later = from === undefined ? 'true' : `m.id < ${from}::uuid`;
  const most = params.add(limit);
  const page = `order by m.id desc limit ${most}`;
  const isSought = q !== '' || [fieldValue, leadUnitId, principalId].some((one) => one !== undefined);
  if (!isSought)
    return { sql: `with found as materialized (select m.id from matter m where ${rest} and ${later} ${page})`, params };
  const latest = `select * from matter m where ${later} order by m.id desc limit ${latestCount}`;
  const isFull = `(select count(*) from near) = ${most}`;
  const onlyIfShort = `${rest} and ${later} and not ${isFull}`;
  const ways =
    q === '' ? [`select m.id from matter m where ${onlyIfShort}`] : waysOf(choice, q, onlyIfShort, from, most);
  const distinct = ways.length > 1 ? 'distinct' : '';
  const sql = `with near as materialized (select m.id from (${latest}) as m where ${[rest, soughtIn(choice, q)].join(' and ')} ${page}),
    matched as materialized (${ways.join(' union all ')}),
    found as materialized ((select m.id from near m where ${isFull}) union all (select ${distinct} m.id from matched m ${page}))`;
  return { sql, params };
}

/** How many there are, counted up to `most`. */
export async function countMatters(store: Store, chosen: Omit<MatterChoice, 'before'>, most: number): Promise<number> {
  const meant = await meantBy(store, chosen.filter);
  const choice: Choice = { ...chosen, before: null, meant, params: new SqlParams() };
  const { params } = choice;
  const { q = '' } = chosen.filter;
  const rest = restOf(choice);
  const limit = params.add(most);
  const ways =
    q === ''
      ? [`select m.id from matter m where ${rest}`]
      : waysOf(choice, q, rest, undefined, limit).map((way) => `(${way} limit ${limit})`);
  const distinct = ways.length > 1 ? 'distinct' : '';
  const row = await store.queryOne<{ n: number }>(
    `select count(*)::int as n from (select ${distinct} w.id from (${ways.join(' union all ')}) as w limit ${limit}) as c`,
    params.values,
  );
  return row?.n ?? 0;
}

/** The condition of an act on all that a filter finds. */
export async function chosenBy(store: Store, filter: MatterFilter, by: Actor, params: SqlParams): Promise<string[]> {
  const meant = await meantBy(store, filter);
  const conditions = matterConditions(filter, meant, params);
  const { q = '' } = filter;
  if (q === '') return conditions;
  const choice = { filter, act: 'matter.read', by, before: null, meant, params } as const;
  const ways = waysOf(choice, q, 'true', undefined, 'null');
  return [...conditions, `m.id in (${ways.map((way) => `(${way})`).join(' union all ')})`];
}

/** The words on one matter at a time. */
function soughtIn({ meant, by, params }: Choice, q: string): string {
  if (q === '') return 'true';
  const words = wordsIn(q, params);
  return namesAnybody(meant.named) ? `(${words} or ${namingCondition(meant.named, by, params)})` : words;
}

/** Every way in which words find matters, as a query for ids. */
function waysOf(
  { meant, by, params }: Choice,
  q: string,
  rest: string,
  before: string | undefined,
  most: string,
): string[] {
  const inText = `select m.id from matter m where ${wordsIn(q, params)} and ${rest}`;
  return [inText, ...namingWays(meant.named, by, params, { rest, before, most })];
}
