import { Injectable } from '@nestjs/common';
import { type Actor, unitRoles } from '@ducha/access';
import { COUNTY_ZONE } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { DisputeMeasuresQuery } from '../http/dispute.dto.js';
import type { AssignerMeasure, DisputeMeasuresView, UnitReturnMeasure } from '../http/dispute.view.js';

type Totals = Omit<DisputeMeasuresView, 'tasks' | 'assigners' | 'units'> & { readonly n: number; readonly of: number };

/** Shares that were sent out in the period: what figures are counted over. $1, $2: days; $3: units, null for all. */
const sentSql = `
  with sent as (
    select a.id, a.task_id, a.unit_id, a.predecessor_id, g.by_person_id, p.task_id is not distinct from a.task_id and p.round = a.round as taken_over
    from assignment a join dispatch g on g.id = a.dispatch_id left join assignment p on p.id = a.predecessor_id
    where a.delivered_at is not null and ($1::date is null or a.queued_at >= $1::date::timestamp at time zone '${COUNTY_ZONE}')
      and ($2::date is null or a.queued_at < ($2::date + 1)::timestamp at time zone '${COUNTY_ZONE}') and ($3::uuid[] is null or a.unit_id = any($3::uuid[]))
  ), over as (select d.* from dispute d join sent s on s.id = d.assignment_id)`;

const totalsSql = `${sentSql}, moved as (select s.task_id, count(*)::int as n from sent s where s.taken_over group by s.task_id)
  select (select count(*)::int from moved) as n, (select count(distinct s.task_id)::int from sent s) as of, (select coalesce(sum(m.n), 0)::int from moved m) as transfers,
    (select coalesce(max(m.n), 0)::int from moved m) as most, (select count(*)::int from over o where o.ended_at is not null) as settled,
    (select coalesce(round(sum(extract(epoch from o.ended_at - o.raised_at) / 86400)::numeric, 1), 0)::float8 from over o where o.ended_at is not null) as days,
    (select count(*)::int from over o where o.ended_at is null) as open`;

const assignersSql = `${sentSql}
  select jsonb_build_object('id', b.id, 'name', b.name) as person, count(o.id) filter (where o.ruling in ('move', 'swap', 'split'))::int as n, count(*)::int as of
  from sent s join person b on b.id = s.by_person_id left join over o on o.assignment_id = s.id and o.state = 'ruled' group by b.id, b.name
  having count(o.id) > 0 order by n desc, of desc, b.id limit 100`;

const unitsSql = `${sentSql}
  select jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, count(distinct o.assignment_id)::int as n, count(distinct s.id)::int as of,
    count(distinct o.assignment_id) filter (where o.ruling in ('move', 'swap', 'split'))::int as upheld
  from sent s join unit u on u.id = s.unit_id left join over o on o.assignment_id = s.id group by u.id, u.short_name
  having count(o.id) > 0 or $3::uuid[] is not null order by n desc, of desc, u.id limit 200`;

/** How often work was passed on and how long that took; a unit sees its own figures, the bureau all. */
@Injectable()
export class DisputeMeasures {
  constructor(private readonly store: Store) {}

  /** Counted over shares sent out between two days. */
  async of(
    { from = null, to = null }: Partial<Record<keyof DisputeMeasuresQuery, string | null>>,
    by: Actor,
  ): Promise<DisputeMeasuresView> {
    const isUnit = unitRoles.includes(by.role);
    const params = [from, to, isUnit ? by.unitIds : null];
    const totals = await this.store.queryOne<Totals>(totalsSql, params);
    const { n, of, ...rest } = totals ?? { n: 0, of: 0, transfers: 0, most: 0, settled: 0, days: 0, open: 0 };
    const assigners = isUnit ? [] : await this.store.query<AssignerMeasure>(assignersSql, params);
    return { ...rest, tasks: { n, of }, assigners, units: await this.store.query<UnitReturnMeasure>(unitsSql, params) };
  }
}
