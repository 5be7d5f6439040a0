import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { IDS, type Ids, type Term, wallClockOf } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Outbox, Store } from '@ducha/store';
import { ClockConsequences, type ClockMoves, type TimeChange } from '../domain/clock-consequences.js';
import { ClockRules } from '../domain/clocks/clock-rules.js';
import type { ImportanceDegree } from '../domain/ladders/ladder.js';
import { type NewDate, noSteps } from '../domain/clocks/clock-steps.js';
import { dueAfterStanding } from '../domain/clocks/give-back.js';
import { Clocks } from './clocks.js';

interface OpenClock {
  readonly id: string;
  readonly profile: string;
  readonly rule: string;
  readonly unitId: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly taskId: string | null;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly ladder: string;
  readonly sourceKind: string;
  readonly importance: ImportanceDegree;
  readonly term: Term | null;
  readonly counting: { readonly countsFirstDay: boolean; readonly rolls: boolean; readonly dayEndsAt: number };
  readonly stood: readonly { readonly from: string; readonly to: string }[];
  readonly now: Date;
}

const perBatch = 1_000;
const dayMs = 86_400_000;

/** Running clocks that rest on a rule, in the order of their ids; dates that somebody set do not move with a rule. */
const openSql = `
  select c.id, c.profile, c.rule, c.unit_id as "unitId", c.subject_type as "subjectType", c.subject_id as "subjectId", c.task_id as "taskId",
    c.started_at as "startedAt", c.due_at as "dueAt", c.ladder, coalesce(t.kind, '') as "sourceKind", coalesce(t.importance, 'ordinary') as importance, c.term, c.counting, now() as now,
    (select coalesce(jsonb_agg(jsonb_build_object('from', s.from_at, 'to', s.to_at) order by s.from_at), '[]') from clock_suspension s
     where s.clock_id = c.id and s.to_at is not null) as stood
  from clock c left join task t on t.id = c.task_id where c.state = 'running' and c.term is not null and c.profile is not null and ($1::uuid is null or c.id > $1::uuid)
  order by c.id limit ${perBatch}`;

/** What a changed rule does to clocks that are running: looked at before, computed anew afterwards, batch by batch. */
@Injectable()
export class OpenClocks extends ClockConsequences {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly notices: Notices,
    @Inject(IDS) private readonly ids: Ids,
  ) {
    super();
  }

  async preview(change: TimeChange): Promise<ClockMoves> {
    const rules = await this.clocks.rulesAfter(change);
    const moves = { open: 0, earlier: 0, later: 0, furthestDays: 0 };
    for (let after: string | null = null; ;) {
      const open: OpenClock[] = await this.store.query<OpenClock>(openSql, [after]);
      for (const clock of open) {
        const days = daysApart(clock.dueAt, dueBy(rules, clock));
        moves.open += 1;
        if (days > 0) moves.later += 1;
        if (days < 0) moves.earlier += 1;
        if (Math.abs(days) > Math.abs(moves.furthestDays)) moves.furthestDays = days;
      }
      if (open.length < perBatch) return moves;
      after = open.at(-1)?.id ?? null;
    }
  }

  async arrange(): Promise<void> {
    await this.outbox.add(this.store.manager, {
      job: 'clock.recompute',
      payload: {},
      key: `recompute_${this.ids.next()}`,
    });
  }

  /** Computes every running clock by the rules of today, a transaction a batch; repeating it moves nothing. Answers how many moved. */
  async recompute(): Promise<number> {
    let moved = 0;
    const told = new Map<string, number>();
    for (let after: string | null = null; ;) {
      const batch = await this.store.transaction(() => this.batch(after));
      moved += batch.moved.length;
      for (const unitId of batch.moved) if (unitId !== null) told.set(unitId, (told.get(unitId) ?? 0) + 1);
      after = batch.last;
      if (after === null) break;
    }
    if (moved > 0) await this.conclude(moved, told);
    return moved;
  }

  private async batch(after: string | null): Promise<{ moved: (string | null)[]; last: string | null }> {
    const open = await this.store.query<OpenClock>(`${openSql} for update of c`, [after]);
    const rules = await this.clocks.rules();
    const dated = open.flatMap((clock) => this.moveOf(rules, clock) ?? []);
    await this.clocks.apply(this.store.manager, { ...noSteps, move: dated.map(({ date }) => date) }, null);
    const assigned = dated.filter(({ clock }) => clock.subjectType === 'assignment');
    await this.store.query(
      `update assignment a set due_at = m.due from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as m(id, was, due)
       where a.id = m.id and date_trunc('milliseconds', a.due_at) = m.was`,
      [
        assigned.map(({ clock }) => clock.subjectId),
        assigned.map(({ date }) => date.dueBefore),
        assigned.map(({ date }) => date.dueAfter),
      ],
    );
    return {
      moved: dated.map(({ clock }) => clock.unitId),
      last: open.length < perBatch ? null : (open.at(-1)?.id ?? null),
    };
  }

  private moveOf(rules: ClockRules, clock: OpenClock): { clock: OpenClock; date: NewDate } | undefined {
    const dueAfter = dueBy(rules, clock);
    if (dueAfter.getTime() === clock.dueAt.getTime()) return undefined;
    const { rung, at } = rules.rungAfter({ ...clock, dueAt: dueAfter, termUnit: clock.term?.unit ?? null }, clock.now);
    const dates = { dueBefore: clock.dueAt, dueAfter, nextRung: rung, nextRungAt: at };
    return { clock, date: { id: clock.id, changeId: this.ids.next(), because: 'calendar', ...dates } };
  }

  /** One act in the record, one notice a unit, however many clocks moved. */
  private async conclude(moved: number, told: ReadonlyMap<string, number>): Promise<void> {
    await this.store.transaction(async (tx) => {
      const id = this.ids.next();
      await this.audit.record(tx, {
        act: 'clock.recompute',
        subject: { type: 'clock', id: null },
        by: null,
        facts: { moved },
      });
      await this.notices.tell(
        tx,
        [...told].map(([unitId, clocks]) => ({
          kind: 'clock.moved',
          dedupeKey: `clock.moved:${id}:${unitId}`,
          unitId,
          facts: { count: clocks },
        })),
      );
    });
  }
}

const daysApart = (before: Date, after: Date): number =>
  wallClockOf(after).day - wallClockOf(before).day ||
  Math.sign(Math.trunc((after.getTime() - before.getTime()) / dayMs));

/** When a clock is over by some rules: its term from its start, and what it stood still given back. */
function dueBy(rules: ClockRules, clock: OpenClock): Date {
  const anew = rules.anew(clock);
  if (!anew) return clock.dueAt;
  return clock.stood.reduce(
    (dueAt, { from, to }) =>
      dueAfterStanding(
        rules.daysOf(clock.unitId),
        { term: anew.term, counting: clock.counting, dueAt },
        { from: new Date(from), to: new Date(to) },
      ),
    anew.dueAt,
  );
}
