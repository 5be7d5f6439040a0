import { type Actor, scopeSql, type SqlParams } from '@ducha/access';
import type { LedgerFilter } from '../http/ledger.dto.js';
import { pastDueTask } from './ledger-facts.js';
import { taskReportOverdue } from './report-duty.js';
import { isOneOf } from './units-line.js';

const likePrefix = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The units that a filter names, each with those that it took over; looked up beforehand, so that indexes give their rows in order. */
export type Lines = ReadonlyMap<string, readonly string[]>;

type Rule = (value: string, params: SqlParams, by: Actor, lines: Lines) => string;

const isOfLine = (unitId: string, lines: Lines, params: SqlParams): string =>
  isOneOf(lines.get(unitId) ?? [unitId], params);

const rules: Record<Exclude<keyof LedgerFilter, 'state' | 'q'>, Rule> = {
  kind: (value, params) => `t.kind = ${params.add(value)}`,
  category: (value, params) => `t.category like ${params.add(likePrefix(value))}`,
  unitId: (value, params, _, lines) =>
    `exists (select 1 from assignment fa where fa.task_id = t.id and fa.unit_id ${isOfLine(value, lines, params)} and fa.state not in ('moved', 'recalled'))`,
  leadUnitId: (value, params, _, lines) => `t.lead_unit_id ${isOfLine(value, lines, params)}`,
  officerId: (value, params) => `t.case_officer_id = ${params.add(value)}::uuid`,
  mine: (_, params, by) => {
    const me = params.add(by.personId);
    return `(t.case_officer_id = ${me}::uuid or t.cover_officer_id = ${me}::uuid)`;
  },
  leaderId: (value, params) => `t.lead_leader_id = ${params.add(value)}::uuid`,
  principalId: (value, params) => `t.principal_id = ${params.add(value)}::uuid`,
  matterId: (value, params) => `t.matter_id = ${params.add(value)}::uuid`,
  parentId: (value, params) => `t.parent_id = ${params.add(value)}::uuid`,
  dueFrom: (value, params) => `t.due_at >= ${params.add(value)}::timestamptz`,
  dueTo: (value, params) => `t.due_at < ${params.add(value)}::timestamptz`,
  overdue: () => pastDueTask,
  reportOverdue: () => taskReportOverdue,
  suspended: () => 't.suspended_at is not null',
};

// boundary: Object.keys forgets the type of its keys
const ruleNames = Object.keys(rules) as (keyof typeof rules)[];

/** A single state is compared by `=`: only then an index gives the rows in order. */
function inStates(states: readonly string[], params: SqlParams): string {
  const [only] = states;
  return states.length === 1 ? `t.state = ${params.add(only)}` : `t.state = any(${params.add(states)})`;
}

/** The conditions of a filter on the task alias `t`, the reader's scope first. `false` on a switch narrows nothing. */
export function ledgerConditions(
  filter: LedgerFilter,
  act: 'task.read' | 'task.export',
  by: Actor,
  lines: Lines,
  params: SqlParams,
): string[] {
  const conditions = [scopeSql(act, by, 't', params)];
  if (filter.state !== undefined) conditions.push(inStates(filter.state, params));
  for (const name of ruleNames) {
    const value = filter[name];
    if (value !== undefined && value !== 'false') conditions.push(rules[name](value, params, by, lines));
  }
  return conditions;
}
