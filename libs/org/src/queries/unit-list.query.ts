import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { UnitListQuery } from '../http/org.dto.js';
import type { UnitView } from '../http/unit.view.js';

interface UnitFacts extends UnitView {
  sort: number;
}

const treeMax = 2_000;

const listSql = `
  select u.id, u.name, u.short_name as "shortName", u.kind, u.parent_id as "parentId", u.division_code as "divisionCode", u.sort,
    exists (select 1 from duty d where d.lead_unit_id = u.id and d.to_at is null) as leads
  from unit u
  where u.from_at <= now() and (u.to_at is null or u.to_at > now())
    and ($1::text is null or u.name like '%' || $1 || '%' or u.short_name like '%' || $1 || '%')
    and ($2::text is null or u.kind = $2) and ($3::uuid is null or u.parent_id = $3)
    and ($4::int is null or (u.sort, u.id) > ($4, $5::uuid))
  order by u.sort, u.id limit $6`;

/** The units of today, in the county's own order. */
@Injectable()
export class UnitList {
  constructor(private readonly store: Store) {}

  async page(query: UnitListQuery): Promise<Page<UnitView>> {
    const after = decodeCursor(query.cursor, 'whole', 'id');
    const limit = query.all === 'true' ? treeMax : pageSize(query);
    const part = query.q ? query.q.replace(/[\\%_]/g, '\\$&') : null;
    const rows = await this.store.query<UnitFacts>(listSql, [
      part,
      query.kind ?? null,
      query.parentId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ]);
    return pageOf(rows, limit, viewOf, ({ sort, id }) => [sort, id]);
  }
}

function viewOf({ id, name, shortName, kind, parentId, divisionCode, leads }: UnitFacts): UnitView {
  return { id, name, shortName, kind, parentId, divisionCode, leads };
}
