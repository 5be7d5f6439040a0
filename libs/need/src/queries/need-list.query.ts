import { Injectable } from '@nestjs/common';
import { type Actor, mayEver } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { openTaskStates } from '@ducha/task';
import { needLifecycle } from '../domain/need-lifecycle.js';
import type { NeedListQuery } from '../http/need.dto.js';
import type { NeedView } from '../http/need.view.js';
import { needFault } from '../need-faults.js';
import { ownNeeds } from '../usecases/need-rows.js';

type NeedFacts = Omit<NeedView, 'actions'>;

const unit = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'shortName', ${alias}.short_name)`;
const person = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

const needSql = `
  select n.id, n.version, ${unit('u')} as unit, n.kind, n.title, n.body, n.wanted_by as "wantedBy", n.state, ${person('p')} as "askedBy", n.asked_at as "askedAt",
    case when h.id is not null then ${unit('h')} end as holder, t.id as "taskId", t.number as "taskNumber", t.state as "taskState", t.due_at as "dueAt",
    coalesce(t.due_at < now() and t.answered_at is null and t.closed_at is null, false) as overdue,
    (select r.progress from report r join assignment a on a.id = r.assignment_id where a.task_id = t.id and a.duty = 'lead' order by r.reported_at desc, r.id desc limit 1) as progress,
    (select jsonb_build_object('resultClass', o.result_class, 'body', o.body, 'signedOffAt', o.signed_off_at)
     from answer o join assignment a on a.id = o.assignment_id where a.task_id = t.id and a.duty = 'lead' and o.signed_off_at is not null
     order by o.signed_off_at desc limit 1) as answer,
    n.settled_words as "settledWords", case when s.id is not null then ${person('s')} end as "settledBy", n.settled_at as "settledAt"
  from upward_need n join unit u on u.id = n.unit_id join person p on p.id = n.asked_by
    left join task t on t.id = n.task_id left join unit h on h.id = t.lead_unit_id left join person s on s.id = n.settled_by`;

/** Upward needs: a unit's own, or all of them for the bureau. */
@Injectable()
export class NeedList {
  constructor(private readonly store: Store) {}

  /** Newest first. */
  async page(query: NeedListQuery, by: Actor): Promise<Page<NeedView>> {
    const limit = pageSize(query);
    const rows = await this.store.query<NeedFacts>(
      `${needSql} where ($1::uuid[] is null or n.unit_id = any($1)) and ($2::text is null or n.state = $2) and ($3::text is null or n.kind = $3)
         and ($4::uuid is null or n.id < $4) order by n.id desc limit $5`,
      [ownNeeds(by), query.state ?? null, query.kind ?? null, decodeCursor(query.cursor, 'id')?.[0] ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, by),
      ({ id }) => [id],
    );
  }

  /** @throws Fault `need.notFound`, also for one of another unit */
  async one(id: string, by: Actor): Promise<NeedView> {
    const row = await this.store.queryOne<NeedFacts>(
      `${needSql} where n.id = $1 and ($2::uuid[] is null or n.unit_id = any($2))`,
      [id, ownNeeds(by)],
    );
    if (!row) throw needFault('notFound');
    return viewOf(row, by);
  }
}

function viewOf(row: NeedFacts, by: Actor): NeedView {
  const may = {
    register: mayEver('need.triage', by),
    decline: mayEver('need.triage', by),
    solve: mayEver('need.ask', by) && (row.taskState === null || openTaskStates.includes(row.taskState)),
  };
  const events = ['register', 'decline', 'solve'] as const;
  return { ...row, actions: events.filter((on) => may[on] && nextState(needLifecycle, row.state, on) !== undefined) };
}
