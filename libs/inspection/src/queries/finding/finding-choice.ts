import { type Actor, grantedScope, scopeSql, type SqlParams } from '@ducha/access';
import { decodeCursor } from '@ducha/http';
import { standingSql, statesShownAs } from '../../domain/finding/standing.js';
import type { FindingListQuery } from '../../http/finding/finding.dto.js';

/**
 * SQL of the ids of a page of findings, newest first, as far as the actor may see them. Every filter has an index in this order. A
 * reader of several units or inspections gets the first ones of each, and of these the first: no index has them in one order.
 */
export function findingIdsSql(query: FindingListQuery, by: Actor, params: SqlParams, limit: number): string {
  const after = decodeCursor(query.cursor, 'id')?.[0] ?? null;
  const filters = filtersOf(query, params);
  if (after !== null) filters.push(`f.id < ${params.add(after)}::uuid`);
  const first = `order by f.id desc limit ${params.add(limit)}`;
  const newest = (condition: readonly string[]): string => {
    const wanted = [...filters, ...condition, scopeSql('finding.read', by, 'f', params)];
    const joined = query.standing === undefined ? '' : 'left join task t on t.id = f.task_id';
    return `select f.id from finding f ${joined} where ${wanted.join(' and ')} ${first}`;
  };
  const each = namesOnePlace(query) ? undefined : placesOf(by, params);
  if (each === undefined) return newest([]);
  return `select f.id from (${each.sql}) as each(id) cross join lateral (${newest([`f.${each.column} = each.id`])}) f ${first}`;
}

/** Whether a filter leaves no more than an inspection, a visit, a unit or a task has. */
const namesOnePlace = ({ inspectionId, unitId, visitId, taskId }: FindingListQuery): boolean =>
  [inspectionId, unitId, visitId, taskId].some((id) => id !== undefined);

/** What a scope is made of, where it is made of several: units, or inspections that the person goes along with. */
function placesOf(by: Actor, params: SqlParams): { sql: string; column: 'unit_id' | 'inspection_id' } | undefined {
  const scope = grantedScope('finding.read', by);
  if (scope === 'own_unit' && by.unitIds.length > 1)
    return { sql: `select distinct unnest(${params.add(by.unitIds)}::uuid[])`, column: 'unit_id' };
  if (scope !== 'grouped') return undefined;
  const person = params.add(by.personId);
  const sql = `select distinct m.inspection_id from inspection_member m where m.person_id = ${person}::uuid`;
  return { sql, column: 'inspection_id' };
}

function filtersOf({ standing, ...query }: FindingListQuery, params: SqlParams): string[] {
  const same: [string, string | undefined, string][] = [
    ['inspection_id', query.inspectionId, '::uuid'],
    ['unit_id', query.unitId, '::uuid'],
    ['visit_id', query.visitId, '::uuid'],
    ['task_id', query.taskId, '::uuid'],
    ['severity', query.severity, ''],
    ['clause_key', query.clause, ''],
  ];
  const filters = same.flatMap(([column, value, cast]) =>
    value === undefined ? [] : [`f.${column} = ${params.add(value)}${cast}`],
  );
  return standing === undefined ? filters : [...filters, ...standingFilter(standing, params)];
}

/** The state of its own is what the index knows; what its task adds to that is asked of those rows only. */
function standingFilter(standing: keyof typeof statesShownAs, params: SqlParams): string[] {
  const states = statesShownAs[standing];
  const [only] = states;
  const own = states.length === 1 ? `f.state = ${params.add(only)}` : `f.state = any(${params.add(states)})`;
  return states.includes('ordered') ? [own, `${standingSql('f', 't')} = ${params.add(standing)}`] : [own];
}
