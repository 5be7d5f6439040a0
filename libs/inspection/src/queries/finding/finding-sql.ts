import { standingSql } from '../../domain/finding/standing.js';

const named = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

/** The unit of an alias as a `UnitBrief`. */
export const unitSql = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'shortName', ${alias}.short_name)`;
/** The inspection of an alias as an `InspectionName`. */
export const inspectionSql = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'number', ${alias}.number, 'name', ${alias}.name)`;
/** The site of an alias that may be absent as a `FindingSite`. */
export const siteSql = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'kind', ${alias}.kind, 'code', ${alias}.code, 'name', ${alias}.name) end`;

/** A finding `f` with what is shown of it in a list; its task is `t`. */
export const findingSql = `
  select f.id, f.version, ${inspectionSql('i')} as inspection, f.visit_id as "visitId", ${unitSql('u')} as unit, ${siteSql('s')} as site,
    f.clause_key as clause, c.value ->> 'text' as "clauseText", coalesce((c.value ->> 'redLine')::boolean, false) as "redLine", f.words, f.severity, f.conduct,
    f.result_class as result, f.encounter, f.raised, f.state, ${standingSql('f', 't')} as standing, f.happened_at as "happenedAt", f.captured_at as "capturedAt",
    f.received_at as "receivedAt", (coalesce(greatest(f.happened_at, f.captured_at) > f.received_at + interval '5 minutes', false)
      or coalesce(abs(f.clock_skew_seconds) > 300, false)) as "clockDoubted",
    (select jsonb_agg(distinct ${named('a')}) from finding m join person a on a.id = m.author_id where m.id = f.id or m.merged_into = f.id) as authors,
    case when k.id is not null then ${named('k')} end as confirmer, f.first_confirmer_id as "firstConfirmerId", f.fixed_by as "fixedBy",
    (select count(*)::int from evidence_link l where l.about_id in (select m.id from finding m where m.id = f.id or m.merged_into = f.id)) + (f.raised = 'cross_check')::int as "evidenceCount",
    f.common_problem_id as "commonProblemId", f.task_id as "taskId"
  from finding f join inspection i on i.id = f.inspection_id join unit u on u.id = f.unit_id left join site s on s.id = f.site_id
    left join task t on t.id = f.task_id left join person k on k.id = f.confirmer_id
    left join standard_version v on v.standard_id = f.standard_id and v.number = f.standard_number
    left join lateral (select value from jsonb_array_elements(v.clauses) where value ->> 'key' = f.clause_key) c on true`;
