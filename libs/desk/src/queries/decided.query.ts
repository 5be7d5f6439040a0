import { Injectable } from '@nestjs/common';
import { type Actor, unitNameAt } from '@ducha/access';
import { decodeCursor, type Page, pageOf, type PageQuery, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import { overdueTask } from '@ducha/task';
import type { DecidedItem } from '../http/desk.view.js';

/** Everything a leader decided, newest first, with its true state: a claim of the unit is never shown as done. */
@Injectable()
export class Decided {
  constructor(private readonly store: Store) {}

  async page(by: Actor, query: PageQuery): Promise<Page<DecidedItem>> {
    const leader = by.role === 'leader_office' ? by.servesPersonId : by.personId;
    const before = decodeCursor(query.cursor, 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<DecidedItem>(
      `select t.id as "taskId", t.version, t.number, t.title, t.state, t.suspended_at as "suspendedAt", ${unitNameAt('u', 't.dispatched_at')} as "leadUnit", t.due_at as "dueAt",
         ${overdueTask} as overdue, coalesce(t.registered_at, t.created_at) as "decidedAt",
         t.verified_at as "verifiedAt", t.closed_at as "closedAt",
         (select r.progress from report r where r.task_id = t.id order by r.reported_at desc limit 1) as "lastProgress"
       from task t left join unit u on u.id = t.lead_unit_id
       where (t.principal_id = $1 or t.lead_leader_id = $1) and t.state <> 'draft' and ($2::uuid is null or t.id < $2::uuid)
       order by t.id desc limit $3`,
      [leader, before?.[0] ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ taskId }) => [taskId],
    );
  }
}
