import { Injectable } from '@nestjs/common';
import { type ActRecord, Audit } from '@ducha/audit';
import { type NewNotice, Notices } from '@ducha/notice';
import { prepared, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type Alarm, type Firing, firingOf } from '../domain/ladders/passed-rungs.js';
import type { Audience, Rung } from '../domain/ladders/ladder.js';
import { Clocks } from './clocks.js';
import { type Hearers, hearersOf } from './hearers.js';
import { SlipDesk } from './slip-desk.js';

/** Clocks that one transaction takes. */
const perTurn = 1_000;

/** A clock whose alarm went off. */
export interface RingingClock extends Alarm {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly taskId: string | null;
  readonly matterId: string | null;
  readonly conclusionId: string | null;
  readonly inspectionId: string | null;
  readonly now: Date;
}

/** Terms of a select list over a clock `c` and its task `t`: which ladder is meant, what has fired on it, which slips it has had. */
const ladderFactsSql = `
  c.term ->> 'unit' as "termUnit", coalesce(t.kind, (select m.kind from matter m where m.id = c.matter_id), '') as "sourceKind", coalesce(t.importance, 'ordinary') as importance,
  array(select f.rung from clock_firing f where f.clock_id = c.id) as fired,
  (select coalesce(jsonb_agg(jsonb_build_object('level', s.level, 'state', case when exists (
     select 1 from objection o where o.subject_type = 'slip' and o.subject_id = s.id and o.state = 'raised') then 'replied' else s.state end,
     'replyDueAt', coalesce((select r.due_at from clock r where r.subject_id = s.id and r.kind = 'slip_reply' and r.state in ('running', 'suspended')), s.reply_due_at))), '[]') from slip s
   where s.clock_id = c.id) as slips`;

const claimSql = prepared(`
  select c.id, c.kind, c.subject_type as "subjectType", c.subject_id as "subjectId", c.task_id as "taskId", c.matter_id as "matterId", c.conclusion_id as "conclusionId",
    (select k.inspection_id from conclusion k where k.id = c.conclusion_id) as "inspectionId", c.unit_id as "unitId", c.ladder,
    c.due_at as "dueAt", c.next_rung as rung, c.next_rung_at as "setFor", now() as now, ${ladderFactsSql}
  from clock c left join task t on t.id = c.task_id where c.next_rung_at <= now() and c.held_at is null
  order by c.next_rung_at limit ${perTurn} for update of c skip locked`);

const fireSql = prepared(`
  with wanted as (
    select * from jsonb_to_recordset($1::jsonb) as w(id uuid, rungs int[], spoken int[], next_rung int, next_rung_at timestamptz)
  ), fired as (
    insert into clock_firing (clock_id, rung, fired_at, collapsed)
    select w.id, r.rung, now(), r.rung <> all(w.spoken) from wanted w cross join unnest(w.rungs) as r(rung)
    on conflict on constraint clock_firing_once do nothing
    returning clock_id, rung, collapsed
  ), advanced as (
    update clock c set next_rung = w.next_rung, next_rung_at = w.next_rung_at from wanted w where c.id = w.id
  )
  select clock_id as id, rung from fired where not collapsed`);

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
    private readonly slips: SlipDesk,
    private readonly audit: Audit,
  ) {}

  /** One turn; true when it left work behind. */
  run(): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const ringing = await tx.query<RingingClock[]>(claimSql);
      const [first] = ringing;
      if (!first) return false;
      const rules = await this.clocks.rules();
      const firings = new Map(ringing.map((clock) => [clock.id, firingOf(rules, dated(clock), first.now)]));
      const spoken = await this.write(tx, firings);
      const told = ringing.flatMap((clock) => toldOf(clock, firings.get(clock.id), spoken));
      if (told.length > 0) await this.tell(tx, told);
      return ringing.length === perTurn;
    });
  }

  /** Answers the rungs that have something to say, as `<clock> <rung>`. */
  private async write(tx: EntityManager, firings: ReadonlyMap<string, Firing>): Promise<ReadonlySet<string>> {
    const rows = [...firings].map(([id, { rung, slip, collapsed, next }]) => {
      const spoken = [rung, slip].flatMap((one) => one?.id ?? []);
      return { id, rungs: [...collapsed, ...spoken], spoken, next_rung: next.rung, next_rung_at: next.at };
    });
    const fired = await tx.query<{ id: string; rung: number }[]>(fireSql, [JSON.stringify(rows)]);
    return new Set(fired.map(({ id, rung }) => `${id} ${rung}`));
  }

  private async tell(tx: EntityManager, told: readonly Told[]): Promise<void> {
    const hearers = await hearersOf(
      tx,
      told.map(({ clock }) => clock),
    );
    const served = await this.slips.serve(
      tx,
      told.flatMap(({ clock, rung }) => (rung.level === null ? [] : [{ clock, rung: rung.id, level: rung.level }])),
    );
    const heard = told.map((one) => ({
      ...one,
      to: hearers.of(one.clock, one.audience),
      slipId: one.rung.level === null ? null : (served.get(one.clock.id) ?? null),
    }));
    await this.notices.tell(tx, heard.flatMap(noticesOf));
    await this.audit.record(tx, ...heard.map(actOf));
  }
}

/** A rung that speaks, to whom, and for how many others. */
interface Told {
  readonly clock: RingingClock;
  readonly rung: Rung;
  readonly audience: readonly Audience[];
  readonly missed: number;
}

/** What came of it: who hears, and the slip where it is one. */
interface Heard extends Told {
  readonly to: Hearers;
  readonly slipId: string | null;
}

const dated = (clock: RingingClock): RingingClock => ({
  ...clock,
  slips: clock.slips.map((slip) => ({ ...slip, replyDueAt: new Date(slip.replyDueAt) })),
});

function toldOf(clock: RingingClock, firing: Firing | undefined, spoken: ReadonlySet<string>): Told[] {
  if (!firing) return [];
  const { rung, slip, collapsed } = firing;
  const all: Told[] = [
    ...(rung ? [{ clock, rung, audience: rung.everybody, missed: collapsed.length }] : []),
    ...(slip ? [{ clock, rung: slip, audience: slip.audience, missed: 0 }] : []),
  ];
  return all.filter(({ rung: one }) => spoken.has(`${clock.id} ${one.id}`));
}

const actOf = ({ clock, rung, missed, to, slipId }: Heard): ActRecord => ({
  act: slipId === null ? `clock.${rung.action}` : 'slip.serve',
  subject: slipId === null ? { type: clock.subjectType, id: clock.subjectId } : { type: 'slip', id: slipId },
  about: clock.taskId ?? clock.matterId ?? clock.inspectionId,
  by: null,
  facts: { clockId: clock.id, kind: clock.kind, rung: rung.id, level: rung.level, missed, unheld: [...to.vacant] },
});

function noticesOf({ clock, rung, missed, to, slipId }: Heard): NewNotice[] {
  const { template, channels } = rung;
  const base = {
    kind: slipId === null ? `clock.${rung.action}` : 'slip.served',
    taskId: clock.taskId,
    matterId: clock.matterId,
    assignmentId: clock.subjectType === 'assignment' ? clock.subjectId : null,
    facts: {
      clock: clock.kind,
      dueAt: clock.dueAt.toISOString(),
      missed,
      ...(clock.conclusionId !== null && { conclusionId: clock.conclusionId }),
      ...(clock.subjectType === 'review' && { reviewId: clock.subjectId }),
      ...(slipId && { slipId, level: rung.level }),
    },
    topic: template,
    channels,
  };
  const key = (reader: string): string => `clock:${clock.id}:${rung.id}:${reader}`;
  return [
    ...to.unitIds.map((unitId) => ({ ...base, unitId, dedupeKey: key(unitId) })),
    ...to.personIds.map((personId) => ({ ...base, personId, dedupeKey: key(personId) })),
  ];
}
