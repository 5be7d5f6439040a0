import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { PersonListQuery } from '../http/person-list.dto.js';
import type { PersonBrief } from '../http/person.view.js';

/** Persons who hold a post today. */
@Injectable()
export class PersonList {
  constructor(private readonly store: Store) {}

  /** By name in the order of pinyin. */
  async page(query: PersonListQuery): Promise<Page<PersonBrief>> {
    const after = decodeCursor(query.cursor, 'text', 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<PersonBrief>(
      `select pe.id, pe.name, min(p.title) as title, min(u.short_name) as "unitName", min(u.id::text) as "unitId", array_agg(distinct p.role) as roles
       from person pe join post p on p.person_id = pe.id and p.from_at <= now() and (p.to_at is null or p.to_at > now()) join unit u on u.id = p.unit_id
       where ($1::text is null or p.role = $1) and ($2::uuid is null or p.unit_id = $2) and ($3::text is null or pe.name like '%' || $3 || '%')
         and ($4::text is null or (pe.name, pe.id) > ($4, $5::uuid))
       group by pe.id, pe.name order by pe.name, pe.id limit $6`,
      [
        query.role ?? null,
        query.unitId ?? null,
        query.q ? query.q.replace(/[\\%_]/g, '\\$&') : null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => [row.name, row.id],
    );
  }
}
