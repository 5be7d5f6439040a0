import { FireRungs } from '@ducha/deadline';
import { type Agent, type Json, World } from '#test-kit';
import { rings, ringsAt } from './stories/ringing.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
  await world.store.query(`update unit set division_code = '410225100' where id = $1`, [world.county.unit.town]);
});
afterAll(() => world.close());

/** A Monday, nine in the morning in the county; the spring festival is over. */
const monday = '2026-03-02T01:00:00Z';
const shown = (instant: string | null): string | null =>
  instant && new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const at = (instant: string): Promise<void> => ringsAt(world, instant);
const clocksOf = async (id: string): Promise<Json[]> => (await world.as('officer').sees(`/tasks/${id}/clocks`)).clocks;
const clock = async (id: string, kind: string): Promise<Json> =>
  (await clocksOf(id)).findLast((one: Json) => one.kind === kind);
const rung = async (id: string, reader: Parameters<TaskStory['told']>[0]): Promise<string[]> =>
  (await story.told(reader, id)).filter((kind) => kind.startsWith('clock.'));

/** Assigned on that Monday, to be answered by the end of Friday the 13th. */
const assigned = async (wanted: object = {}): Promise<Json> => {
  await world.clock.set(monday);
  await world.passes({});
  return story.assigned({ dueAt: '2026-03-13T15:59:59.999Z', ...wanted });
};

describe('arming', () => {
  it('gives every assignment a clock for its signature and one for its answer, each with its basis', async () => {
    const task = await assigned();
    const [sign, answer] = [await clock(task.id, 'sign'), await clock(task.id, 'answer')];
    expect(await clocksOf(task.id)).toHaveLength(2);
    expect([sign.state, shown(sign.dueAt), sign.basis.profile, sign.unit.id]).toEqual([
      'running',
      '2026-03-04 23:59',
      'county.supervision',
      world.county.unit.water,
    ]);
    expect([shown(answer.dueAt), shown(answer.originalDueAt), shown(answer.legalDueAt), answer.basis.profile]).toEqual([
      '2026-03-13 23:59',
      '2026-03-13 23:59',
      '2026-03-17 23:59',
      'local.instruction',
    ]);
  });

  it('takes the law’s date where nobody set one, and gives an assisting unit its own', async () => {
    const mandateId = await story.mandate();
    const kind = 'deputy_suggestion';
    await world.store.query('update standing_mandate set source_kind = $2 where id = $1', [mandateId, kind]);
    await world.clock.set('2026-03-31T02:00:00Z');
    await world.passes({});
    const { dueAt: _none, ...body } = story.aTask({
      door: 'mandate',
      mandateId,
      kind,
      dispatch: true,
      assists: ['town'],
    });
    const { id } = await world.as('officer').does('/tasks', body);
    await world.settles();
    const [lead, assist] = (await clocksOf(id)).filter((one: Json) => one.kind === 'answer');
    expect([lead.basis.profile, lead.basis.article, shown(lead.dueAt)]).toEqual([
      'henan.deputy_suggestion',
      '第20条',
      '2026-06-30 23:59',
    ]);
    expect([assist.holder, assist.basis.article, shown(assist.dueAt)]).toEqual([
      'assisting_unit',
      '第18条',
      '2026-05-31 23:59',
    ]);
  });

  it('refuses to send out what neither a person nor a law gave a date', async () => {
    const { dueAt: _none, ...body } = story.aTask({
      door: 'mandate',
      mandateId: await story.mandate(),
      kind: 'netizen_message',
    });
    const answer = await world.as('officer').post('/tasks', { ...body, dispatch: true });
    expect([answer.status, answer.body.errors.map(({ path }: Json) => path)]).toEqual([422, ['dueAt']]);
  });
});

describe('the clocks follow the deed', () => {
  it('meets them, starts the supervisors’ own, and gives a redo a clock of its own', async () => {
    const task = await assigned();
    await at('2026-03-05T02:00:00Z');
    await story.answers(task.id, 'water');
    expect([(await clock(task.id, 'sign')).breached, (await clock(task.id, 'answer')).state]).toEqual([true, 'met']);
    expect([(await clock(task.id, 'verify')).state, (await clock(task.id, 'verify')).holder]).toEqual([
      'running',
      'bureau',
    ]);
    await at('2026-03-16T02:00:00Z');
    const { id } = await story.assignment(task.id, 'water');
    await story.does('officer', task.id, 'verify', {
      verdict: 'redo',
      manner: 'desk',
      words: '照片不清',
      redoAssignmentIds: [id],
    });
    const [answer, redo] = [await clock(task.id, 'answer'), await clock(task.id, 'redo')];
    expect([answer.breached, redo.state, shown(redo.dueAt)]).toEqual([false, 'running', '2026-03-30 23:59']);
    const assignment = await story.assignment(task.id, 'water');
    expect([shown(assignment.dueAt), shown(assignment.originalDueAt)]).toEqual([
      '2026-03-30 23:59',
      '2026-03-13 23:59',
    ]);
    await story.answers(task.id, 'water');
    await story.passes(task.id);
    expect((await clocksOf(task.id)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'sign met',
      'answer met',
      'verify met',
      'redo met',
      'verify met',
      'close running',
    ]);
  });

  it('takes an answer back: its clock runs on, and nobody is said to have checked it', async () => {
    const task = await assigned();
    await story.answers(task.id, 'water');
    await story.unitDoes('waterHead', task.id, 'water', 'withdraw', { reason: '附件传错' });
    const clocks = await clocksOf(task.id);
    expect(clocks.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'sign met',
      'answer met',
      'answer running',
      'verify cancelled',
    ]);
    expect(shown(clocks[2]?.dueAt)).toBe('2026-03-13 23:59');
  });

  it('stops with the task and gives the days back; a corrected date keeps the original beside it', async () => {
    const task = await assigned();
    await story.does('officer', task.id, 'suspend', { reason: '等待上级批复' });
    expect((await clocksOf(task.id)).map(({ state }) => state)).toEqual(['suspended', 'suspended']);
    // a minute short of four days: the time itself is given back, and shall not run over midnight by the pace of the test
    await at('2026-03-06T00:59:00Z');
    expect(await rung(task.id, { unit: 'water' })).toEqual([]);
    await story.does('officer', task.id, 'resume');
    expect(shown((await clock(task.id, 'answer')).dueAt)?.slice(0, 10)).toBe('2026-03-17');
    expect(shown((await clock(task.id, 'sign')).dueAt)).toBe('2026-03-10 23:59');
    await story.does('officer', task.id, 'correct', { reason: '上级延期', dueAt: '2026-03-20T15:59:59.999Z' });
    const answer = await clock(task.id, 'answer');
    expect([shown(answer.originalDueAt), shown(answer.dueAt)]).toEqual(['2026-03-13 23:59', '2026-03-20 23:59']);
    expect(answer.changes.map(({ because }: Json) => because)).toEqual(['suspension', 'correction']);
  });

  it('ends what hangs on a task that is cancelled', async () => {
    const task = await assigned();
    await story.does('magistrate', task.id, 'cancel', { reason: '不再需要' });
    expect((await clocksOf(task.id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    await at('2026-03-20T03:00:00Z');
    expect(await rung(task.id, { unit: 'water' })).toEqual([]);
  });
});

describe('firing', () => {
  it('says each thing once, in office hours, to those who hold the posts', async () => {
    const task = await assigned();
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    await at('2026-03-09T23:59:00Z');
    expect(await rung(task.id, { unit: 'water' })).toEqual([]);
    await at('2026-03-10T00:00:01Z');
    await rings(world);
    expect(await rung(task.id, { unit: 'water' })).toEqual(['clock.remind']);
    await at('2026-03-12T00:00:01Z');
    expect([await rung(task.id, { unit: 'water' }), await rung(task.id, { person: 'waterHead' })]).toEqual([
      ['clock.remind', 'clock.remind'],
      ['clock.remind'],
    ]);
    // over on Friday at midnight: said on Monday morning, not on the weekend
    await at('2026-03-15T23:00:00Z');
    expect(await rung(task.id, { person: 'waterHead' })).toEqual(['clock.remind']);
    await at('2026-03-16T00:00:01Z');
    expect(await rung(task.id, { person: 'waterHead' })).toEqual(['clock.remind', 'clock.overdue']);
  });

  it('catches up after an outage with one notice that says how many it stands for', async () => {
    const task = await assigned();
    const spoken = async (): Promise<string[]> => rung(task.id, { person: 'waterHead' });
    // the server comes back at half past ten in the evening: nobody is told before offices open
    await at('2026-03-25T14:30:00Z');
    expect(await spoken()).toEqual([]);
    await at('2026-03-26T00:00:01Z');
    const told = await world.store.query<{ kind: string; missed: number }>(
      `select kind, (facts ->> 'missed')::int as missed from notice where task_id = $1 and person_id = $2 and facts ->> 'clock' = 'answer'`,
      [task.id, world.county.person.waterHead],
    );
    expect(told).toEqual([{ kind: 'clock.escalate', missed: 4 }]);
  });

  it('rehearses what it will say, and does exactly that', async () => {
    const task = await assigned();
    const { notices } = await world.as('officer').sees(`/tasks/${task.id}/rehearsal`);
    const answer = notices.filter(({ kind }: Json) => kind === 'answer');
    expect(answer.map(({ at: when, action }: Json) => `${shown(when)} ${action}`)).toEqual([
      '2026-03-10 08:00 remind',
      '2026-03-12 08:00 remind',
      '2026-03-16 08:00 overdue',
      '2026-03-19 08:00 escalate',
      '2026-03-25 08:00 escalate',
    ]);
    expect(answer[0].units.map(({ id }: Json) => id)).toEqual([world.county.unit.water]);
    await at('2026-03-10T00:00:01Z');
    expect((await rung(task.id, { unit: 'water' })).length).toBeGreaterThan(0);
  });

  it('is done once by eight at the same time', async () => {
    await world.clock.set(monday);
    await world.passes({});
    const tasks = await Promise.all(
      Array.from({ length: 24 }, () => story.assigned({ dueAt: '2026-03-13T15:59:59.999Z' })),
    );
    await world.clock.set('2026-03-25T03:00:00Z');
    await world.passes({});
    const fireRungs = world.app.get(FireRungs, { strict: false });
    await Promise.all(Array.from({ length: 8 }, () => fireRungs.run()));
    const [row] = await world.store.query<{ spoken: number; acts: number; waiting: number }>(
      `select (select count(*)::int from clock_firing f join clock c on c.id = f.clock_id where c.task_id = any($1) and not f.collapsed) as spoken,
         (select count(*)::int from audit_row r where r.about_id = any($1) and r.act like 'clock.%') as acts,
         (select count(*)::int from clock c where c.task_id = any($1) and c.next_rung_at <= now()) as waiting`,
      [tasks.map(({ id }) => id)],
    );
    expect(row).toEqual({ spoken: 48, acts: 48, waiting: 0 });
  });

  it('has a control: without the unique rung a clock set back speaks twice', async () => {
    const task = await assigned();
    await at('2026-03-10T00:00:01Z');
    const again = async (): Promise<number> => {
      await world.store.query(
        `update clock set next_rung = 0, next_rung_at = now() where task_id = $1 and kind = 'answer'`,
        [task.id],
      );
      await rings(world);
      const rows = await world.store.query(`select 1 from audit_row where about_id = $1 and act = 'clock.remind'`, [
        task.id,
      ]);
      return rows.length;
    };
    expect(await again()).toBe(1);
    await world.store.query('delete from clock_firing where clock_id in (select id from clock where task_id = $1)', [
      task.id,
    ]);
    expect(await again()).toBe(2);
  });
});

describe('one’s own deadlines', () => {
  it('are those of the unit, or of the tasks one follows', async () => {
    const task = await assigned();
    const span = '/clocks?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
    const of = async (person: Parameters<World['as']>[0]): Promise<string[]> =>
      (await world.as(person).sees(span)).clocks
        .filter(({ taskId }: Json) => taskId === task.id)
        .map(({ kind }: Json) => kind);
    expect(await of('waterLiaison')).toEqual(['sign', 'answer']);
    expect(await of('magistrate')).toEqual(['sign', 'answer']);
    expect(await of('housingLiaison')).toEqual([]);
    // the festival of the tombs: the sixth of April is off in the place of Sunday
    const { daysOff } = await world.as('officer').sees('/clocks?from=2026-04-02T16:00:00Z&to=2026-04-07T16:00:00Z');
    expect(daysOff).toEqual(['2026-04-04', '2026-04-05', '2026-04-06']);
    const stranger = await world.as('housingLiaison').get(`/tasks/${task.id}/clocks`);
    expect(stranger.status).toBe(404);
  });
});

describe('one’s own deadlines in a calendar program', () => {
  const address = async (as: Agent, acts: string[]): Promise<{ id: string; path: string }> => {
    const expiresAt = '2026-12-31T00:00:00Z';
    const { id, token } = await as.does('/access-tokens', { name: '手机日历', acts, expiresAt });
    return { id, path: `/clocks/feed/${token}.ics` };
  };

  it('are read by a secret address without any sign-in, say no title, and end when it is revoked', async () => {
    const task = await assigned();
    const liaison = world.as('waterLiaison');
    const { id, path } = await address(liaison, ['clock.read']);
    const feed = await world.stranger().get(path);
    expect([feed.status, feed.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(feed.text).toContain('BEGIN:VEVENT');
    expect(feed.text).toContain(`办理反馈到期：${task.number}`);
    expect(feed.text.replaceAll('\r\n ', '')).not.toContain(task.title);
    const wider = await address(liaison, ['clock.read', 'task.read']);
    expect((await world.stranger().get(wider.path)).body.code).toBe('task.feedNotFound');
    await liaison.delete(`/access-tokens/${id}`);
    expect((await world.stranger().get(path)).body.code).toBe('task.feedNotFound');
  });
});

describe('a calendar that changes in the middle of the year (A13)', () => {
  it('says first which clocks move, moves those with a reason, and leaves closed ones and dates set by hand alone', async () => {
    const [open, closed] = [await assigned(), await assigned()];
    await story.answers(closed.id, 'water');
    const [county]: Json[] = await world.as('bureauHead').sees('/calendars');
    const year = await world.as('bureauHead').sees(`/calendars/${county?.id}/years/2026`);
    const days = [
      ...year.days.map(({ day, name, working }: Json) => ({ day, name, working })),
      { day: '2026-03-04', name: '防汛', working: false },
    ];
    const preview = await world.as('bureauHead').does(`/calendars/${county?.id}/years/2026/preview`, { days });
    expect(preview.clocks).toMatchObject({ earlier: 0, furthestDays: 1 });
    expect(preview.clocks.later).toBeGreaterThan(0);
    expect(shown((await clock(open.id, 'sign')).dueAt)).toBe('2026-03-04 23:59');
    const published = await world
      .as('bureauHead')
      .put(
        `/calendars/${county?.id}/years/2026`,
        { days, addresses: ['https://example.gov.cn/2026'], origin: 'form' },
        { ifMatch: year.revision },
      );
    expect(published.status).toBe(200);
    await world.settles();
    const [sign, answer] = [await clock(open.id, 'sign'), await clock(open.id, 'answer')];
    expect([shown(sign.originalDueAt), shown(sign.dueAt), sign.changes.map(({ because }: Json) => because)]).toEqual([
      '2026-03-04 23:59',
      '2026-03-05 23:59',
      ['calendar'],
    ]);
    expect([shown(answer.dueAt), answer.changes]).toEqual(['2026-03-13 23:59', []]);
    expect((await clock(closed.id, 'sign')).changes).toEqual([]);
    const [told] = await world.store.query<{ n: number; moved: number }>(
      `select count(*)::int as n, (select count(*)::int from clock_change where because = 'calendar') as moved from notice where kind = 'clock.moved' and unit_id = $1`,
      [world.county.unit.water],
    );
    expect(told?.n).toBe(1);
    expect(told?.moved).toBeGreaterThan(0);
  });
});
