import { Injectable } from '@nestjs/common';
import { type Actor, mayEver, scopeSql, SqlParams } from '@ducha/access';
import { LegalBases } from '@ducha/deadline';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { prepared, Store } from '@ducha/store';
import type { AssignmentState, Duty } from '../domain/assignment-lifecycle.js';
import type { DisputeQuery } from '../http/dispute.dto.js';
import type { DisputeAction, DisputeRoomView, DisputesView, DisputeView } from '../http/dispute.view.js';
import { taskFault } from '../task-faults.js';
import { TaskBriefs } from './task-briefs.query.js';
import { DisputeRooms } from './dispute-room.js';

type Facts = Omit<DisputeView, 'actions'>;

interface Share {
  readonly id: string;
  readonly version: number;
  readonly unit: DisputeRoomView['unit'];
  readonly duty: Duty;
  readonly final: boolean;
}

const most = 200;
const disputable: readonly AssignmentState[] = ['delivered', 'signed'];
const person = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;
const unit = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'shortName', ${alias}.short_name) end`;

/** @param readable  condition under which the reader may read the share `a` */
const factsSql = (readable: string): string => `
  select d.id, d.version, d.assignment_id as "assignmentId", d.task_id as "taskId", t.title as "taskTitle", t.number as "taskNumber", ${unit('u')} as unit, a.duty,
    d.state, d.ground, d.legal_basis as "legalBasis", ${unit('r')} as "responsibleUnit", d.statement, ${person('st')} as "statedBy", d.stated_at as "statedAt",
    ${person('rb')} as "raisedBy", d.raised_at as "raisedAt", d.window_ends_at as "windowEndsAt", ${unit('ru')} as "rulingUnit",
    (select c.due_at from clock c where c.subject_id = a.id and c.kind = 'ruling' and c.state in ('running', 'suspended')) as "ruleBy", d.ruling,
    (select coalesce(jsonb_agg(${unit('tu')} order by array_position(d.to_unit_ids, tu.id)), '[]') from unit tu where tu.id = any(d.to_unit_ids)) as "toUnits",
    d.reasons, ${person('by')} as "ruledBy", d.ended_at as "endedAt", ${readable} as readable,
    (select coalesce(jsonb_agg(${unit('su')} order by su.sort, su.id), '[]') from assignment o join unit su on su.id = o.unit_id
     where o.task_id = a.task_id and o.round = a.round and o.duty <> a.duty and o.state in ('delivered', 'signed') and d.state = 'raised') as swappable
  from dispute d join assignment a on a.id = d.assignment_id join task t on t.id = d.task_id join unit u on u.id = d.unit_id
    join unit r on r.id = d.responsible_unit_id left join unit ru on ru.id = d.ruling_unit_id join person rb on rb.id = d.raised_by
    left join person st on st.id = d.stated_by left join person by on by.id = d.ruled_by`;

/** Disputes as far as they concern the reader, and until when shares may be disputed. */
@Injectable()
export class Disputes {
  constructor(
    private readonly store: Store,
    private readonly rooms: DisputeRooms,
    private readonly briefs: TaskBriefs,
    private readonly bases: LegalBases,
  ) {}

  /** Those that wait for a ruling, the oldest first; else all, newest first. */
  async page(query: DisputeQuery, by: Actor): Promise<Page<DisputeView>> {
    const seen = decodeCursor(query.cursor, 'id');
    const limit = pageSize(query);
    const waiting = query.waiting === 'true';
    const params = new SqlParams();
    const [readable, concerned] = conditions(by, params);
    const last = params.add(seen?.[0] ?? null);
    const [past, order] = waiting ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await this.store.query<Facts>(
      `${factsSql(readable)} where (${last}::uuid is null or d.id ${past} ${last}::uuid) ${waiting ? `and d.state = 'raised'` : ''} and ${concerned}
       order by d.id ${order} limit ${params.add(limit + 1)}`,
      params.values,
    );
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, by),
      ({ id }) => [id],
    );
  }

  /** @throws Fault `task.disputeNotFound` */
  async one(id: string, by: Actor): Promise<DisputeView> {
    const params = new SqlParams();
    const [readable, concerned] = conditions(by, params);
    const [row] = await this.store.query<Facts>(
      prepared(`${factsSql(readable)} where d.id = ${params.add(id)} and ${concerned}`),
      params.values,
    );
    if (!row) throw taskFault('disputeNotFound');
    return viewOf(row, by);
  }

  /** Newest first, with the windows of the units for which the reader may dispute. @throws Fault `task.notFound` */
  async ofTask(taskId: string, by: Actor): Promise<DisputesView> {
    const params = new SqlParams();
    const [readable, concerned] = conditions(by, params);
    const rows = await this.store.query<Facts>(
      prepared(
        `${factsSql(readable)} where d.task_id = ${params.add(taskId)} and ${concerned} order by d.raised_at desc, d.id desc limit ${most}`,
      ),
      params.values,
    );
    if (rows.length === 0 && (await this.briefs.one(taskId, by)) === null) throw taskFault('notFound');
    const now = await this.store.queryOne<{ now: Date }>('select now() as now');
    if (!now) throw new Error('the database tells the time, always');
    return { now: now.now, disputes: rows.map((row) => viewOf(row, by)), rooms: await this.roomsOf(taskId, by) };
  }

  private async roomsOf(taskId: string, by: Actor): Promise<DisputeRoomView[]> {
    const params = new SqlParams();
    const shares = await this.store.query<Share>(
      `select a.id, a.version, ${unit('u')} as unit, a.duty,
         exists (select 1 from dispute x where x.assignment_id = a.id and x.state in ('raised', 'ruled')) as final
       from assignment a join task t on t.id = a.task_id join unit u on u.id = a.unit_id
       where a.task_id = ${params.add(taskId)} and a.round = t.round and a.state = any(${params.add(disputable)}) and t.suspended_at is null
         and ${scopeSql('dispute.raise', by, 'a', params)} order by a.duty desc, a.id limit ${most}`,
      params.values,
    );
    const [rooms, basisOf] = [await this.rooms.of(shares.map(({ id }) => id)), await this.bases.all()];
    const views: DisputeRoomView[] = [];
    for (const { id, version, unit: whose, duty, final } of shares) {
      const room = rooms.get(id);
      if (!room) continue;
      const ruler = (await this.rooms.unitOf(this.store.manager, room.body)) === null ? null : room.body;
      const refusal = final ? 'disputeFinal' : room.over ? 'disputeTooLate' : null;
      const basis = basisOf(room.profile, room.rule);
      views.push({ assignmentId: id, version, unit: whose, duty, windowEndsAt: room.endsAt, basis, ruler, refusal });
    }
    return views;
  }
}

/** Whether the reader may read the share, and whether the dispute concerns the reader. */
function conditions(by: Actor, params: SqlParams): readonly [readable: string, concerned: string] {
  const readable = scopeSql('assignment.read', by, 'a', params);
  const named = mayEver('dispute.state', by) ? scopeSql('dispute.state', by, 'a', params) : 'false';
  return [readable, `(${readable} or ${named})`];
}

function viewOf(facts: Facts, by: Actor): DisputeView {
  const open = facts.state === 'raised';
  const own = (whose: { id: string } | null): boolean => whose !== null && by.unitIds.includes(whose.id);
  const rules =
    mayEver('dispute.rule', by) &&
    by.personId !== facts.raisedBy.id &&
    (facts.rulingUnit === null ? by.role.startsWith('bureau_') : own(facts.rulingUnit));
  const may: [DisputeAction, boolean][] = [
    ['rule', rules],
    ['withdraw', mayEver('dispute.raise', by) && own(facts.unit)],
    ['state', mayEver('dispute.state', by) && own(facts.responsibleUnit)],
  ];
  return { ...facts, actions: open ? may.flatMap(([action, allowed]) => (allowed ? [action] : [])) : [] };
}
