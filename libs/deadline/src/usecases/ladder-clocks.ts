import { Injectable } from '@nestjs/common';
import type { TermUnit } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { ClockRules } from '../domain/clocks/clock-rules.js';
import { datedRungs, type ImportanceDegree, type Ladder } from '../domain/ladders/ladder.js';
import { Ladders } from '../queries/ladders.query.js';
import { Clocks } from './clocks.js';

/** A running clock, as far as its ladder goes. */
interface LadderedClock {
  readonly id: string;
  readonly kind: string;
  readonly taskId: string | null;
  readonly title: string | null;
  readonly number: string | null;
  readonly unitId: string | null;
  readonly ladder: string;
  readonly sourceKind: string;
  readonly importance: ImportanceDegree;
  readonly dueAt: Date;
  readonly termUnit: TermUnit | null;
  readonly rung: number;
  readonly setFor: Date | null;
  readonly fired: readonly number[];
  readonly now: Date;
}

/** One open clock that another ladder would change. */
export interface ChangedClock {
  readonly clockId: string;
  readonly kind: string;
  readonly taskId: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly gained: number;
  readonly lost: number;
}

/** What another ladder would do to clocks that are running; rungs that have fired stay out of it. */
export interface LadderChange {
  readonly open: number;
  readonly gaining: number;
  readonly losing: number;
  readonly rungsGained: number;
  readonly rungsLost: number;
  /** The first ones, at most 20. */
  readonly examples: readonly ChangedClock[];
}

const perBatch = 1_000;
const mostExamples = 20;

const runningSql = `
  select c.id, c.kind, c.task_id as "taskId", t.title, t.number, c.unit_id as "unitId", c.ladder, coalesce(t.kind, '') as "sourceKind",
    coalesce(t.importance, 'ordinary') as importance, c.due_at as "dueAt", c.term ->> 'unit' as "termUnit", c.next_rung as rung, c.next_rung_at as "setFor",
    array(select f.rung from clock_firing f where f.clock_id = c.id) as fired, now() as now
  from clock c left join task t on t.id = c.task_id
  where c.state = 'running' and c.ladder = any($1) and ($2::uuid is null or c.id > $2::uuid) and ($3::uuid is null or c.task_id = $3::uuid)
  order by c.id limit ${perBatch}`;

const alarmSql = `
  update clock c set next_rung = a.rung, next_rung_at = a.at from jsonb_to_recordset($1::jsonb) as a(id uuid, rung int, at timestamptz)
  where c.id = a.id and c.state = 'running'`;

/** What a changed ladder does to clocks that are running: looked at before, followed afterwards batch by batch. */
@Injectable()
export class LadderClocks {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
    private readonly ladders: Ladders,
  ) {}

  /** Nothing is stored. @param after  the text as it would be; undefined when the ladder were given up */
  async preview(code: string, after: Ladder | undefined): Promise<LadderChange> {
    const before = await this.ladders.all();
    const rest = before.filter((one) => one.code !== code);
    const touched = [before.find((one) => one.code === code)?.clock, after?.clock].filter((one) => one !== undefined);
    const [now, then] = [await this.clocks.rules(), await this.clocks.rulesWith(after ? [...rest, after] : rest)];
    let change: LadderChange = { open: 0, gaining: 0, losing: 0, rungsGained: 0, rungsLost: 0, examples: [] };
    for (let from: string | null = null; ;) {
      const running: LadderedClock[] = await this.store.query<LadderedClock>(runningSql, [touched, from, null]);
      change = running.reduce((sum, clock) => withClock(sum, clock, now, then), change);
      if (running.length < perBatch) return change;
      from = running.at(-1)?.id ?? null;
    }
  }

  /** Sets the alarms of running clocks by the ladders in force, a transaction a batch. Repeating it changes nothing. */
  async follow(classes: readonly string[]): Promise<void> {
    for (let from: string | null = null; ;) {
      const last: string | null = await this.store.transaction((tx) => this.batch(tx, classes, from, null));
      if (last === null) return;
      from = last;
    }
  }

  /** The same for the clocks of one task whose weight has changed, in the transaction of the deed. */
  async followTask(tx: EntityManager, taskId: string): Promise<void> {
    const all = (await this.ladders.all()).map(({ clock }) => clock);
    await this.batch(tx, [...new Set(all)], null, taskId);
  }

  private async batch(
    tx: EntityManager,
    classes: readonly string[],
    from: string | null,
    taskId: string | null,
  ): Promise<string | null> {
    const running = await tx.query<LadderedClock[]>(`${runningSql} for update of c`, [classes, from, taskId]);
    const rules = await this.clocks.rules();
    const alarms = running.map((clock) => alarmOf(rules, clock)).filter((alarm) => alarm !== undefined);
    if (alarms.length > 0) await tx.query(alarmSql, [JSON.stringify(alarms)]);
    return running.length < perBatch ? null : (running.at(-1)?.id ?? null);
  }
}

/** A rung whose time has come and that has not spoken, a slip that waits, keeps the alarm it has or gets an earlier one. */
function alarmOf(rules: ClockRules, clock: LadderedClock): { id: string; rung: number; at: Date | null } | undefined {
  const dated = datedRungs(rules.daysOf(clock.unitId), clock, rules.rungsOf(clock));
  const next = rules.rungAfter(clock, clock.now, clock.fired);
  const waiting = dated.find(
    ({ rung, at }) => rung.id === clock.rung && at <= clock.now && !clock.fired.includes(rung.id),
  );
  const { id, setFor } = clock;
  if (waiting && setFor) {
    const at = next.at !== null && next.at < setFor ? next.at : setFor;
    return at === setFor ? undefined : { id, rung: clock.rung, at };
  }
  return next.rung === clock.rung && next.at?.getTime() === setFor?.getTime()
    ? undefined
    : { id, rung: next.rung, at: next.at };
}

function withClock(sum: LadderChange, clock: LadderedClock, now: ClockRules, then: ClockRules): LadderChange {
  const [before, after] = [aheadOf(now, clock), aheadOf(then, clock)];
  const gained = after.filter((one) => !before.includes(one)).length;
  const lost = before.filter((one) => !after.includes(one)).length;
  const { id: clockId, kind, taskId, number, title } = clock;
  const example = { clockId, kind, taskId, number, title, gained, lost };
  return {
    open: sum.open + 1,
    gaining: sum.gaining + (gained > 0 ? 1 : 0),
    losing: sum.losing + (lost > 0 ? 1 : 0),
    rungsGained: sum.rungsGained + gained,
    rungsLost: sum.rungsLost + lost,
    examples: gained + lost > 0 && sum.examples.length < mostExamples ? [...sum.examples, example] : sum.examples,
  };
}

/** What is still to come, each by what it does and when. */
const aheadOf = (rules: ClockRules, clock: LadderedClock): string[] =>
  datedRungs(rules.daysOf(clock.unitId), clock, rules.rungsOf(clock))
    .filter(({ at, rung }) => at > clock.now && !clock.fired.includes(rung.id))
    .map(({ at, rung: { action, level, audience, channels, template } }) =>
      JSON.stringify([at.getTime(), action, level, [...audience].sort(), channels, template]),
    );
