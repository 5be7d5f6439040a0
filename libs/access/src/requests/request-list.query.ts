import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { Actor } from '../actor.js';
import type { RequestListQuery } from '../http/privilege.dto.js';
import type { PrivilegeRequestView } from '../http/privilege.view.js';
import { openedSql } from '../people/let-in.js';
import { isOwnRequest, areSeparated } from './request-lifecycle.js';

type Row = Omit<PrivilegeRequestView, 'actions'> & { askedRole: string; linkable: boolean; atKey: string };

/** Whether the person has an account that nobody can sign in to yet. */
const unopened = `exists (select 1 from account a where a.person_id = r.person_id and a.disabled_at is null and not ${openedSql('a')})`;

/** Requests of administrators, newest first. */
@Injectable()
export class RequestList {
  constructor(private readonly store: Store) {}

  async page(query: RequestListQuery, by: Actor): Promise<Page<PrivilegeRequestView>> {
    const before = decodeCursor(query.cursor, 'instant', 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<Row>(
      `select r.id, r.version, r.kind, r.state, r.asked_at::text as "atKey", r.asked_role as "askedRole",
         jsonb_build_object('id', pe.id, 'name', pe.name) as person, coalesce(r.role, p.role) as role, coalesce(r.title, p.title) as title,
         coalesce(u.short_name, pu.short_name) as "unitName", r.reason, jsonb_build_object('id', ab.id, 'name', ab.name) as "askedBy", r.asked_at as "askedAt",
         case when db.id is not null then jsonb_build_object('id', db.id, 'name', db.name) end as "decidedBy", r.decided_at as "decidedAt", r.words,

         r.kind = 'reset_password' or (r.kind = 'give_post' and ${unopened}) as "entryNeeded",
         r.state = 'granted' and r.kind in ('give_post', 'reset_password') and ${unopened} as linkable
       from privilege_request r join person pe on pe.id = r.person_id join person ab on ab.id = r.asked_by left join person db on db.id = r.decided_by
         left join unit u on u.id = r.unit_id left join post p on p.id = r.post_id left join unit pu on pu.id = p.unit_id
       where ($1::text is null or r.state = $1) and ($2::timestamptz is null or (r.asked_at, r.id) < ($2::timestamptz, $3::uuid))
       order by r.asked_at desc, r.id desc limit $4`,
      [query.state ?? null, before?.[0] ?? null, before?.[1] ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      ({ askedRole, linkable, atKey: _, ...row }) => ({ ...row, actions: actionsOf(row, { askedRole, linkable }, by) }),
      (row) => [row.atKey, row.id],
    );
  }
}

/** What the reader may do with it now. */
function actionsOf(
  row: Omit<PrivilegeRequestView, 'actions'>,
  { askedRole, linkable }: { askedRole: string; linkable: boolean },
  by: Actor,
): string[] {
  if (linkable && row.decidedBy?.id === by.personId) return ['let_in'];
  if (row.state !== 'requested') return [];
  if (row.askedBy.id === by.personId) return ['withdraw'];
  const { person, askedBy } = row;
  const deciding = { askedBy: askedBy.id, askedRole, about: person.id, decidedBy: by.personId, decidedRole: by.role };
  return isOwnRequest(deciding) || !areSeparated(deciding) ? [] : ['grant', 'refuse'];
}
