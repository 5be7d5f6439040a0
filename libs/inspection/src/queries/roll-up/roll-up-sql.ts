import { unitSql } from '../finding/finding-sql.js';
import { toldByClauseSql, toldSql } from '../finding/told-sql.js';

/** Visits `v` of an inspection with the place they belong to: a household’s is its village. */
const seen = `
  seen as materialized (
    select v.id, coalesce(s.parent_id, s.id, v.unit_id) as place, v.unit_id, v.group_id, v.state, v.arrived_at, v.finished_at, v.discovered_at,
      s.kind = 'household' as household
    from visit v left join site s on s.id = v.site_id where v.inspection_id = $1
  )`;

/** Findings that stand, counted by visit. `$2` states, `$3` clauses that are red lines, `$4` clauses that the rule calls common. */
const found = `
  found as materialized (
    select f.visit_id, count(*)::int as findings, count(*) filter (where f.severity = 'serious')::int as serious,
      count(*) filter (where f.state = 'recorded')::int as unconfirmed,
      count(*) filter (where f.common_problem_id is not null or f.clause_key = any($4))::int as common,
      count(*) filter (where f.clause_key = any($3))::int as red
    from finding f where f.inspection_id = $1 and not f.restricted and f.state = any($2) group by f.visit_id
  )`;

const counts = `
  count(seen.id)::int as visits, count(*) filter (where seen.state = 'done')::int as done, count(*) filter (where seen.state = 'absent')::int as absent,
  count(*) filter (where seen.state = 'refused')::int as refused, count(*) filter (where seen.state = 'replaced')::int as replaced,
  count(*) filter (where seen.state in ('assigned', 'arrived'))::int as open, count(*) filter (where seen.household and seen.state = 'done')::int as households,
  coalesce(sum(found.findings), 0)::int as findings, coalesce(sum(found.serious), 0)::int as serious, coalesce(sum(found.unconfirmed), 0)::int as unconfirmed,
  coalesce(sum(found.common), 0)::int as common, coalesce(sum(found.red), 0)::int as "redLines"`;

const minutesBetween = (from: string, to: string): string => `floor(extract(epoch from ${to} - ${from}) / 60)::int`;

/** Every place that a plan goes to, in the order of units and names. */
export const placesSql = `
  with ${seen}, ${found}
  select p.*, coalesce(s.kind, 'unit') as kind, coalesce(s.name, u.short_name) as name, ${unitSql('u')} as unit
  from (
    select seen.place as id, (array_agg(seen.unit_id))[1] as "unitId", array_agg(distinct g.number order by g.number) as groups, ${counts},
      min(seen.arrived_at) as "arrivedAt", max(seen.finished_at) as "finishedAt",
      ${minutesBetween('min(seen.arrived_at)', 'min(seen.discovered_at)')} as "discoveredAfterMinutes"
    from seen join inspection_group g on g.id = seen.group_id left join found on found.visit_id = seen.id group by seen.place
  ) p left join site s on s.id = p.id join unit u on u.id = p."unitId" order by u.sort, u.id, name, p.id limit 1000`;

/** What every group brought. */
export const groupsSql = `
  with ${seen}, ${found}
  select g.id, g.number, g.name, count(distinct seen.place) filter (where seen.arrived_at is not null)::int as places, ${counts}
  from inspection_group g left join seen on seen.group_id = g.id left join found on found.visit_id = seen.id
  where g.inspection_id = $1 group by g.id order by g.number`;

/** Visits that did not reach what they were meant for. */
export const missesSql = `
  select v.id as "visitId", coalesce(s.name, u.short_name) as name, p.name as village, ${unitSql('u')} as unit, g.number as "group", v.state as why, v.note
  from visit v join inspection_group g on g.id = v.group_id join unit u on u.id = v.unit_id left join site s on s.id = v.site_id left join site p on p.id = s.parent_id
  where v.inspection_id = $1 and v.state in ('absent', 'refused', 'replaced', 'assigned') order by v.id limit 200`;

/** Findings against red lines; `$2` states, `$3` clauses. */
export const crossedSql = `
  select f.visit_id as "visitId", f.id as "findingId", coalesce(p.name, s.name, u.short_name) as place, ${unitSql('u')} as unit, f.clause_key as clause
  from finding f join visit v on v.id = f.visit_id join unit u on u.id = f.unit_id left join site s on s.id = v.site_id left join site p on p.id = s.parent_id
  where f.inspection_id = $1 and not f.restricted and f.state = any($2) and f.clause_key = any($3) order by f.id limit 100`;

/** Answers to red lines that no finding speaks of; `$2` states of findings, `$3` clauses. */
export const answeredSql = `
  select a.visit_id as "visitId", null as "findingId", coalesce(p.name, s.name, u.short_name) as place, ${unitSql('u')} as unit, a.clause_key as clause, a.found
  from visit v join visit_answer a on a.visit_id = v.id join unit u on u.id = v.unit_id left join site s on s.id = v.site_id left join site p on p.id = s.parent_id
  where v.inspection_id = $1 and a.clause_key = any($3) and not exists (
    select 1 from finding f where f.visit_id = v.id and f.clause_key = a.clause_key and not f.restricted and f.state = any($2))
  order by v.id, a.clause_key limit 500`;

/** The inspection with its times and its checklist. */
export const roundSql = `
  select i.id, i.number, i.name, i.state, i.standard_id as "standardId", now() as now, i.released_at as "releasedAt", min(v.arrived_at) as "firstArrivalAt",
    min(v.discovered_at) as "firstDiscoveryAt", max(v.finished_at) as "lastFinishAt",
    ${minutesBetween('min(v.arrived_at)', 'min(v.discovered_at)')} as "discoveredAfterMinutes",
    coalesce((select sv.clauses from standard_version sv where sv.standard_id = i.standard_id and sv.number = i.standard_number), '[]') as clauses
  from inspection i left join visit v on v.inspection_id = i.id where i.id = $1 and i.released_at is not null group by i.id`;

/** Rounds before it, of the same standard or with an object in common, newest first; `$2` one of them or null for ten. */
export const earlierSql = `
  select o.id, o.number, o.name, o.released_at as "releasedAt" from inspection i join inspection o on o.id <> i.id and o.released_at < i.released_at
  where i.id = $1 and ($2::uuid is null or o.id = $2::uuid) and (o.standard_id = i.standard_id or exists (
    select 1 from inspection_object a join inspection_object b on b.unit_id = a.unit_id and b.inspection_id = o.id where a.inspection_id = i.id))
  order by o.released_at desc, o.id limit 10`;

/** Findings by clause, widest spread first; merged ones count with the one that stayed. `$2` states. */
export const problemsSql = `
  with ${toldSql('coalesce(s.parent_id, f.site_id, f.unit_id)', 'left join site s on s.id = f.site_id')}
  select told.clause_key as clause, coalesce(texts.text, '') as text, count(distinct told.kept)::int as findings,
    count(distinct told.unit_id)::int as units, count(distinct told.place)::int as sites, count(distinct told.group_id)::int as groups,
    count(distinct told.id) filter (where told.state = 'recorded')::int as unconfirmed, bool_or(told.common_problem_id is not null) as decided
  ${toldByClauseSql} limit 500`;

/** Units where somebody has arrived. */
export const inspectedSql = `select count(distinct unit_id)::int as n from visit where inspection_id = $1 and arrived_at is not null`;
