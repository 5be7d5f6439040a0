import { Injectable } from '@nestjs/common';
import { SqlParams } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { PostingListQuery, SiteListQuery } from '../../http/frame/site.dto.js';
import type { PostingView, SiteView } from '../../http/frame/site.view.js';

const siteColumns = `s.id, s.kind, s.code, s.name, jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, p.name as village,
  case when s.kind = 'village' then (select count(*)::int from site h where h.parent_id = s.id and h.to_at is null) else 0 end as households,
  case when s.kind = 'village' then (select count(*)::int from posting o where o.site_id = s.id and (o.to_on is null or o.to_on >= (now() at time zone 'Asia/Shanghai')::date)) else 0 end as posted`;

const postingColumns = `o.id, o.person_id as "personId", p.name as person, s.id as "siteId", s.name as village,
  jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, o.team, o.role, o.from_on::text as "fromOn", o.to_on::text as "toOn"`;

/** The frame: villages, households, projects, and who is posted there. */
@Injectable()
export class SiteList {
  constructor(private readonly store: Store) {}

  async sites(query: SiteListQuery): Promise<Page<SiteView>> {
    const params = new SqlParams();
    const place = decodeCursor(query.cursor, 'id');
    const wanted = [
      's.to_at is null',
      query.kind === undefined ? 'true' : `s.kind = ${params.add(query.kind)}`,
      query.unitId === undefined ? 'true' : `s.unit_id = ${params.add(query.unitId)}::uuid`,
      query.parentId === undefined ? 'true' : `s.parent_id = ${params.add(query.parentId)}::uuid`,
      query.q === undefined
        ? 'true'
        : `(s.code like ${params.add(`${query.q.replace(/[\\%_]/gu, '\\$&')}%`)} or s.name like ${params.add(`%${query.q.replace(/[\\%_]/gu, '\\$&')}%`)})`,
      place ? `s.id > ${params.add(place[0])}::uuid` : 'true',
    ];
    const limit = pageSize(query);
    const rows = await this.store.query<SiteView>(
      `select ${siteColumns} from site s join unit u on u.id = s.unit_id left join site p on p.id = s.parent_id
       where ${wanted.join(' and ')} order by s.id limit ${limit + 1}`,
      params.values,
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** With their history. */
  async postings(query: PostingListQuery): Promise<Page<PostingView>> {
    const place = decodeCursor(query.cursor, 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<PostingView>(
      `select ${postingColumns} from posting o join person p on p.id = o.person_id join site s on s.id = o.site_id join unit u on u.id = s.unit_id
       where ($1::uuid is null or o.site_id = $1) and ($2::uuid is null or o.id < $2) order by o.id desc limit ${limit + 1}`,
      [query.siteId ?? null, place?.[0] ?? null],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
