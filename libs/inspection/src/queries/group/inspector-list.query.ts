import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { InspectorListQuery } from '../../http/group/inspector.dto.js';
import type { InspectorView } from '../../http/group/inspector.view.js';
import { holds } from './competences.js';
import { inspectorColumns, inspectorSources } from './inspector-rows.js';
import { type RecusedPerson, recusalsOf } from './recusals.js';

const fit = `(${holds(`'training', 'leading'`)} and ${holds(`'secrecy'`)})`;
const begun = `exists (select 1 from competence c where c.person_id = p.id and c.ended_at is null)`;

/** Everybody with a post who is no administrator, with what they bring along. */
@Injectable()
export class InspectorList {
  constructor(private readonly store: Store) {}

  async page(query: InspectorListQuery): Promise<Page<InspectorView>> {
    const from = decodeCursor(query.cursor, 'id');
    const limit = pageSize(query);
    const { q, ids, standing } = query;
    const rows = await this.store.query<InspectorView>(
      `select ${inspectorColumns} from ${inspectorSources}
       where h.unit is not null and ($1::text is null or p.name like '%' || $1 || '%' or p.initials like lower($1) || '%')
         and ($2::uuid is null or p.id > $2) and ($3::uuid[] is null or p.id = any($3))
         and ($4::text is null or case $4 when 'fit' then ${fit} when 'known' then ${begun} else ${begun} and not ${fit} end)
       order by p.id limit ${limit + 1}`,
      [q === undefined ? null : q.replace(/[\\%_]/gu, '\\$&'), from?.[0] ?? null, ids ?? null, standing ?? null],
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
