import { Injectable } from '@nestjs/common';
import { type Actor, mayEver, scopeSql, SqlParams } from '@ducha/access';
import { LegalBases } from '@ducha/deadline';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import { extensibleStates, mayDecideExtension } from '../domain/extension-lifecycle.js';
import { refusalToAsk } from '../domain/extension-rules.js';
import type { ExtensionQuery } from '../http/extension.dto.js';
import type { ExtensionAction, ExtensionRoomView, ExtensionsView, ExtensionView } from '../http/extension.view.js';
import { taskFault } from '../task-faults.js';
import { ExtensionRooms } from './extension-room.js';

type Facts = Omit<ExtensionView, 'actions'>;

interface Share {
  readonly id: string;
  readonly unit: ExtensionRoomView['unit'];
  readonly originalDueAt: Date | null;
}

const mostOfTask = 200;
const person = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

const factsSql = `
  select e.id, e.version, e.assignment_id as "assignmentId", e.task_id as "taskId", t.title as "taskTitle", t.number as "taskNumber",
    jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, a.duty, e.state, e.reason, e.progress, e.due_before as "dueBefore",
    a.original_due_at as "originalDueAt", e.asked_due_at as "askedDueAt", e.granted_due_at as "grantedDueAt", ${person('asker')} as "askedBy",
    e.asked_at as "askedAt", (select c.due_at from clock c where c.subject_id = a.id and c.kind = 'extension' and c.state in ('running', 'suspended')) as "decideBy",
    ${person('decider')} as "decidedBy", e.decided_words as "decidedWords", e.ended_at as "endedAt"
  from extension e join assignment a on a.id = e.assignment_id join task t on t.id = e.task_id join unit u on u.id = a.unit_id
    join person asker on asker.id = e.asked_by left join person decider on decider.id = e.decided_by`;

/** Requests for more time, as far as the reader sees the shares they are about, and the room that the law leaves. */
@Injectable()
export class Extensions {
  constructor(
    private readonly store: Store,
    private readonly rooms: ExtensionRooms,
    private readonly bases: LegalBases,
  ) {}

  /** Those that wait for a decision, the oldest first; else all, newest first. */
  async page(query: ExtensionQuery, by: Actor): Promise<Page<ExtensionView>> {
    const seen = decodeCursor(query.cursor, 'id');
    const limit = pageSize(query);
    const waiting = query.waiting === 'true';
    const params = new SqlParams();
    const last = params.add(seen?.[0] ?? null);
    const [past, order] = waiting ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await this.store.query<Facts>(
      `${factsSql} where (${last}::uuid is null or e.id ${past} ${last}::uuid) ${waiting ? `and e.state = 'asked'` : ''}
         and ${scopeSql('assignment.read', by, 'a', params)} order by e.id ${order} limit ${params.add(limit + 1)}`,
      params.values,
    );
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, by),
      ({ id }) => [id],
    );
  }

  /** @throws Fault `task.extensionNotFound` */
  async one(id: string, by: Actor): Promise<ExtensionView> {
    const params = new SqlParams();
    const [row] = await this.store.query<Facts>(
      `${factsSql} where e.id = ${params.add(id)} and ${scopeSql('assignment.read', by, 'a', params)}`,
      params.values,
    );
    if (!row) throw taskFault('extensionNotFound');
    return viewOf(row, by);
  }

  /** Newest first, with the room left to the units for which the reader may ask. */
  async ofTask(taskId: string, by: Actor): Promise<ExtensionsView> {
    const params = new SqlParams();
    const rows = await this.store.query<Facts>(
      `${factsSql} where e.task_id = ${params.add(taskId)} and ${scopeSql('assignment.read', by, 'a', params)} order by e.asked_at desc, e.id desc limit ${mostOfTask}`,
      params.values,
    );
    const now = await this.store.queryOne<{ now: Date }>('select now() as now');
    if (!now) throw new Error('the database tells the time, always');
    return { now: now.now, extensions: rows.map((row) => viewOf(row, by)), rooms: await this.roomsOf(taskId, by) };
  }

  private async roomsOf(taskId: string, by: Actor): Promise<ExtensionRoomView[]> {
    const params = new SqlParams();
    const shares = await this.store.query<Share>(
      `select a.id, jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, a.original_due_at as "originalDueAt"
       from assignment a join task t on t.id = a.task_id join unit u on u.id = a.unit_id
       where a.task_id = ${params.add(taskId)} and a.round = t.round and a.state = any(${params.add(extensibleStates)}) and ${scopeSql('extension.ask', by, 'a', params)}
       order by a.duty desc, a.id limit ${mostOfTask}`,
      params.values,
    );
    const [rooms, basisOf] = [await this.rooms.of(shares.map(({ id }) => id)), await this.bases.all()];
    return shares.flatMap(({ id, unit, originalDueAt }) => {
      const room = rooms.get(id);
      if (!room) return [];
      const { dueAt, granted, most, until, profile, rule } = room;
      const basis = basisOf(profile, rule);
      const refusal = refusalToAsk(room) ?? null;
      return [{ assignmentId: id, unit, dueAt, originalDueAt, granted, most, until, basis, refusal }];
    });
  }
}

function viewOf(facts: Facts, by: Actor): ExtensionView {
  const { state, askedBy, unit } = facts;
  const open = state === 'asked';
  const decides = mayEver('extension.decide', by) && mayDecideExtension({ askedBy: askedBy.id }, by);
  const withdraws = mayEver('extension.ask', by) && by.unitIds.includes(unit.id);
  const actions: ExtensionAction[] = open
    ? [...(decides ? (['decide'] as const) : []), ...(withdraws ? (['withdraw'] as const) : [])]
    : [];
  return { ...facts, actions };
}
