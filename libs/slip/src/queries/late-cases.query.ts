import { Injectable } from '@nestjs/common';
import { type Actor, mayEver, scopeSql, SqlParams } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { LateCasesQuery } from '../http/slip.dto.js';
import type { LateCaseView } from '../http/slip.view.js';
import { Objections } from './objections.query.js';

type Row = Omit<LateCaseView, 'objection' | 'actions'>;

const rowsSql = `
  select a.id as "assignmentId", a.task_id as "taskId", t.number as "taskNumber", t.title as "taskTitle",
    jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, c.original_due_at as "originalDueAt", c.due_at as "dueAt",
    case when c.state = 'met' then c.ended_at end as "answeredAt"
  from clock c join assignment a on a.id = c.subject_id and a.task_id = c.task_id join task t on t.id = a.task_id join unit u on u.id = a.unit_id
  where c.kind = 'answer' and c.state <> 'cancelled' and least(c.due_at, c.original_due_at) < coalesce(c.ended_at, c.suspended_at, now())
    and a.state not in ('moved', 'recalled') and a.waived_at is null`;

/** Answers that count as late in the figures: what a unit can object to. */
@Injectable()
export class LateCases {
  constructor(
    private readonly store: Store,
    private readonly objections: Objections,
  ) {}

  /** Shares of the reader’s own units that count as late and that nobody objected to, the oldest first. */
  async objectable(by: Actor, most: number): Promise<string[]> {
    const rows = await this.store.query<{ assignmentId: string }>(
      `select distinct late."assignmentId" from (${rowsSql} and a.unit_id = any($1::uuid[]) and not exists (
         select 1 from objection o where o.subject_type = 'figure' and o.subject_id = a.id)) late order by late."assignmentId" limit $2`,
      [by.unitIds, most],
    );
    return rows.map(({ assignmentId }) => assignmentId);
  }

  /** The newest assignments first. */
  async page(query: LateCasesQuery, by: Actor): Promise<Page<LateCaseView>> {
    const params = new SqlParams();
    const limit = pageSize(query);
    const before = decodeCursor(query.cursor, 'id');
    const conditions = [
      scopeSql('slip.read', by, 'a', params),
      ...(query.unitId === undefined ? [] : [`a.unit_id = ${params.add(query.unitId)}::uuid`]),
      ...(before ? [`a.id < ${params.add(before[0])}::uuid`] : []),
    ];
    const rows = await this.store.query<Row>(
      `select distinct on (late."assignmentId") late.* from (${rowsSql} and ${conditions.join(' and ')}) late
       order by late."assignmentId" desc limit ${params.add(limit + 1)}`,
      params.values,
    );
    const against = await this.objections.against(
      rows.map(({ assignmentId }) => assignmentId),
      by,
    );
    const view = (row: Row): LateCaseView => {
      const objection = against.get(row.assignmentId) ?? null;
      const mayObject = !objection && mayEver('objection.raise', by) && by.unitIds.includes(row.unit.id);
      return { ...row, objection, actions: mayObject ? ['object'] : [] };
    };
    return pageOf(rows, limit, view, ({ assignmentId }) => [assignmentId]);
  }
}
