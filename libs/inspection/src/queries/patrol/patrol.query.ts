import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type {
  PatrolDayView,
  PatrolLogView,
  PatrolOftenView,
  PatrolTurnView,
  PatrolView,
} from '../../http/patrol/patrol.view.js';
import { planFault } from '../../plan-faults.js';
import { unitSql } from '../finding/finding-sql.js';

const turnsSql = `
  select t.on_day::text as on, ${unitSql('u')} as unit, g.number as "group",
    (select count(*)::int from visit v where v.inspection_id = t.inspection_id and v.unit_id = t.unit_id and v.planned_on = t.on_day and v.arrived_at is not null) as visits,
    (select count(*)::int from finding f join visit v on v.id = f.visit_id where v.inspection_id = t.inspection_id and v.unit_id = t.unit_id and v.planned_on = t.on_day
       and not f.restricted and f.state not in ('dismissed', 'merged', 'revoked')) as findings
  from patrol_turn t join unit u on u.id = t.unit_id left join inspection_group g on g.id = t.group_id
  where t.inspection_id = $1 and t.on_day between $2 and $3 order by t.on_day, u.sort, u.id`;
const logsSql = `
  select l.on_day::text as on, g.number as "group", l.words, p.name as "writtenBy", l.written_at as "writtenAt"
  from patrol_log l join inspection_group g on g.id = l.group_id join person p on p.id = l.written_by
  where l.inspection_id = $1 and l.on_day between $2 and $3 order by l.on_day, g.number`;
const oftenSql = `
  select ${unitSql('u')} as unit, s.days from (
    select v.unit_id, count(distinct (v.inspection_id, (v.arrived_at at time zone 'Asia/Shanghai')::date))::int as days
    from inspection_object o join visit v on v.unit_id = o.unit_id join inspection p on p.id = v.inspection_id and p.standing
    where o.inspection_id = $1 and v.arrived_at >= date_trunc('month', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' group by v.unit_id
  ) s join unit u on u.id = s.unit_id where s.days > $2 order by s.days desc, u.id limit 200`;

/** The roster of a standing patrol with what its days have brought. */
@Injectable()
export class Patrol {
  constructor(private readonly store: Store) {}

  /** @throws Fault `inspection.inspectionNotFound`, `inspection.notStanding` */
  async of(
    id: string,
    span: { readonly from: string | null; readonly to: string | null },
    perMonth: number,
  ): Promise<PatrolView> {
    const head = await this.store.queryOne<{ standing: boolean; from: string; to: string }>(
      `select standing, coalesce($2::date, date_trunc('week', now() at time zone 'Asia/Shanghai')::date)::text as from,
         coalesce($3::date, coalesce($2::date, date_trunc('week', now() at time zone 'Asia/Shanghai')::date) + 6)::text as to from inspection where id = $1`,
      [id, span.from, span.to],
    );
    if (!head) throw planFault('inspectionNotFound');
    if (!head.standing) throw planFault('notStanding');
    const params = [id, head.from, head.to];
    const [turns, logs, often] = await Promise.all([
      this.store.query<PatrolTurnView & { readonly on: string }>(`${turnsSql} limit 5000`, params),
      this.store.query<PatrolLogView & { readonly on: string }>(`${logsSql} limit 5000`, params),
      this.store.query<PatrolOftenView>(oftenSql, [id, perMonth]),
    ]);
    const on = [...new Set([...turns, ...logs].map((one) => one.on))].sort();
    const days = on.map((day): PatrolDayView => ({
      on: day,
      turns: turns.filter((turn) => turn.on === day).map(({ on: _day, ...turn }) => turn),
      logs: logs.filter((log) => log.on === day).map(({ on: _day, ...log }) => log),
    }));
    return { from: head.from, to: head.to, days, perMonth, often };
  }
}
