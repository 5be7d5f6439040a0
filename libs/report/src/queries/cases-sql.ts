import { type Actor, scopeSql, type SqlParams } from '@ducha/access';
import { COUNTY_ZONE } from '@ducha/kernel';

/** What a report goes over. */
export type Ground =
  | { readonly of: 'history'; readonly source: string }
  | { readonly of: 'assignments'; readonly by: Actor };

/** Which of it; absent: all. */
export interface CaseFilter {
  readonly unit?: string | undefined;
  readonly kind?: string | undefined;
  /** `YYYY-MM` of the receipt, in the county's zone. */
  readonly month?: string | undefined;
}

/**
 * One row per case as it stood at an instant: `unit`, `label`, `kind`, `received_at`, `answered_at` (null: open then),
 * `original_due_at`, `due_at`, `excluded` (why it counts for nothing, else null), `received_day`, `answered_day`, `month`.
 * Facts later than the instant are as if they had not happened. @param asOf  placeholder of the instant
 */
export function casesSql(ground: Ground, filter: CaseFilter, asOf: string, params: SqlParams): string {
  const conditions = [
    ...(filter.unit === undefined ? [] : [`c.unit = ${params.add(filter.unit)}`]),
    ...(filter.kind === undefined ? [] : [`c.kind = ${params.add(filter.kind)}`]),
    ...(filter.month === undefined ? [] : [`${monthOf('c.received_at')} = ${params.add(filter.month)}`]),
  ];
  const cases =
    ground.of === 'history' ? historySql(params.add(ground.source), asOf) : assignmentSql(ground.by, asOf, params);
  return `select c.*, ${dayOf('c.received_at')} as received_day, ${dayOf('c.answered_at')} as answered_day, ${monthOf('c.received_at')} as month
    from (${cases}) c ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}`;
}

const dayOf = (column: string): string => `(${column} at time zone '${COUNTY_ZONE}')::date`;
const monthOf = (column: string): string => `to_char(${column} at time zone '${COUNTY_ZONE}', 'YYYY-MM')`;

const historySql = (source: string, asOf: string): string => `
  select coalesce(h.unit, '') as unit, coalesce(h.unit, '') as label, '' as kind, h.received_at,
    case when h.answered_at <= ${asOf} then h.answered_at end as answered_at, h.due_at as original_due_at, h.due_at,
    case when h.answered_before_receipt then 'answeredBeforeReceipt' end as excluded
  from closed_case h where h.source = ${source} and h.received_at <= ${asOf}`;

/** The answer that met the clock: the first signed off and not taken back by the unit. A later redo takes nothing from it. */
const firstAnswer = (asOf: string): string => `
  select w.signed_off_at as at from answer w
  where w.assignment_id = a.id and w.signed_off_at <= ${asOf} and not exists (
    select 1 from audit_row r where r.subject_id = a.id and r.act = 'assignment.withdraw' and r.at >= w.signed_off_at and r.at <= ${asOf}
      and not exists (select 1 from answer n where n.assignment_id = a.id and n.signed_off_at > w.signed_off_at and n.signed_off_at <= r.at))
  order by w.signed_off_at limit 1`;

/** The date to which the clock of the answer ran at the instant: every date it moved from is kept beside it. A redo has another clock. */
const dueThen = (asOf: string): string => `
  select coalesce((select h.due_before from clock_change h where h.clock_id = c.id and h.changed_at > ${asOf} order by h.changed_at, h.id limit 1), c.due_at) as at
  from clock c where c.task_id = a.task_id and c.subject_id = a.id and c.kind = 'answer' and c.armed_at <= ${asOf}
  order by c.armed_at desc, c.id desc limit 1`;

/** More time was asked for and nobody had decided: whoever waits for that is not late by the date that runs. */
const undecided = (asOf: string): string => `
  select w.at is null and exists (select 1 from extension x where x.assignment_id = a.id and x.asked_at <= ${asOf}
    and (x.ended_at is null or x.ended_at > ${asOf})) as undecided`;

const assignmentSql = (by: Actor, asOf: string, params: SqlParams): string => `
  select a.unit_id::text as unit, u.short_name as label, coalesce(m.kind, t.kind) as kind, a.delivered_at as received_at, w.at as answered_at,
    a.original_due_at, case when e.undecided then greatest(coalesce(d.at, a.due_at), ${asOf}) else coalesce(d.at, a.due_at) end as due_at,
    case when exists (select 1 from objection o where o.subject_type = 'figure' and o.subject_id = a.id and o.verdict = 'uphold'
        and o.decided_at <= ${asOf}) then 'objection'
      when w.at is not null then null
      when a.state in ('moved', 'recalled') and a.ended_at <= ${asOf} then 'takenBack'
      when a.waived_at <= ${asOf} then 'waived'
      when exists (select 1 from suspension s where s.task_id = a.task_id and s.suspended_at <= ${asOf}
        and (s.resumed_at is null or s.resumed_at > ${asOf})) then 'suspended' end as excluded
  from assignment a join unit u on u.id = a.unit_id join task t on t.id = a.task_id left join matter m on m.id = t.matter_id
    left join lateral (${firstAnswer(asOf)}) w on true left join lateral (${dueThen(asOf)}) d on true
    left join lateral (${undecided(asOf)}) e on true
  where a.delivered_at <= ${asOf} and ${scopeSql('report.read', by, 'a', params)}`;
