import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { Actor } from '../actor.js';
import type { PeopleQuery } from '../http/people.dto.js';
import type { HeldPostView, PersonEntryView } from '../http/people.view.js';
import { openedSql } from './let-in.js';
import { isPrivileged } from '../roles.js';
import { heldNow } from '../sessions/session-facts.js';

type Post = Omit<HeldPostView, 'privileged'>;
type Row = Omit<PersonEntryView, 'posts'> & { posts: Post[] };

const unitOf = (u: string): string =>
  `jsonb_build_object('id', ${u}.id, 'name', ${u}.name, 'shortName', ${u}.short_name)`;

const registerSql = `
  select pe.id, pe.version, pe.name, regexp_replace(pe.phone, '^(.{3}).*(.{2})$', '\\1******\\2') as phone,
    (select a.login from account a where a.person_id = pe.id and a.disabled_at is null order by a.created_at limit 1) as login,
    exists (select 1 from account a where a.person_id = pe.id and a.disabled_at is null and ${openedSql('a')}) as opened,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version, 'role', p.role, 'title', p.title, 'unit', ${unitOf('u')},
        'from', p.from_at, 'to', p.to_at, 'homeUnit', case when h.id is not null then ${unitOf('h')} end) order by p.from_at, p.id)
      from post p join unit u on u.id = p.unit_id left join unit h on h.id = p.home_unit_id
      where p.person_id = pe.id and ${heldNow('p')}), '[]') as posts
  from person pe
  where ($1::text is null or pe.name like '%' || $1 || '%')
    and ($2::uuid[] is null or exists (select 1 from post p where p.person_id = pe.id and p.unit_id = any($2) and ${heldNow('p')}))
    and ($3::uuid is null or exists (select 1 from post p join unit u on u.id = p.unit_id join unit top on top.id = $3 and u.path like top.path || '%'
      where p.person_id = pe.id and ${heldNow('p')}))
    and ($4::boolean is null or $4 = exists (select 1 from post p where p.person_id = pe.id and ${heldNow('p')}))
    and ($5::text is null or (pe.name, pe.id) > ($5, $6::uuid))
  order by pe.name, pe.id limit $7`;

/** Persons with their posts as whoever keeps the register sees them; a unit head sees the own sub-tree's. */
@Injectable()
export class PeopleRegister {
  constructor(private readonly store: Store) {}

  /** By name in the order of pinyin. */
  async page(query: PeopleQuery, by: Actor): Promise<Page<PersonEntryView>> {
    const after = decodeCursor(query.cursor, 'text', 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<Row>(registerSql, [
      query.q ? query.q.replace(/[\\%_]/g, '\\$&') : null,
      by.role === 'unit_head' ? by.unitIds : null,
      query.unitId ?? null,
      query.inPost === undefined ? null : query.inPost === 'true',
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      (row) => ({ ...row, posts: row.posts.map((post) => ({ ...post, privileged: isPrivileged(post.role) })) }),
      (row) => [row.name, row.id],
    );
  }
}
