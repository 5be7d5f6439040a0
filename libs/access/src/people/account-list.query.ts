import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Settings, Store } from '@ducha/store';
import type { AccountListQuery } from '../http/account.dto.js';
import type { AccountView } from '../http/account.view.js';
import { isPrivileged, isRole } from '../roles.js';
import { openedSql } from './let-in.js';
import { heldNow } from '../sessions/session-facts.js';

type Post = Omit<AccountView['posts'][number], 'privileged'>;
type Row = Omit<AccountView, 'posts'> & { posts: Post[] };

/** Accounts as the administrators see them: who, in which posts, how secured. No business data. */
@Injectable()
export class AccountList {
  constructor(
    private readonly store: Store,
    private readonly settings: Settings,
  ) {}

  /** By account name. */
  async page(query: AccountListQuery): Promise<Page<AccountView>> {
    const after = decodeCursor(query.cursor, 'text', 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<Row>(
      `select a.id, a.version, a.login, jsonb_build_object('id', pe.id, 'name', pe.name) as person, a.disabled_at as "disabledAt",
         coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'title', p.title, 'standsIn', p.stands_in, 'unitName', u.short_name) order by p.from_at, p.id)
           from post p join unit u on u.id = p.unit_id where p.person_id = pe.id and ${heldNow('p')}), '[]') as posts,
         ${openedSql('a')} as opened,
         exists (select 1 from totp_factor t where t.account_id = a.id and t.confirmed_at is not null)
           or exists (select 1 from passkey k where k.account_id = a.id) as "hasFactor",
         (select s.subject from account_subject s where s.account_id = a.id and s.issuer = $5) as subject
       from account a join person pe on pe.id = a.person_id
       where ($1::text is null or pe.name like '%' || $1 || '%' or a.login like '%' || lower($1) || '%') and ($2::text is null or (a.login, a.id) > ($2, $3::uuid))
       order by a.login, a.id limit $4`,
      [
        query.q ? query.q.replace(/[\\%_]/g, '\\$&') : null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
        this.settings.oidcIssuer ?? '',
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => ({ ...row, posts: row.posts.map(withPrivilege) }),
      (row) => [row.login, row.id],
    );
  }
}

const withPrivilege = (post: Post): AccountView['posts'][number] => ({
  ...post,
  privileged: isRole(post.role) && isPrivileged(post.role),
});
