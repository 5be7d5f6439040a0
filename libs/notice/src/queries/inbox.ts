import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { COUNT_CAP, decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { NoticeQuery, ReadBody } from '../http/notice.dto.js';
import type { NoticeView } from '../http/notice.view.js';

/** What was said to the person, and to the unit of the post they act in. */
const mineSql = '(n.person_id = $1 or n.unit_id = $2)';

/** The in-app inbox of one person in one post. */
@Injectable()
export class Inbox {
  constructor(private readonly store: Store) {}

  /** Newest first. */
  async page(by: Actor, query: NoticeQuery): Promise<Page<NoticeView>> {
    const before = decodeCursor(query.cursor, 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<NoticeView>(
      `select n.id, n.kind, n.topic, n.urgency, coalesce(t.title, m.title) as title, n.task_id as "taskId", n.matter_id as "matterId", n.assignment_id as "assignmentId",
         n.facts, n.created_at as "createdAt", n.read_at as "readAt", k.asked as acknowledgement
       from notice n left join task t on t.id = n.task_id left join matter m on m.id = n.matter_id
         left join lateral (
           select jsonb_build_object('asked', count(*), 'acknowledged', count(a.acknowledged_at), 'dueAt', to_jsonb(min(a.due_at)),
             'mine', count(*) filter (where a.person_id = $1 and a.acknowledged_at is null) > 0) as asked
           from notice_acknowledgement a where a.notice_id = n.id having count(*) > 0) as k on true
       where ${mineSql} and ($3::uuid is null or n.id < $3::uuid) and (not $4::boolean or n.read_at is null)
         and ($6::text is null or n.topic = $6)
       order by n.id desc limit $5`,
      [by.personId, by.unitId, before?.[0] ?? null, query.unread === 'true', limit + 1, query.topic ?? null],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  async unread(by: Actor): Promise<number> {
    const row = await this.store.queryOne<{ n: number }>(
      `select count(*)::int as n from (select 1 from notice n where ${mineSql} and n.read_at is null limit ${COUNT_CAP}) as unread`,
      [by.personId, by.unitId],
    );
    return row?.n ?? 0;
  }

  /** Marks notices as read by this person; marking twice is no error. */
  async read(by: Actor, body: ReadBody): Promise<void> {
    await this.store.query(
      `update notice n set read_at = now(), read_by = $1 where ${mineSql} and n.read_at is null and ($3::boolean or n.id = any($4::uuid[]))`,
      [by.personId, by.unitId, body.all === true, body.ids ?? []],
    );
  }
}
