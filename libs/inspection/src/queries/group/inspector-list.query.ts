import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { InspectorListQuery } from '../../http/group/inspector.dto.js';
import type { InspectorView } from '../../http/group/inspector.view.js';
import { type RecusedPerson, recusalsOf } from './recusals.js';

const holds = (kinds: string): string =>
  `exists (select 1 from competence c where c.person_id = p.id and c.kind in (${kinds}) and c.from_on <= d.today and c.to_on >= d.today)`;

const columns = `p.id, p.name, h.unit, ${holds(`'training', 'leading'`)} as trained, ${holds(`'secrecy'`)} as secrecy,
  (${holds(`'leading'`)} or r.rounds > 0) as leads, r.rounds,
  exists (select 1 from inspection_member m join inspection i on i.id = m.inspection_id and i.state in ('released', 'on_site') where m.person_id = p.id) as busy`;

/** Everybody with a post who is no administrator, with what they bring along. */
@Injectable()
export class InspectorList {
  constructor(private readonly store: Store) {}

  async page(query: InspectorListQuery): Promise<Page<InspectorView>> {
    const from = decodeCursor(query.cursor, 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<InspectorView>(
      `select ${columns} from person p cross join (select (now() at time zone 'Asia/Shanghai')::date as today) d
         cross join lateral (select u.short_name as unit from post o join unit u on u.id = o.unit_id
           where o.person_id = p.id and o.from_at <= now() and (o.to_at is null or o.to_at > now())
             and o.role not in ('sysadmin', 'secadmin', 'auditadmin', 'proponent', 'group_leader', 'group_member', 'invited') order by o.from_at limit 1) h
         cross join lateral (select count(*)::int as rounds from inspection_member m join inspection_group g on g.id = m.group_id and g.state = 'returned' where m.person_id = p.id) r
       where ($1::text is null or p.name like '%' || $1 || '%' or p.initials like lower($1) || '%') and ($2::uuid is null or p.id > $2) order by p.id limit ${limit + 1}`,
      [query.q === undefined ? null : query.q.replace(/[\\%_]/gu, '\\$&'), from?.[0] ?? null],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** Who of these must stay away from which of these units. */
  recusals(personIds: readonly string[], unitIds: readonly string[]): Promise<RecusedPerson[]> {
    return recusalsOf(this.store.manager, personIds, unitIds);
  }
}
