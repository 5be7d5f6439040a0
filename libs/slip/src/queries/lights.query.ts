import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { Store } from '@ducha/store';
import type { LightsView, UnitLightView } from '../http/slip.view.js';

/** More units than any county has. */
const mostUnits = 1_000;

/** How every unit with something open stands: open answers, those due soon and overdue, and slips by level. */
@Injectable()
export class Lights {
  constructor(private readonly store: Store) {}

  /** The worst first: by overdue answers, then by slips. */
  async read(by: Actor): Promise<LightsView> {
    const params = new SqlParams();
    const units = await this.store.query<UnitLightView>(
      `with open as (
         select a.unit_id, count(*)::int as open,
           count(*) filter (where c.state = 'running' and c.due_at >= now() and c.due_at < now() + interval '3 days')::int as soon,
           count(*) filter (where c.due_at < coalesce(c.suspended_at, now()))::int as overdue
         from clock c join assignment a on a.id = c.subject_id and a.task_id = c.task_id
         where c.kind in ('answer', 'redo') and c.state in ('running', 'suspended') and c.unit_id is not null and ${scopeSql('light.read', by, 'a', params)}
         group by a.unit_id
       ), slips as (
         select l.unit_id, jsonb_agg(jsonb_build_object('level', l.level, 'n', l.n) order by l.level) as slips, sum(l.n)::int as n from (
           select s.unit_id, s.level, count(*)::int as n from slip s join assignment a on a.id = s.assignment_id join task t on t.id = s.task_id
           where s.state <> 'withdrawn' and t.closed_at is null and a.state in ('delivered', 'signed', 'submitted', 'disputed', 'moving')
             and ${scopeSql('light.read', by, 'a', params)}
           group by s.unit_id, s.level) l group by l.unit_id
       )
       select jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, coalesce(o.open, 0) as open, coalesce(o.soon, 0) as "dueSoon",
         coalesce(o.overdue, 0) as overdue, coalesce(s.slips, '[]') as slips
       from unit u left join open o on o.unit_id = u.id left join slips s on s.unit_id = u.id
       where o.unit_id is not null or s.unit_id is not null
       order by coalesce(o.overdue, 0) desc, coalesce(s.n, 0) desc, coalesce(o.soon, 0) desc, u.sort, u.id limit ${mostUnits}`,
      params.values,
    );
    const clock = await this.store.queryOne<{ now: Date }>('select now() as now');
    return { now: clock?.now ?? new Date(0), units };
  }
}
