import type { SqlParams } from '@ducha/access';
import { taskStates } from '../domain/task-lifecycle.js';
import type { Named } from './named.query.js';

/** What somebody typed into a search box, with whom it names. */
export interface Words extends Named {
  readonly q: string;
}

/** Where a task names a unit or a person; an index holds each of these with state and id. */
const namingColumns = [
  ['lead_unit_id', 'unitIds'],
  ['case_officer_id', 'personIds'],
  ['lead_leader_id', 'personIds'],
  ['principal_id', 'personIds'],
] as const;

const wordsIn = ({ q }: Words, params: SqlParams, o = 't'): string => `${o}.search @@ bigram_query(${params.add(q)})`;

/** One condition on a task: the words stand in its number or title, or it names one of the units and persons. */
export function wordsCondition(words: Words, params: SqlParams, o = 't'): string {
  const naming = namingColumns
    .filter(([, who]) => words[who].length > 0)
    .map(([column, who]) => `${o}.${column} = any(${params.add(words[who])}::uuid[])`);
  return `(${[wordsIn(words, params, o), ...naming].join(' or ')})`;
}

/** The rows that a search may find, each way of being found by its own index. */
export interface WordsSearch {
  readonly words: Words;
  /** Conditions on `t` beside the words; `params` is this statement's. */
  readonly where: (params: SqlParams) => string;
  readonly states: readonly string[] | undefined;
  /** Of the page, when there is one; a count takes any. */
  readonly order: string;
}

/**
 * A query for the first `limit` tasks that words find, as `id` and `due_at`. An `or` over several indexes would leave
 * PostgreSQL the choice to walk the whole table in the order of the page. So each way is a query of its own that reads at
 * most `limit` rows of one unit or person in one state, out of an index that has them in order.
 */
export function foundByWords({ words, where, states, order }: WordsSearch, params: SqlParams, limit: number): string {
  const naming = namingColumns
    .filter(([, who]) => words[who].length > 0)
    .map(
      ([column, who]) => `(select x.id, x.due_at from unnest(${params.add(words[who])}::uuid[]) as named(id)
         cross join unnest(${params.add(states ?? taskStates)}::text[]) as standing(state)
         cross join lateral (select t.id, t.due_at from task t where t.${column} = named.id and t.state = standing.state and ${where(params)} ${order} limit ${limit}) as x)`,
    );
  const inText = `(select t.id, t.due_at from task t where ${wordsIn(words, params)} and ${where(params)} ${order} limit ${limit})`;
  return `(select distinct t.id, t.due_at from (${[inText, ...naming].join(' union all ')}) as t ${order} limit ${limit})`;
}
