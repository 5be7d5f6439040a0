import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { decodeCursor, type Page, pageOf, type PageQuery, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { SealedBrief } from '../../http/sealed/sealed.view.js';

interface BriefRow extends SealedBrief {
  readonly key: string;
}

const briefSql = (limit: number): string => `
  select s.id, k.capacity, k.joined_at is not null as joined, s.started_at as "startedAt", s.released_at as "releasedAt", s.ended_at as "endedAt",
    (select max(a.until) from sealed_asked a where a.sealed_id = s.id and a.asks and a.version = s.version and a.until > now()) as "askedUntil",
    s.started_at::text as key
  from sealed_keeper k join sealed_inspection s on s.id = k.sealed_id
  where k.person_id = $1 and ($2::timestamptz is null or (s.started_at, s.id) < ($2::timestamptz, $3::uuid))
  order by s.started_at desc, s.id desc limit ${limit + 1}`;

/** The sealed plans in which somebody is named, newest first; empty for everybody else. */
@Injectable()
export class SealedList {
  constructor(private readonly store: Store) {}

  async page(query: PageQuery, by: Actor): Promise<Page<SealedBrief>> {
    const from = decodeCursor(query.cursor, 'instant', 'id');
    const limit = pageSize(query);
    const isThemselves = by.delegation === undefined && by.viaToken === undefined;
    const rows = isThemselves
      ? await this.store.query<BriefRow>(briefSql(limit), [by.personId, from?.[0] ?? null, from?.[1] ?? null])
      : [];
    return pageOf(
      rows,
      limit,
      ({ key: _, ...row }) => row,
      ({ key, id }) => [key, id],
    );
  }
}
