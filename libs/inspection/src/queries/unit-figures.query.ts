import { Injectable } from '@nestjs/common';
import { type Actor, unitRoles } from '@ducha/access';
import { decodeCursor, type Page, pageOf, type PageQuery, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import { wilson } from '../domain/look-back/wilson.js';
import type { UnitFigureView } from '../http/look-back.view.js';
import { standingsSql } from './sample-facts.js';

type FigureRow = Omit<UnitFigureView, 'low' | 'high'> & { readonly sort: number };

const figuresSql = `
  with looked as (${standingsSql} group by unit_id),
    waiting as (select unit_id, count(*)::int as open from look_back_check where state = 'assigned' group by unit_id),
    closed as (select lead_unit_id as unit_id, count(*)::int as n from task t where closed_at > now() - interval '2 years' and lead_unit_id is not null
      and not exists (select 1 from task below where below.parent_id = t.id) group by lead_unit_id)
  select u.sort, jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, coalesce(c.n, 0) + coalesce(l.checked - l.held, 0) as claims,
    coalesce(l.checked, 0) as checked, coalesce(l.held, 0) as held, coalesce(l.checked - l.held, 0) as relapsed, coalesce(w.open, 0) as open
  from unit u left join closed c on c.unit_id = u.id left join looked l on l."unitId" = u.id left join waiting w on w.unit_id = u.id
  where (c.n is not null or l.checked is not null) and ($1::uuid[] is null or u.id = any($1)) and ($2::int is null or (u.sort, u.id) > ($2, $3::uuid))
  order by u.sort, u.id limit $4`;

/** What units claimed and what of it held; a unit reads its own and those below it. */
@Injectable()
export class UnitFigures {
  constructor(private readonly store: Store) {}

  async page(query: PageQuery, by: Actor): Promise<Page<UnitFigureView>> {
    const limit = pageSize(query);
    const isUnit = unitRoles.some((role) => role === by.role);
    const [sort, id] = decodeCursor(query.cursor, 'whole', 'id') ?? [null, null];
    const rows = await this.store.query<FigureRow>(figuresSql, [isUnit ? by.unitIds : null, sort, id, limit + 1]);
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, isUnit),
      (row) => [row.sort, row.unit.id],
    );
  }
}

/** A unit does not read that it is about to be checked. */
const viewOf = (row: FigureRow, isUnit: boolean): UnitFigureView => ({
  unit: row.unit,
  claims: row.claims,
  checked: row.checked,
  held: row.held,
  relapsed: row.relapsed,
  open: isUnit ? 0 : row.open,
  ...wilson(row.held, row.checked),
});
