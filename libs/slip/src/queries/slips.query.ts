import { Injectable } from '@nestjs/common';
import { type Actor, mayEver, scopeSql, SqlParams } from '@ducha/access';
import { LegalBases } from '@ducha/deadline';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import { isOtherPerson } from '../domain/other-person.js';
import type { SlipListQuery } from '../http/slip.dto.js';
import type { ObjectionView, SupervisionSlipView } from '../http/slip.view.js';
import { slipFault } from '../slip-faults.js';
import { Objections } from './objections.query.js';
import { replyDueSql } from './slip-row.js';

interface Row extends Omit<SupervisionSlipView, 'basis' | 'objection' | 'actions'> {
  readonly profile: string | null;
  readonly rule: string | null;
  readonly senderId: string | null;
  readonly coverId: string | null;
  readonly late: boolean;
}

const person = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

const rowsSql = `
  select s.id, s.version, s.number, s.level, s.name, s.name_zh as "nameZh", s.colour, s.state, s.assignment_id as "assignmentId", s.task_id as "taskId",
    t.number as "taskNumber", t.title as "taskTitle", jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, s.clock_kind as "clockKind", s.due_at as "dueAt",
    s.profile, s.rule, s.served_at as "servedAt", ${replyDueSql('s')} as "replyDueAt", ${replyDueSql('s')} < now() as late, ${person('se')} as sender, s.sender_id as "senderId",
    s.cover_id as "coverId", s.reply, ${person('re')} as "repliedBy", s.replied_at as "repliedAt", s.decision, s.decision_words as "decisionWords",
    ${person('de')} as "decidedBy", s.decided_at as "decidedAt",
    (select coalesce(jsonb_agg(jsonb_build_object('person', jsonb_build_object('id', op.id, 'name', op.name), 'openedAt', so.opened_at) order by so.opened_at, op.id), '[]')
     from slip_opening so join person op on op.id = so.person_id where so.slip_id = s.id) as openings
  from slip s join assignment a on a.id = s.assignment_id join task t on t.id = s.task_id join unit u on u.id = s.unit_id
    left join person se on se.id = s.sender_id left join person re on re.id = s.replied_by left join person de on de.id = s.decided_by`;

const stateCondition: Record<NonNullable<SlipListQuery['state']>, string> = {
  open: `s.state in ('served', 'replied')`,
  served: `s.state = 'served'`,
  replied: `s.state = 'replied'`,
  stands: `s.state = 'stands'`,
  withdrawn: `s.state = 'withdrawn'`,
};

/** Slips as a reader may see them, with what may be done about each. */
@Injectable()
export class Slips {
  constructor(
    private readonly store: Store,
    private readonly bases: LegalBases,
    private readonly objections: Objections,
  ) {}

  /** The newest first. */
  async page(query: SlipListQuery, by: Actor): Promise<Page<SupervisionSlipView>> {
    const params = new SqlParams();
    const limit = pageSize(query);
    const before = decodeCursor(query.cursor, 'id');
    const conditions = [
      scopeSql('slip.read', by, 'a', params),
      ...(query.state === undefined ? [] : [stateCondition[query.state]]),
      ...(query.taskId === undefined ? [] : [`s.task_id = ${params.add(query.taskId)}::uuid`]),
      ...(query.unitId === undefined ? [] : [`s.unit_id = ${params.add(query.unitId)}::uuid`]),
      ...(query.level === undefined ? [] : [`s.level = ${params.add(query.level)}`]),
      ...(before ? [`s.id < ${params.add(before[0])}::uuid`] : []),
    ];
    const rows = await this.store.query<Row>(
      `${rowsSql} where ${conditions.join(' and ')} order by s.id desc limit ${params.add(limit + 1)}`,
      params.values,
    );
    const views = await this.viewsOf(rows.slice(0, limit), by);
    const { next } = pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
    return { items: views, next };
  }

  /** @throws Fault `slip.notFound` */
  async one(assignmentId: string, slipId: string, by: Actor): Promise<SupervisionSlipView> {
    const params = new SqlParams();
    const rows = await this.store.query<Row>(
      `${rowsSql} where s.id = ${params.add(slipId)}::uuid and s.assignment_id = ${params.add(assignmentId)}::uuid and ${scopeSql('slip.read', by, 'a', params)}`,
      params.values,
    );
    const [view] = await this.viewsOf(rows, by);
    if (!view) throw slipFault('notFound');
    return view;
  }

  private async viewsOf(rows: readonly Row[], by: Actor): Promise<SupervisionSlipView[]> {
    const basisOf = await this.bases.all();
    const objections = await this.objections.against(
      rows.map(({ id }) => id),
      by,
    );
    return rows.map((row) => {
      const { profile, rule, senderId: _sender, coverId: _cover, late: _late, ...slip } = row;
      const objection = objections.get(slip.id) ?? null;
      return { ...slip, basis: basisOf(profile, rule), objection, actions: actionsOf(row, objection, by) };
    });
  }
}

function actionsOf({ state, late, unit, ...slip }: Row, objection: ObjectionView | null, by: Actor): string[] {
  const isOwn = by.unitIds.includes(unit.id);
  const mayJudge =
    state === 'replied' &&
    mayEver('slip.judge', by) &&
    isOtherPerson(by.personId, [slip.senderId, slip.coverId, slip.repliedBy?.id ?? null]);
  return [
    ...(isOwn && state === 'served' && !late && mayEver('slip.reply', by) ? ['reply'] : []),
    ...(isOwn && state !== 'withdrawn' && !objection && mayEver('objection.raise', by) ? ['object'] : []),
    ...(mayJudge ? ['accept', 'reject'] : []),
  ];
}
