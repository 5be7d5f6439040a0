import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { standingStates } from '../../domain/finding/finding-lifecycle.js';
import { spreadRule, suggestedClass } from '../../domain/finding/spread.js';
import type { SharedProblemView, SpreadTable, SpreadView } from '../../http/finding/finding.view.js';
import { unitSql } from './finding-sql.js';
import { toldByClauseSql, toldSql } from './told-sql.js';

const spreadSql = `
  with ${toldSql('coalesce(f.site_id, f.unit_id)')}
  select told.clause_key as clause, coalesce(texts.text, '') as text, array_agg(distinct told.id) filter (where told.merged_into is null) as "findingIds",
    count(distinct told.kept)::int as findings, count(distinct told.unit_id)::int as units,
    count(distinct told.place)::int as sites, count(distinct told.group_id)::int as groups
  ${toldByClauseSql} limit 500`;

const problemSql = `
  select p.id, p.version, p.name, p.cause, case when o.id is not null then ${unitSql('o')} end as owner, p.measure, p.document, p.suggested,
    d.name as "decidedBy", p.decided_at as "decidedAt", (select count(*)::int from finding f where f.common_problem_id = p.id) as findings,
    (select count(*)::int from self_check s where s.common_problem_id = p.id) as asked,
    (select count(*)::int from self_check s join task t on t.id = s.task_id
     where s.common_problem_id = p.id and t.state in ('answered', 'verified', 'presented', 'closed', 'effective')) as answered,
    (select coalesce(jsonb_agg(${unitSql('u')} order by u.sort, u.id), '[]') from inspection_object b join unit u on u.id = b.unit_id
     where b.inspection_id = p.inspection_id and not exists (select 1 from self_check s where s.common_problem_id = p.id and s.unit_id = b.unit_id)) as uncovered
  from common_problem p join person d on d.id = p.decided_by left join unit o on o.id = p.owner_unit_id
  where p.inspection_id = $1 order by p.id limit 200`;

/** What an inspection’s findings have in common: the counts by which the rule suggests, and what persons decided. */
@Injectable()
export class SharedProblems {
  constructor(private readonly store: Store) {}

  /** Clauses with findings that stand, widest spread first. */
  async spreads(inspectionId: string): Promise<SpreadTable> {
    const [visited] = await this.store.query<{ n: number }>(
      'select count(distinct unit_id)::int as n from visit where inspection_id = $1 and arrived_at is not null',
      [inspectionId],
    );
    const inspectedUnits = visited?.n ?? 0;
    const rows = await this.store.query<Omit<SpreadView, 'suggested'>>(spreadSql, [inspectionId, [...standingStates]]);
    const spreads = rows.map((row) => ({ ...row, suggested: suggestedClass({ ...row, inspectedUnits }) }));
    return { inspectedUnits, rule: { ...spreadRule }, spreads };
  }

  /** In the order in which they were decided. */
  of(inspectionId: string): Promise<SharedProblemView[]> {
    return this.store.query<SharedProblemView>(problemSql, [inspectionId]);
  }
}
