import type { Actor } from '@ducha/access';
import { setTimeout as pause } from 'node:timers/promises';
import { ClockSweeps, FireRungs, officialCalendar } from '@ducha/deadline';
import { numberOf, wallClockOf } from '@ducha/kernel';
import { LapseSlips } from '@ducha/slip';
import { emptyTask, OpenTasks } from '@ducha/task';
import { type Json, World } from '#test-kit';
import pg from 'pg';
import { comes, rings } from '../flows/stories/ringing.js';

jest.setTimeout(120_000);
const tasks = 1_000;
let world: World;
beforeAll(async () => {
  world = await World.open();
  await comes(world, '2026-01-05T01:00:00Z');
});
afterAll(() => world.close());

/** The answer’s ladder as a county might have it: remind, say that it is over, serve a slip, tell the leader. */
const rungs = [
  { id: 1, offset: -1, unit: 'working_day', action: 'remind', audience: ['unit_head'] },
  { id: 2, offset: 0, unit: 'working_day', action: 'overdue', audience: ['unit_head'] },
  { id: 3, offset: 1, unit: 'working_day', action: 'slip', level: 1, audience: ['unit_head'] },
  { id: 4, offset: 5, unit: 'working_day', action: 'escalate', audience: ['bureau_head'] },
];

/** So many tasks of one unit, sent out in one act and signed for; their dates lie on days of the year, weekends and holidays too. */
async function thousandTasks(): Promise<void> {
  const { unit, person, account } = world.county;
  const by: Actor = {
    ...{ personId: person.officer, accountId: account.officer, sessionId: person.officer, postId: person.officer },
    ...{ role: 'bureau_officer', unitId: unit.bureau, unitIds: [], servesPersonId: null },
  };
  const all = Array.from({ length: tasks }, (_, n) => ({
    ...{ ...emptyTask, kind: 'netizen_message' as const, title: `第${n}件`, demand: '办理', leadUnitId: unit.water },
    ...{
      number: null,
      caseOfficerId: person.officer,
      dueAt: new Date(Date.UTC(2026, 0, 12 + (n % 330), 15, 59, 59, 999)),
    },
  }));
  await world.app
    .get(OpenTasks, { strict: false })
    .run({ tasks: all, registeredBy: { door: 'mandate', recordId: null }, dispatch: true, by });
  await world.settles();
  const ids = (await world.store.query<{ id: string }>('select id from assignment order by id')).map(({ id }) => id);
  for (let at = 0; at < ids.length; at += 500)
    await world.as('waterLiaison').does('/assignments/sign', { ids: ids.slice(at, at + 500) });
  await world.settles();
}

/** Day by day at nine in the morning, once a month at three at night too: slips lapse, clocks ring. */
async function yearPasses(): Promise<void> {
  for (let day = 7; day < 365; day += 1) {
    for (const hour of day % 30 === 0 ? [19, 25] : [25]) {
      await world.clock.set(new Date(Date.UTC(2026, 0, day, hour)).toISOString());
      await world.app.get(LapseSlips, { strict: false }).run();
      await rings(world);
    }
  }
  await world.settles();
}

const said = (): Promise<Json[]> =>
  world.store.query<Json>(
    `select kind || coalesce(' ' || (facts ->> 'clock'), '') as what, count(*)::int as n, count(distinct task_id)::int as tasks,
       sum(coalesce((facts ->> 'missed')::int, 0))::int as missed
     from notice where created_at > '2026-01-06' group by 1 order by 1`,
  );

describe('a year of a thousand tasks', () => {
  beforeAll(async () => {
    const text = { title: 'Answer', titleZh: '办理反馈', clock: 'answer', kinds: [], rungs };
    expect((await world.as('bureauHead').put('/ladders/answer', text, { ifMatch: 1 })).status).toBe(200);
    await world.settles();
    await thousandTasks();
    await yearPasses();
  });

  it('reminds, says that it is over, serves a slip and escalates exactly once each, and says nothing else', async () => {
    const once = (what: string) => ({ what, n: tasks, tasks, missed: 0 });
    expect(await said()).toEqual([
      once('clock.escalate answer'),
      once('clock.overdue answer'),
      once('clock.remind answer'),
      // the unit’s time to reply to its slip: reminded in the inbox and as a person, then the slip stands
      { ...once('clock.remind slip_reply'), n: 2 * tasks },
      once('slip.served answer'),
      once('slip.stands'),
    ]);
    const fired = await world.store.query<Json>(
      `select c.kind, f.rung, count(*)::int as n from clock_firing f join clock c on c.id = f.clock_id where not f.collapsed group by 1, 2 order by 1, 2`,
    );
    expect(fired.map(({ kind, rung, n }) => `${kind} ${rung} ${n}`)).toEqual([
      ...[1, 2, 3, 4].map((rung) => `answer ${rung} ${tasks}`),
      `slip_reply 0 ${tasks}`,
    ]);
    const acts = await world.store.query<Json>(
      `select act, count(*)::int as n from audit_row where at > '2026-01-06' and (act like 'clock.%' or act like 'slip.%') group by act order by act`,
    );
    expect(acts).toEqual([
      { act: 'clock.escalate', n: tasks },
      { act: 'clock.overdue', n: tasks },
      { act: 'clock.remind', n: 2 * tasks },
      { act: 'slip.lapse', n: tasks },
      { act: 'slip.serve', n: tasks },
    ]);
  });

  it('says it on working days, in office hours, and each thing on its day', async () => {
    const calendar = officialCalendar.guessing();
    const heard = await world.store.query<{ at: Date; due: Date; rung: number }>(
      `select f.fired_at as at, c.due_at as due, f.rung from clock_firing f join clock c on c.id = f.clock_id where c.kind = 'answer'`,
    );
    const wrong = heard.filter(({ at, due, rung }) => {
      const [{ day, minutes }, { day: last }] = [wallClockOf(at), wallClockOf(due)];
      const over = calendar.onOrAfter(last + 1);
      const wanted = [
        calendar.nthBefore(calendar.onOrBefore(last), 1),
        over,
        calendar.nthAfter(over, 1),
        calendar.nthAfter(over, 5),
      ][rung - 1];
      return !calendar.isWorking(day) || minutes < 8 * 60 || minutes > 18 * 60 || day !== wanted;
    });
    expect(wrong).toEqual([]);
    expect(heard).toHaveLength(4 * tasks);
    // the control: the weekday alone is no working day, the year has make-up days and holidays
    expect(calendar.isWorking(numberOf('2026-02-17'))).toBe(false);
  });
});

describe('without what keeps it so', () => {
  /** One clock whose reminder is due at eight on the fourth of March, as if it had never spoken. */
  async function waiting(now: string): Promise<string> {
    const [row] = await world.store.query<{ id: string }>(
      `select id from clock where kind = 'answer' order by id limit 1`,
    );
    const id = row?.id ?? '';
    await world.store.query('delete from clock_firing where clock_id = $1', [id]);
    await world.clock.set(now);
    await rearmed(id);
    return id;
  }
  const rearmed = (id: string): Promise<unknown> =>
    world.store.query(
      `update clock set due_at = '2027-03-05T15:59:59.999Z', next_rung = 1, next_rung_at = '2027-03-04T00:00:00Z' where id = $1`,
      [id],
    );
  const spoken = async (id: string): Promise<number> => {
    const [row] = await world.store.query<{ n: number }>(
      'select count(*)::int as n from clock_firing where clock_id = $1 and rung = 1',
      [id],
    );
    return row?.n ?? 0;
  };
  const fire = (): Promise<boolean> => world.app.get(FireRungs, { strict: false }).run();
  const sweeps = (): ClockSweeps => world.app.get(ClockSweeps, { strict: false });
  const byItself = async (id: string, withinMs: number): Promise<number> => {
    for (const end = performance.now() + withinMs; performance.now() < end && (await spoken(id)) === 0;)
      await pause(50);
    return spoken(id);
  };
  /** Fires while this process believes that it is so many days later. */
  async function firesOff(days: number): Promise<void> {
    const real = Date.now;
    Date.now = () => real() + days * 86_400_000;
    try {
      await fire();
    } finally {
      Date.now = real;
    }
  }

  it('the database’s clock decides: a process whose own clock is a day off says nothing early and nothing late', async () => {
    const id = await waiting('2027-03-03T23:00:00Z');
    for (const days of [1, -1]) {
      await firesOff(days);
      expect(await spoken(id)).toBe(0);
    }
    await world.clock.set('2027-03-04T00:00:01Z');
    await firesOff(-1);
    expect(await spoken(id)).toBe(1);
  });

  it('the sweep fires by itself at the instant; with it off a rung stays where it is', async () => {
    const id = await waiting('2027-03-03T23:59:58Z');
    sweeps().onApplicationBootstrap();
    expect(await byItself(id, 10_000)).toBe(1);
    await sweeps().onModuleDestroy();
    const other = await waiting('2027-03-04T00:00:01Z');
    expect(await byItself(other, 1_500)).toBe(0);
    await fire();
    expect(await spoken(other)).toBe(1);
  });

  it('a claim that is made twice speaks once, and twice where the key of clock and rung is gone', async () => {
    const client = new pg.Client({ connectionString: world.urls.superuserUrl });
    await client.connect();
    const twice = async (): Promise<number> => {
      const id = await waiting('2027-03-04T00:00:01Z');
      await client.query('delete from clock_firing where clock_id = $1', [id]);
      await fire();
      await rearmed(id);
      await world.clock.set('2027-03-04T00:00:03Z');
      await fire();
      const { rows } = await client.query('select 1 from clock_firing where clock_id = $1 and rung = 1', [id]);
      return rows.length;
    };
    try {
      // this database is thrown away afterwards; whoever claims shall not see what another one has just written
      await client.query('alter table clock_firing enable row level security');
      await client.query('create policy read on clock_firing for select using (fired_at >= test_clock.now())');
      await client.query('create policy write on clock_firing for insert with check (true)');
      await client.query('create policy clear on clock_firing for delete using (true)');
      expect(await twice()).toBe(1);
      await client.query('alter table clock_firing drop constraint clock_firing_once');
      await client.query('alter table clock_firing add constraint clock_firing_once unique (clock_id, rung, fired_at)');
      expect(await twice()).toBe(2);
    } finally {
      await client.end();
    }
  });
});
