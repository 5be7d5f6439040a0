import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { UnitPageView } from '../http/unit.view.js';
import { orgFault } from '../org-faults.js';

const brief = (u: string): string =>
  `case when ${u}.id is not null then jsonb_build_object('id', ${u}.id, 'shortName', ${u}.short_name) end`;

const pageSql = `
  select u.id, u.version, u.name, u.short_name as "shortName", u.kind, ${brief('up')} as parent, u.division_code as "divisionCode", u.sort,
    u.from_at as "from", u.to_at as "to", ${brief('heir')} as successor,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'shortName', p.short_name) order by p.to_at, p.id) from unit p where p.successor_id = u.id), '[]') as predecessors,
    (select count(distinct p.person_id)::int from post p where p.unit_id = u.id and p.from_at <= now() and (p.to_at is null or p.to_at > now())) as people,
    coalesce((select jsonb_agg(h.line order by h.at desc, h.recorded_at desc) from (
      select c.at, c.recorded_at, jsonb_build_object('id', c.id, 'kind', c.kind, 'at', c.at, 'formerName', c.former_name, 'formerParent', ${brief('fp')},
        'otherUnit', ${brief('ou')}, 'recordedBy', pe.name, 'recordedAt', c.recorded_at) as line
      from unit_change c left join unit fp on fp.id = c.former_parent_id left join unit ou on ou.id = c.other_unit_id left join person pe on pe.id = c.recorded_by
      where c.unit_id = u.id order by c.at desc limit 200) h), '[]') as history
  from unit u left join unit up on up.id = u.parent_id left join unit heir on heir.id = u.successor_id where u.id = $1`;

/** One unit with what became of it. */
@Injectable()
export class UnitPage {
  constructor(private readonly store: Store) {}

  /** @throws Fault `org.unitNotFound` */
  async of(id: string): Promise<UnitPageView> {
    const unit = await this.store.queryOne<UnitPageView>(pageSql, [id]);
    if (!unit) throw orgFault('unitNotFound');
    return unit;
  }
}
