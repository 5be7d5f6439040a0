import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, pageSize, type PageQuery } from '@ducha/http';
import { Store } from '@ducha/store';
import type { CallView } from '../http/notice.view.js';
import { heldSql } from '../tell-sql.js';

type Row = CallView & { atKey: string };

/** Who has not acknowledged in time and is to be called, the longest waiting first. */
@Injectable()
export class CallList {
  constructor(private readonly store: Store) {}

  async page(query: PageQuery): Promise<Page<CallView>> {
    const after = decodeCursor(query.cursor, 'instant', 'id', 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<Row>(
      `select a.due_at::text as "atKey", a.notice_id as "noticeId", n.kind, n.task_id as "taskId", t.title, t.number, a.asked_at as "askedAt", a.due_at as "dueAt",
         jsonb_build_object('id', who.id, 'name', who.name) as person, who.phone, post.title as post, post.unit as "unitName",
         coalesce(c.calls, 0) as calls, c.said as "lastSaid", c.at as "lastCalledAt"
       from notice_acknowledgement a join notice n on n.id = a.notice_id join person who on who.id = a.person_id left join task t on t.id = n.task_id
         left join lateral (select p.title, u.short_name as unit from post p join unit u on u.id = p.unit_id
           where p.person_id = who.id and ${heldSql('p')} order by (p.unit_id = n.unit_id) desc nulls last, p.id limit 1) as post on true
         left join lateral (select count(*) over ()::int as calls, l.said, l.called_at as at from notice_call l
           where l.notice_id = a.notice_id and l.person_id = a.person_id order by l.called_at desc limit 1) as c on true
       where a.acknowledged_at is null and a.due_at <= now()
         and ($1::timestamptz is null or (a.due_at, a.notice_id, a.person_id) > ($1::timestamptz, $2::uuid, $3::uuid))
       order by a.due_at, a.notice_id, a.person_id limit $4`,
      [after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      ({ atKey: _, ...row }) => row,
      (row) => [row.atKey, row.noticeId, row.person.id],
    );
  }
}
