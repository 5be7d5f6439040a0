import { Injectable } from '@nestjs/common';
import { type Actor, mayEver, scopeSql, SqlParams } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import { isOtherPerson } from '../domain/other-person.js';
import type { ObjectionListQuery } from '../http/slip.dto.js';
import type { ObjectionView } from '../http/slip.view.js';

interface Row extends Omit<ObjectionView, 'actions'> {
  readonly makerId: string | null;
  readonly coverId: string | null;
}

const person = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

const rowsSql = `
  select o.id, o.version, o.subject_type as against, case when o.subject_type = 'slip' then o.subject_id end as "slipId", s.number as "slipNumber",
    o.assignment_id as "assignmentId", o.task_id as "taskId", t.number as "taskNumber", t.title as "taskTitle",
    jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, o.words, ${person('ra')} as "raisedBy", o.raised_at as "raisedAt", o.state, o.verdict, o.reason,
    ${person('de')} as "decidedBy", o.decided_at as "decidedAt", o.maker_id as "makerId", o.cover_id as "coverId",
    (select c.due_at from clock c where c.subject_id = o.id and c.kind = 'objection' and c.state in ('running', 'suspended')) as "decideBy"
  from objection o join assignment a on a.id = o.assignment_id join task t on t.id = o.task_id join unit u on u.id = o.unit_id
    left join slip s on o.subject_type = 'slip' and s.id = o.subject_id join person ra on ra.id = o.raised_by left join person de on de.id = o.decided_by`;

/** Objections as a reader may see them, with what may be done about each. */
@Injectable()
export class Objections {
  constructor(private readonly store: Store) {}

  /** The newest first. */
  async page(query: ObjectionListQuery, by: Actor): Promise<Page<ObjectionView>> {
    const params = new SqlParams();
    const limit = pageSize(query);
    const before = decodeCursor(query.cursor, 'id');
    const conditions = [
      scopeSql('slip.read', by, 'a', params),
      ...(query.state === undefined ? [] : [`o.state = ${params.add(query.state)}`]),
      ...(query.taskId === undefined ? [] : [`o.task_id = ${params.add(query.taskId)}::uuid`]),
      ...(before ? [`o.id < ${params.add(before[0])}::uuid`] : []),
    ];
    const rows = await this.store.query<Row>(
      `${rowsSql} where ${conditions.join(' and ')} order by o.id desc limit ${params.add(limit + 1)}`,
      params.values,
    );
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, by),
      ({ id }) => [id],
    );
  }

  /** Those against some things, by the ids of these. */
  async against(subjectIds: readonly string[], by: Actor): Promise<Map<string, ObjectionView>> {
    if (subjectIds.length === 0) return new Map();
    const params = new SqlParams();
    const rows = await this.store.query<Row>(
      `${rowsSql} where o.subject_id = any(${params.add(subjectIds)}::uuid[]) and ${scopeSql('slip.read', by, 'a', params)}`,
      params.values,
    );
    return new Map(rows.map((row) => [row.slipId ?? row.assignmentId, viewOf(row, by)]));
  }
}

function viewOf({ makerId, coverId, ...row }: Row, by: Actor): ObjectionView {
  const mayDecide =
    row.state === 'raised' &&
    mayEver('objection.decide', by) &&
    isOtherPerson(by.personId, [makerId, coverId, row.raisedBy.id]);
  return { ...row, actions: mayDecide ? ['decide_objection'] : [] };
}
