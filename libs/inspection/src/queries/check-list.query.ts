import { Injectable } from '@nestjs/common';
import { type Actor, mayEver } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { checkLifecycle } from '../domain/look-back/look-back-lifecycle.js';
import type { CheckListQuery } from '../http/look-back.dto.js';
import type { CheckView } from '../http/look-back.view.js';
import { inspectionFault } from '../inspection-faults.js';

type CheckFacts = Omit<CheckView, 'actions'>;

const person = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

// what the unit claimed is the answer of the round that was drawn
const checkSql = `
  select c.id, c.version, c.look_back_id as "lookBackId", c.state, t.id as "taskId", t.number as "taskNumber",
    case when coalesce(m.restricted, false) then null else t.title end as title, t.kind,
    jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, t.closed_at as "closedAt",
    case when coalesce(m.restricted, false) then null else (
      select o.body from answer o join assignment a on a.id = o.assignment_id
      where a.task_id = t.id and a.duty = 'lead' and a.round = c.round and o.signed_off_at is not null
      order by o.signed_off_at desc limit 1) end as claim,
    ${person('k')} as checker, c.assigned_at as "assignedAt", c.settled_at as "settledAt", case when s.id is not null then ${person('s')} end as "settledBy",
    c.words, c.reason, c.replaces_id as "replacesId",
    (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'fileName', e.file_name, 'mediaType', e.media_type, 'sizeBytes', e.size_bytes,
       'sha256', encode(e.sha256, 'hex'), 'happenedAt', e.happened_at, 'capturedAt', e.captured_at, 'receivedAt', e.received_at) order by e.id), '[]')
     from evidence_link l join evidence e on e.id = l.evidence_id where l.subject_id = c.id and l.subject_type = 'look_back_check') as evidence
  from look_back_check c join task t on t.id = c.task_id left join matter m on m.id = t.matter_id join unit u on u.id = c.unit_id
    join person k on k.id = c.checker_id left join person s on s.id = c.settled_by`;

/** What is to be checked by whom, and what was found. */
@Injectable()
export class CheckList {
  constructor(private readonly store: Store) {}

  /** Oldest first: in the order in which they were drawn. */
  async page(query: CheckListQuery, by: Actor): Promise<Page<CheckView>> {
    const limit = pageSize(query);
    const { lookBackId = null, unitId = null, state = null, mine } = query;
    const after = decodeCursor(query.cursor, 'id')?.[0] ?? null;
    const rows = await this.store.query<CheckFacts>(
      `${checkSql} where ($1::uuid is null or c.look_back_id = $1) and ($2::uuid is null or c.unit_id = $2) and ($3::text is null or c.state = $3)
         and ($4::uuid is null or c.checker_id = $4) and ($5::uuid is null or c.id > $5) order by c.id limit $6`,
      [lookBackId, unitId, state, mine === 'true' ? by.personId : null, after, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, by),
      ({ id }) => [id],
    );
  }

  /** @throws Fault `inspection.checkNotFound` */
  async one(id: string, by: Actor): Promise<CheckView> {
    const row = await this.store.queryOne<CheckFacts>(`${checkSql} where c.id = $1`, [id]);
    if (!row) throw inspectionFault('checkNotFound');
    return viewOf(row, by);
  }
}

function viewOf(row: CheckFacts, by: Actor): CheckView {
  const checks = mayEver('look_back.check', by) && row.checker.id === by.personId;
  const may = { confirm: checks, relapse: checks, replace: mayEver('look_back.plan', by) };
  const acts = ['confirm', 'relapse', 'replace'] as const;
  return { ...row, actions: acts.filter((on) => may[on] && nextState(checkLifecycle, row.state, on) !== undefined) };
}
