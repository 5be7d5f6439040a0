import { type Actor, scopeOf, SqlParams } from '@ducha/access';
import type { Store } from '@ducha/store';
import type { LedgerFilter } from '../http/ledger.dto.js';
import { ledgerConditions, type Lines } from './ledger-filter.js';
import { type ListWalk, walkedIds } from './list-walk.js';
import { namedIn } from './named.query.js';
import { isOneOf, lineOf } from './units-line.js';
import { foundByWords, type Words, wordsCondition, type WordsSearch } from './words.js';

/** Where a page of the ledger begins; the condition holds for tasks that come after the former page. */
interface PlaceInLedger {
  order: 't.id desc' | 't.due_at, t.id';
  condition: (params: SqlParams, id: string) => string;
}

/** Newest first, older than a task. */
export const newestBefore = (id: string | null): PlaceInLedger => ({
  order: 't.id desc',
  condition: (params, column) => (id === null ? 'true' : `${column} < ${params.add(id)}::uuid`),
});

/** What is open with a date, by its date. */
export const dueAfter = (after: { dueAt: string; id: string } | null): PlaceInLedger => ({
  order: 't.due_at, t.id',
  condition: (params) => {
    const open = 't.due_at is not null and t.closed_at is null';
    if (after === null) return open;
    return `${open} and (t.due_at, t.id) > (${params.add(after.dueAt)}::timestamptz, ${params.add(after.id)}::uuid)`;
  },
});

/** Whose ledger, narrowed by what, from where on. */
export interface LedgerChoice {
  filter: LedgerFilter;
  act: 'task.read' | 'task.export';
  by: Actor;
  place: PlaceInLedger;
}

type LinedChoice = LedgerChoice & { readonly lines: Lines };

/** The ids of one page of the ledger, in order. */
export async function ledgerIds(store: Store, chosen: LedgerChoice, limit: number): Promise<string[]> {
  const choice = await withLines(store, chosen);
  const { filter, place } = choice;
  const words = await wordsOf(store, filter);
  const where = (params: SqlParams): string =>
    [...conditionsOf(choice, params), ...(words ? [wordsCondition(words, params)] : [])].join(' and ');
  const all = (params: SqlParams, most: number): string =>
    words
      ? `(select t.* from ${foundByWords(searchOf(choice, words), params, most)} as f join task t on t.id = f.id)`
      : 'task';
  const walked = (along: ListWalk['along']): Promise<string[]> =>
    walkedIds(store, { alias: 't', all, along, where, order: place.order }, limit);

  const units = unitsNarrowing(choice);
  if (units) return walked((params, first) => tasksOfUnits(units, place, params, first));
  if (words)
    return walked(
      (params, first) =>
        `select t.* from task t where ${conditionsOf(choice, params).join(' and ')} order by ${place.order} limit ${first}`,
    );
  const params = new SqlParams();
  const sql = `select t.id from task t where ${where(params)} order by ${place.order} limit ${params.add(limit)}`;
  return (await store.query<{ id: string }>(sql, params.values)).map(({ id }) => id);
}

/** How many there are, counted up to `most`. */
export async function ledgerCount(store: Store, chosen: LedgerChoice, most: number): Promise<number> {
  const choice = await withLines(store, chosen);
  const words = await wordsOf(store, choice.filter);
  const params = new SqlParams();
  const rows = words
    ? foundByWords({ ...searchOf(choice, words), order: '' }, params, most)
    : `(select 1 from task t where ${conditionsOf(choice, params).join(' and ')} limit ${most})`;
  const row = await store.queryOne<{ n: number }>(`select count(*)::int as n from ${rows} as c`, params.values);
  return row?.n ?? 0;
}

/** Everything but the words. */
const conditionsOf = ({ filter, act, by, place, lines }: LinedChoice, params: SqlParams): string[] => [
  ...ledgerConditions(filter, act, by, lines, params),
  place.condition(params, 't.id'),
];

async function wordsOf(store: Store, { q }: LedgerFilter): Promise<Words | undefined> {
  return q === undefined ? undefined : { q, ...(await namedIn(store, q)) };
}

const searchOf = (choice: LinedChoice, words: Words): WordsSearch => ({
  words,
  where: (params) => conditionsOf(choice, params).join(' and '),
  states: choice.filter.state,
  order: `order by ${choice.place.order}`,
});

async function withLines(store: Store, choice: LedgerChoice): Promise<LinedChoice> {
  const { unitId, leadUnitId } = choice.filter;
  const named = [...new Set([unitId, leadUnitId])].filter((id) => id !== undefined);
  const lines = await Promise.all(named.map(async (id) => [id, await lineOf(store, id)] as const));
  return { ...choice, lines: new Map(lines) };
}

/** The units whose tasks the list is narrowed to, unless something else narrows it more. */
function unitsNarrowing({ filter, act, by, place, lines }: LinedChoice): readonly string[] | undefined {
  if (place.order !== 't.id desc' || filter.matterId !== undefined || filter.parentId !== undefined) return undefined;
  if (filter.unitId !== undefined) return lines.get(filter.unitId);
  const scope = scopeOf(act, by.role);
  return scope === 'own_unit' || scope === 'led' || scope === 'own_or_led' ? by.unitIds : undefined;
}

/** The tasks that units ever had a share in, newest first: an index holds a unit's shares in the order of their tasks. */
function tasksOfUnits(
  units: readonly string[],
  { condition }: PlaceInLedger,
  params: SqlParams,
  first: number,
): string {
  const newest = `select distinct sa.task_id from assignment sa where sa.unit_id ${isOneOf(units, params)} and ${condition(params, 'sa.task_id')}
    order by sa.task_id desc limit ${first}`;
  // each task is looked up by its id (offset 0), and no further than the page needs (the ids are said to be the same): joined at
  // will, PostgreSQL reads all tasks there are. The second limit keeps the words from being looked up in an index first
  return `select t.* from (${newest}) as own cross join lateral (select t.* from task t where t.id = own.task_id offset 0) as t
    where t.id = own.task_id order by t.id desc limit ${first}`;
}
