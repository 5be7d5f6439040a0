import { type Actor, scopeSql, type SqlParams } from '@ducha/access';
import type { Store } from '@ducha/store';
import { isOneOf, lineOf, type Named, namedIn } from '@ducha/task';
import type { MatterFilter } from '../http/matter-filter.dto.js';

/** What a filter means, looked up beforehand: whom its words name, and the lead unit with those that it took over. */
export interface MeantByFilter {
  readonly named: Named;
  readonly line: readonly string[];
}

/** Looks it up. Who asked (signatories, sources, accused) is never among those named: only units and officials are. */
export async function meantBy(store: Store, { q, leadUnitId }: MatterFilter): Promise<MeantByFilter> {
  const named = await namedIn(store, q);
  return { named, line: leadUnitId === undefined ? [] : await lineOf(store, leadUnitId) };
}

/** Whether words name anybody. */
export const namesAnybody = ({ unitIds, personIds }: Named): boolean => unitIds.length + personIds.length > 0;

/** Where a task names a person. */
const personColumns = ['case_officer_id', 'lead_leader_id', 'principal_id'] as const;

const sharesOf = (task: string, units: readonly string[], params: SqlParams): string =>
  `exists (select 1 from assignment na where na.task_id = ${task} and na.unit_id ${isOneOf(units, params)} and na.state not in ('moved', 'recalled'))`;

/** One condition on matter `m`: one of those named gave it, leads or assists in a task of it that the reader may read, or keeps such a task. */
export function namingCondition({ unitIds, personIds }: Named, by: Actor, params: SqlParams): string {
  const onTask = [
    ...(unitIds.length === 0
      ? []
      : [`nt.lead_unit_id ${isOneOf(unitIds, params)}`, sharesOf('nt.id', unitIds, params)]),
    ...(personIds.length === 0
      ? []
      : personColumns.map((column) => `nt.${column} = any(${params.add(personIds)}::uuid[])`)),
  ];
  const ofTask = `exists (select 1 from task nt where nt.matter_id = m.id and ${scopeSql('task.read', by, 'nt', params)} and (${onTask.join(' or ')}))`;
  return personIds.length === 0 ? ofTask : `(m.principal_id = any(${params.add(personIds)}::uuid[]) or ${ofTask})`;
}

/** The page of a list that ways of being found are walked for. */
export interface NamedPage {
  /** Conditions on `m` beside the words. */
  readonly rest: string;
  /** Place of the parameter with the last id of the former page; undefined: this is the first. */
  readonly before: string | undefined;
  /** Place of the parameter with the most ids wanted of each unit. */
  readonly most: string;
}

/**
 * Queries for the ids of matters that those named stand in, each way by an index of its own: an `or` over several would
 * leave PostgreSQL the choice to walk all matters. A unit has thousands of tasks: an index has their matters in the
 * order of the list. Of persons there are few tasks, or so many that the latest matters fill the page before this is asked.
 */
export function namingWays(named: Named, by: Actor, params: SqlParams, { rest, before, most }: NamedPage): string[] {
  // a scope may hold parameters, and PostgreSQL takes none that no query uses
  if (!namesAnybody(named)) return [];
  const { unitIds, personIds } = named;
  const scope = scopeSql('task.read', by, 't', params);
  const among = (ids: string): string => `select m.id from matter m where m.id in (${ids}) and ${rest}`;
  const ways: string[] = [];
  if (unitIds.length > 0) {
    const units = params.add(unitIds);
    const on = before === undefined ? '' : `and t.matter_id < ${before}::uuid`;
    ways.push(
      `select x.id from unnest(${units}::uuid[]) as named(id) cross join lateral (
         select distinct t.matter_id as id from task t join matter m on m.id = t.matter_id
         where t.lead_unit_id = named.id and t.matter_id is not null ${on} and ${scope} and ${rest} order by t.matter_id desc limit ${most}) as x`,
      among(
        `select t.matter_id from assignment a join task t on t.id = a.task_id
         where a.unit_id = any(${units}::uuid[]) and a.duty = 'assist' and a.state not in ('moved', 'recalled') and ${scope}`,
      ),
    );
  }
  if (personIds.length > 0) {
    const persons = params.add(personIds);
    ways.push(
      `select m.id from matter m where m.principal_id = any(${persons}::uuid[]) and ${rest}`,
      ...personColumns.map((column) =>
        among(
          `select t.matter_id from task t where t.${column} = any(${persons}::uuid[]) and t.matter_id is not null and ${scope}`,
        ),
      ),
    );
  }
  return ways;
}
