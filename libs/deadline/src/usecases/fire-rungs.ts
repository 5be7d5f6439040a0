import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { type NewNotice, Notices } from '@ducha/notice';
import { prepared, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type Firing, firingOf } from '../domain/ladders/passed-rungs.js';
import { Clocks } from './clocks.js';
import { type Hearers, hearersOf } from './hearers.js';

/** Clocks that one transaction takes. */
const perTurn = 1_000;

/** A clock whose alarm went off. */
export interface RingingClock {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly taskId: string | null;
  readonly unitId: string | null;
  readonly ladder: string;
  readonly dueAt: Date;
  readonly rung: number;
  readonly setFor: Date;
  readonly now: Date;
}

const claimSql = prepared(`
  select c.id, c.kind, c.subject_type as "subjectType", c.subject_id as "subjectId", c.task_id as "taskId", c.unit_id as "unitId", c.ladder,
    c.due_at as "dueAt", c.next_rung as rung, c.next_rung_at as "setFor", now() as now
  from clock c where c.next_rung_at <= now() and c.held_at is null order by c.next_rung_at limit ${perTurn} for update skip locked`);

const fireSql = prepared(`
  with wanted as (
    select * from jsonb_to_recordset($1::jsonb) as w(id uuid, rungs int[], spoken int, next_rung int, next_rung_at timestamptz)
  ), fired as (
    insert into clock_firing (clock_id, rung, fired_at, collapsed)
    select w.id, r.rung, now(), r.rung <> w.spoken from wanted w cross join unnest(w.rungs) as r(rung)
    on conflict on constraint clock_firing_once do nothing
    returning clock_id, rung, collapsed
  ), advanced as (
    update clock c set next_rung = w.next_rung, next_rung_at = w.next_rung_at from wanted w where c.id = w.id
  )
  select clock_id as id from fired where not collapsed`);

/**
 * Fires the rungs whose time has come: one short transaction takes a batch of clocks that nobody else holds, writes what fired,
 * sets the next alarm, and tells whom it concerns. A rung is written once, so it speaks once, however many processes look.
 */
@Injectable()
export class FireRungs {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
    private readonly notices: Notices,
    private readonly audit: Audit,
  ) {}

  /** One turn; true when it left work behind. */
  run(): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const ringing = await tx.query<RingingClock[]>(claimSql);
      const [first] = ringing;
      if (!first) return false;
      const rules = await this.clocks.rules();
      const firings = new Map(ringing.map((clock) => [clock.id, firingOf(rules, clock, first.now)]));
      const spoken = await this.write(tx, firings);
      const told = ringing.filter(({ id }) => spoken.has(id));
      if (told.length > 0) await this.tell(tx, told, firings);
      return ringing.length === perTurn;
    });
  }

  /** Answers the clocks that have something to say. */
  private async write(tx: EntityManager, firings: ReadonlyMap<string, Firing>): Promise<ReadonlySet<string>> {
    const rows = [...firings].map(([id, { rung, collapsed, next }]) => ({
      id,
      rungs: rung ? [...collapsed, rung.place] : [],
      spoken: rung?.place ?? -1,
      next_rung: next.rung,
      next_rung_at: next.at,
    }));
    const fired = await tx.query<{ id: string }[]>(fireSql, [JSON.stringify(rows)]);
    return new Set(fired.map(({ id }) => id));
  }

  private async tell(
    tx: EntityManager,
    clocks: readonly RingingClock[],
    firings: ReadonlyMap<string, Firing>,
  ): Promise<void> {
    const hearers = await hearersOf(tx, clocks);
    const notices: NewNotice[] = [];
    const acts = clocks.map((clock) => {
      const { rung, collapsed } = firings.get(clock.id) ?? {};
      const to = rung ? hearers.of(clock, rung.audience) : none;
      notices.push(...(rung ? noticesOf(clock, rung, collapsed?.length ?? 0, to) : []));
      return {
        act: `clock.${rung?.action ?? 'remind'}`,
        subject: { type: clock.subjectType, id: clock.subjectId },
        about: clock.taskId,
        by: null,
        facts: {
          clockId: clock.id,
          kind: clock.kind,
          rung: rung?.place ?? null,
          missed: collapsed?.length ?? 0,
          unheld: [...to.vacant],
        },
      };
    });
    await this.notices.tell(tx, notices);
    await this.audit.record(tx, ...acts);
  }
}

const none: Hearers = { unitIds: [], personIds: [], vacant: [] };

function noticesOf(
  clock: RingingClock,
  { place, action }: NonNullable<Firing['rung']>,
  missed: number,
  { unitIds, personIds }: Hearers,
): NewNotice[] {
  const base = {
    kind: `clock.${action}`,
    taskId: clock.taskId,
    assignmentId: clock.subjectType === 'assignment' ? clock.subjectId : null,
    facts: { clock: clock.kind, dueAt: clock.dueAt.toISOString(), missed },
  };
  const key = (reader: string): string => `clock:${clock.id}:${place}:${reader}`;
  return [
    ...unitIds.map((unitId) => ({ ...base, unitId, dedupeKey: key(unitId) })),
    ...personIds.map((personId) => ({ ...base, personId, dedupeKey: key(personId) })),
  ];
}
