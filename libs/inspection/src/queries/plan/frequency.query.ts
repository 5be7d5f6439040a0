import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { FrequencyQuery } from '../../http/plan/inspection.dto.js';
import type { FrequencyView } from '../../http/plan/frequency.view.js';

// a unit reads what it has lived through, never what is planned
const frequencySql = (limit: number): string => `
  with year as (select coalesce($1::int, extract(year from now() at time zone 'Asia/Shanghai')::int) as y),
  days as (select make_date(y, 1, 1) as first, make_date(y + 1, 1, 1) as next, date_trunc('month', now() at time zone 'Asia/Shanghai') as month from year),
  met as (
    select o.unit_id, count(*) filter (where not $4)::int as planned, count(*) filter (where i.released_at is not null)::int as released,
      count(*) filter (where i.type = 'comprehensive' and i.released_at is not null)::int as comprehensive
    from inspection_object o join inspection i on i.id = o.inspection_id cross join days d
    where i.state not in ('draft', 'proposed', 'cancelled') and i.from_on >= d.first and i.from_on < d.next group by o.unit_id
  ), seen as (
    select v.unit_id, count(*)::int as visits, count(distinct (v.arrived_at at time zone 'Asia/Shanghai')::date)::int as days,
      count(*) filter (where i.standing)::int as "patrolVisits",
      count(*) filter (where v.arrived_at at time zone 'Asia/Shanghai' >= d.month)::int as "thisMonth"
    from visit v join inspection i on i.id = v.inspection_id cross join days d
    where v.arrived_at >= d.first::timestamp at time zone 'Asia/Shanghai' and v.arrived_at < d.next::timestamp at time zone 'Asia/Shanghai' group by v.unit_id
  )
  select jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, coalesce(m.planned, 0) as planned, coalesce(m.released, 0) as released,
    coalesce(m.comprehensive, 0) as comprehensive, coalesce(s.visits, 0) as visits, coalesce(s.days, 0) as days,
    coalesce(s."patrolVisits", 0) as "patrolVisits", coalesce(s."thisMonth", 0) as "thisMonth"
  from unit u left join met m on m.unit_id = u.id left join seen s on s.unit_id = u.id
  where (m.planned > 0 or m.released > 0 or s.visits > 0) and ($3::uuid[] is null or u.id = any($3)) and ($2::uuid is null or u.id > $2)
  order by u.id limit ${limit + 1}`;

/** The frequency ledger (L10, L39): per object and year. */
@Injectable()
export class Frequency {
  constructor(private readonly store: Store) {}

  async page(query: FrequencyQuery, by: Actor): Promise<Page<FrequencyView>> {
    const from = decodeCursor(query.cursor, 'id');
    const isOwn = scopeOf('inspection.frequency', by.role) === 'own_unit';
    const limit = pageSize(query);
    const rows = await this.store.query<FrequencyView>(frequencySql(limit), [
      query.year ?? null,
      from?.[0] ?? null,
      isOwn ? by.unitIds : null,
      isOwn,
    ]);
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ unit }) => [unit.id],
    );
  }
}
