import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { AskedMaterialView, GivenItemView, GivenMaterialView } from '../../http/material/material.view.js';
import { findingFault } from '../../finding-faults.js';

/** How far back what a unit gave spares it being asked again. */
const within = `interval '1 year'`;

const given = `
  given as (
    select 'report' as kind, r.id, r.task_id, r.assignment_id, r.reported_at as at from report r join assignment a on a.id = r.assignment_id
      where a.unit_id = $1 and r.reported_at > now() - ${within}
    union all
    select 'answer', s.id, s.task_id, s.assignment_id, s.submitted_at from answer s join assignment a on a.id = s.assignment_id
      where a.unit_id = $1 and s.submitted_at > now() - ${within}
  )`;

const countSql = `
  with ${given} select count(*) filter (where g.kind = 'report')::int as reports, count(*) filter (where g.kind = 'answer')::int as answers,
    coalesce(sum((select count(*) from evidence_link l where l.subject_id = g.id)), 0)::int as files, max(g.at) as "lastAt" from given g`;

type Counts = Pick<GivenMaterialView, 'reports' | 'answers' | 'files' | 'lastAt'>;

/** What a unit gave within a year, in counts. */
export async function givenBy(asked: Pick<EntityManager, 'query'>, unitId: string): Promise<Counts> {
  const [counts] = await asked.query<Counts[]>(countSql, [unitId]);
  return counts ?? { reports: 0, answers: 0, files: 0, lastAt: null };
}

/** Material that a unit gave already: attached to the visit, not asked for again (L39). */
@Injectable()
export class GivenMaterial {
  constructor(private readonly store: Store) {}

  /** Counts for everybody who goes there; the records for whoever may read them anyway. @throws Fault `finding.visitNotFound` */
  async at(visitId: string, by: Actor): Promise<GivenMaterialView> {
    const visit = await this.store.queryOne<{ unitId: string }>('select unit_id as "unitId" from visit where id = $1', [
      visitId,
    ]);
    if (!visit) throw findingFault('visitNotFound');
    const [counts, items, asked] = await Promise.all([
      givenBy(this.store.manager, visit.unitId),
      this.items(visit.unitId, by),
      this.store.query<AskedMaterialView>(
        `select m.id, m.what, m.reason, p.name as "askedBy", m.asked_at as "askedAt" from material_request m join person p on p.id = m.asked_by
         where m.visit_id = $1 order by m.asked_at limit 100`,
        [visitId],
      ),
    ]);
    return { ...counts, items, asked };
  }

  private items(unitId: string, by: Actor): Promise<GivenItemView[]> {
    const params = new SqlParams();
    params.add(unitId);
    const may = scopeSql('task.read', by, 't', params);
    return this.store.query<GivenItemView>(
      `with ${given} select g.kind, g.id, g.task_id as "taskId", t.title as "taskTitle", g.at,
         (select count(*)::int from evidence_link l where l.subject_id = g.id) as files
       from given g join task t on t.id = g.task_id where ${may} order by g.at desc, g.id limit 30`,
      params.values,
    );
  }
}
