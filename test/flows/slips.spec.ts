import { FireRungs } from '@ducha/deadline';
import { LapseSlips } from '@ducha/slip';
import { type Json, type PersonKey, World } from '#test-kit';
import pg from 'pg';
import { comes, rings } from './stories/ringing.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
  await at('2026-03-02T01:00:00Z');
  const rung = (offset: number, more: object): Json => ({
    offset,
    unit: 'working_day',
    audience: ['unit_head'],
    ...more,
  });
  const three = [
    rung(-1, { action: 'remind', id: 1 }),
    ...[0, 3, 6].map((offset, place) => rung(offset, { action: 'slip', level: place + 1 })),
  ];
  const text = { title: 'Answer', titleZh: '办理反馈', clock: 'answer', kinds: [], rungs: three };
  await world.as('bureauHead').put('/ladders/answer', text, { ifMatch: 1 });
  const higher = {
    ...text,
    importance: 'important',
    title: 'Weighty',
    titleZh: '重要事项',
    rungs: [three[0], three[2], three[3]],
  };
  await world.as('bureauHead').does('/ladders', { code: 'weighty', ...higher });
  await world.settles();
});
afterAll(() => world.close());

const fireRungs = (): FireRungs => world.app.get(FireRungs, { strict: false });
/** What is due at an instant happens: slips lapse, rungs fire. */
async function at(instant: string): Promise<void> {
  await comes(world, instant);
  await world.app.get(LapseSlips, { strict: false }).run();
  await rings(world);
}
/** Assigned on that Monday, to be answered by the end of Friday the 13th: blue is due on the 16th, orange on the 19th, red on the 24th. */
const assigned = async (wanted: object = {}): Promise<Json> => {
  await world.clock.set('2026-03-02T01:00:00Z');
  await world.passes({});
  const { officer } = world.county.person;
  const task = await story.assigned({ dueAt: '2026-03-13T15:59:59.999Z', caseOfficerId: officer, ...wanted });
  if (!('lead' in wanted)) await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
  return task;
};
const slipsOf = async (taskId: string, by: PersonKey = 'bureauHead'): Promise<Json[]> =>
  (await world.as(by).sees(`/slips?taskId=${taskId}`)).items.reverse();
const told = async (taskId: string): Promise<string[]> =>
  (await slipsOf(taskId)).map(({ nameZh, state }) => `${nameZh.slice(0, 1)} ${state}`);
const pathOf = ({ assignmentId, id }: Json): string => `/assignments/${assignmentId}/slips/${id}`;
const replies = (slip: Json): Promise<Json> =>
  world
    .as('waterHead')
    .does(`${pathOf(slip)}/reply`, { words: '汛期设备故障，3月31日前完成' }, { ifMatch: slip.version });
const judge = (by: PersonKey, slip: Json, verdict: string) =>
  world.as(by).post(`${pathOf(slip)}/${verdict}`, { words: '理由成立' }, { ifMatch: slip.version });

describe('slips', () => {
  it('climb while nobody answers, wait for an answer, and stop when its reason is accepted (A11)', async () => {
    const [task, control] = [await assigned(), await assigned()];
    await at('2026-03-15T14:00:00Z');
    expect(await told(task.id)).toEqual([]);
    await at('2026-03-16T00:00:01Z');
    const [blue] = await slipsOf(task.id);
    expect(blue).toMatchObject({
      ...{
        level: 1,
        state: 'served',
        clockKind: 'answer',
        servedAt: expect.stringMatching(/^2026-03-16T00:00:01/),
        openings: [],
      },
      ...{ replyDueAt: '2026-03-18T15:59:59.999Z', actions: [], sender: { id: world.county.person.officer } },
    });
    expect(blue?.number).toMatch(/^督单〔2026〕\d{5}号$/);
    expect((await story.told({ person: 'waterHead' }, task.id)).filter((kind) => kind === 'slip.served')).toHaveLength(
      1,
    );
    // the unit opens it: proof of service, once a person; the bureau's look is none
    for (const reader of ['officer', 'waterHead', 'waterHead', 'waterLiaison'] as const)
      await world.as(reader).sees(pathOf(blue));
    const openings = (await world.as('auditor').sees(pathOf(blue))).openings.map(({ person }: Json) => person.name);
    expect(openings).toEqual(['水局长', '水联络']);
    expect((await world.as('waterHead').sees(pathOf(blue))).actions).toEqual(['reply', 'object']);
    expect((await world.as('housingHead').get(pathOf(blue))).status).toBe(404);
    await at('2026-03-19T00:00:01Z');
    expect(await told(task.id)).toEqual(['蓝 stands', '橙 served']);
    const [, orange] = await slipsOf(task.id);
    const late = await world
      .as('waterHead')
      .post(`${pathOf(blue)}/reply`, { words: '迟了' }, { ifMatch: blue.version + 1 });
    expect([late.status, late.body.code]).toEqual([409, 'slip.moveRefused']);
    const answered = await replies(orange);
    const [, replied] = await slipsOf(control.id);
    await replies(replied);
    // who sent it does not judge it, in code and in the database
    const own = await judge('officer', answered, 'accept');
    expect([own.status, own.body.code]).toEqual([403, 'slip.senderMayNotJudge']);
    await expect(
      world.store.query(
        `update slip set decision = 'accept', decided_by = sender_id, decided_at = now() where id = $1`,
        [orange.id],
      ),
    ).rejects.toThrow('slip.senderMayNotJudge');
    expect((await slipsOf(task.id, 'officer2'))[1]?.actions).toEqual(['accept', 'reject']);
    // red’s time comes while the reason is judged: it waits
    await at('2026-03-24T00:00:01Z');
    expect(await told(task.id)).toEqual(['蓝 stands', '橙 replied']);
    expect((await judge('officer2', answered, 'accept')).body).toMatchObject({
      state: 'withdrawn',
      decision: 'accept',
    });
    const [, undecided] = await slipsOf(control.id);
    expect((await judge('officer2', undecided, 'reject')).body.state).toBe('stands');
    await at('2026-03-25T00:00:01Z');
    await at('2026-04-10T00:00:01Z');
    expect(await told(task.id)).toEqual(['蓝 stands', '橙 withdrawn']);
    expect(await told(control.id)).toEqual(['蓝 stands', '橙 stands', '红 stands']);
    const acts = (await story.acts(task.id)).filter((act) => act.startsWith('slip.'));
    expect(acts).toEqual([
      ...['slip.serve >', 'slip.open >', 'slip.open >', 'slip.lapse served>stands', 'slip.serve >'],
      // answered from the list: read all the same
      ...['slip.open >', 'slip.reply served>replied', 'slip.accept replied>withdrawn'],
    ]);
  });

  it('have a control: with the accepted reason taken away, red is served', async () => {
    const task = await assigned();
    await at('2026-03-16T00:00:01Z');
    await at('2026-03-19T00:00:01Z');
    const [, orange] = await slipsOf(task.id);
    await judge('bureauHead', await replies(orange), 'accept');
    await world.store.query(`update slip set state = 'stands' where id = $1`, [orange.id]);
    await at('2026-03-24T00:00:01Z');
    expect(await told(task.id)).toEqual(['蓝 stands', '橙 stands', '红 served']);
  });

  it('are served one at a time after an outage, never at night, never while the task stands still, higher where it weighs more', async () => {
    const [task, still, weighty] = [await assigned(), await assigned(), await assigned()];
    await story.does('officer', weighty.id, 'correct', { reason: '县委常委会议定', importance: 'important' });
    await at('2026-03-17T01:00:00Z');
    await story.does('officer', still.id, 'suspend', { reason: '等待上级批复' });
    await world.store.query('delete from slip_opening');
    expect([await told(task.id), await told(weighty.id)]).toEqual([['蓝 served'], []]);
    await at('2026-03-20T14:00:00Z');
    await at('2026-03-20T14:30:00Z');
    expect(await told(weighty.id)).toEqual([]);
    await at('2026-03-30T00:00:01Z');
    expect([await told(task.id), await told(still.id), await told(weighty.id)]).toEqual([
      ['蓝 stands', '橙 served'],
      ['蓝 served'],
      ['橙 served'],
    ]);
    await at('2026-04-02T00:00:01Z');
    expect([await told(task.id), await told(still.id)]).toEqual([
      ['蓝 stands', '橙 stands', '红 served'],
      ['蓝 served'],
    ]);
  });

  it('count as opened by an answer or an objection from the list, not by a refused one', async () => {
    const openedBy = async (taskId: string): Promise<string[]> =>
      (await slipsOf(taskId)).flatMap(({ openings }) => openings.map(({ person }: Json) => person.name));
    const [answered, objected, refused] = [await assigned(), await assigned(), await assigned()];
    await at('2026-03-16T00:00:01Z');
    const of = async ({ id }: Json): Promise<Json> => (await slipsOf(id))[0] ?? {};
    await replies(await of(answered));
    const slip = await of(objected);
    await world
      .as('waterLiaison')
      .does(`/assignments/${slip.assignmentId}/objections`, { slipId: slip.id, words: '已书面报送' });
    const stale = { ...(await of(refused)), version: 7 };
    expect((await world.as('waterHead').post(`${pathOf(stale)}/reply`, { words: '有误' }, { ifMatch: 7 })).status).toBe(
      412,
    );
    expect([await openedBy(answered.id), await openedBy(objected.id), await openedBy(refused.id)]).toEqual([
      ['水局长'],
      ['水联络'],
      [],
    ]);
    const acts = (await story.acts(answered.id)).filter((act) => act.startsWith('slip.'));
    expect(acts).toEqual(['slip.serve >', 'slip.open >', 'slip.reply served>replied']);
  });

  it('are one a rung with eight at the same time, and a firing that is killed loses a number, never gives it twice', async () => {
    const tasks = await Promise.all(Array.from({ length: 12 }, () => assigned()));
    const ids = tasks.map(({ id }) => id);
    await world.clock.set('2026-03-16T00:00:01Z');
    await world.passes({});
    const before = await lastNumber();
    // killed between the deed and the commit
    await expect(
      world.store.transaction(async (tx) => {
        await fireRungs().run();
        const [me] = await tx.query<{ pid: number }[]>('select pg_backend_pid() as pid');
        await kills(me?.pid ?? 0);
        await tx.query('select 1');
      }),
    ).rejects.toThrow();
    const lost = (await lastNumber()) - before;
    expect(lost).toBeGreaterThan(0);
    await Promise.all(Array.from({ length: 8 }, () => fireRungs().run()));
    const [row] = await world.store.query<Json>(
      `select count(*)::int as slips, count(distinct number)::int as numbers, count(distinct task_id)::int as tasks,
         min(substring(number from '〕(.*)号')::int) as first from slip where task_id = any($1)`,
      [ids],
    );
    expect(row).toEqual({ slips: 12, numbers: 12, tasks: 12, first: expect.any(Number) });
    expect(row?.first).toBeGreaterThan(before + lost);
    const { lost: voids } = await world.as('bureauHead').sees('/void-numbers?series=slip&year=2026');
    expect(voids).toHaveLength(lost);
  });

  it('are official documents', async () => {
    const task = await assigned();
    await at('2026-03-16T00:00:01Z');
    const [blue] = await slipsOf(task.id);
    const pdf = await world.as('waterHead').get(`${pathOf(blue)}/pdf`);
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await world.as('auditor').sees(pathOf(blue))).openings).toHaveLength(1);
    expect((await world.as('housingHead').get(`${pathOf(blue)}/pdf`)).status).toBe(404);
  });
});

describe('objections', () => {
  it('to a slip: decided by somebody else on a clock of its own; upheld, the slip is withdrawn and none follows', async () => {
    const task = await assigned();
    await at('2026-03-16T00:00:01Z');
    const [blue] = await slipsOf(task.id);
    const object = (by: PersonKey) =>
      world
        .as(by)
        .post(`/assignments/${blue.assignmentId}/objections`, { slipId: blue.id, words: '已于3月10日书面报送' });
    expect((await object('housingHead')).status).toBe(404);
    const { body } = await object('waterLiaison');
    expect((await object('waterHead')).body.code).toBe('slip.objectionMade');
    const { items } = await world.as('officer2').sees(`/objections?state=raised&taskId=${task.id}`);
    expect(items[0]).toMatchObject({
      id: body.id,
      against: 'slip',
      slipNumber: blue.number,
      actions: ['decide_objection'],
    });
    expect(items[0].decideBy).toBe('2026-03-23T15:59:59.999Z');
    const decide = (by: PersonKey, ifMatch = 1) =>
      world
        .as(by)
        .post(
          `/assignments/${blue.assignmentId}/objections/${body.id}/decide`,
          { verdict: 'uphold', reason: '报送属实' },
          { ifMatch },
        );
    expect((await decide('officer')).body.code).toBe('slip.makerMayNotDecide');
    expect((await decide('waterHead')).status).toBe(403);
    await expect(
      world.store.query(
        `update objection set state = 'decided', verdict = 'reject', reason = 'x', decided_by = raised_by, decided_at = now() where id = $1`,
        [body.id],
      ),
    ).rejects.toThrow('slip.makerMayNotDecide');
    // orange’s time comes while the objection is open: it waits
    await at('2026-03-19T00:00:01Z');
    expect(await told(task.id)).toEqual(['蓝 stands']);
    expect((await decide('officer2')).status).toBe(204);
    expect((await decide('bureauHead', 2)).body.code).toBe('slip.objectionDecided');
    await at('2026-03-30T00:00:01Z');
    const [after, ...others] = await slipsOf(task.id);
    expect([after?.state, after?.objection.verdict, others]).toEqual(['withdrawn', 'uphold', []]);
    const unknown = '/assignments/0198b000-0000-7000-8000-000000000000/objections';
    expect((await world.as('waterHead').post(unknown, { words: '不存在' })).status).toBe(404);
  });

  it('to a figure: upheld, the case is left out and the figure says so', async () => {
    const task = await assigned({ lead: 'housing' });
    expect(await figure()).toMatchObject({ total: 1, byOriginalDate: { onTime: 1, late: 0, of: 1 } });
    const { id: assignmentId } = await story.assignment(task.id, 'housing');
    const object = (by: PersonKey) =>
      world.as(by).post(`/assignments/${assignmentId}/objections`, { words: '系统停机' });
    expect((await object('housingHead')).body.code).toBe('slip.nothingHeld');
    await at('2026-03-16T00:00:01Z');
    expect(await figure()).toMatchObject({ total: 1, excluded: 0, byOriginalDate: { onTime: 0, late: 1, of: 1 } });
    const { items } = await world.as('housingLiaison').sees('/reports/timeliness/late');
    expect(items.map(({ assignmentId: one, actions }: Json) => [one, actions])).toEqual([[assignmentId, ['object']]]);
    const { body } = await object('housingLiaison');
    const decided = await world
      .as('bureauHead')
      .post(
        `/assignments/${assignmentId}/objections/${body.id}/decide`,
        { verdict: 'uphold', reason: '停机属实' },
        { ifMatch: 1 },
      );
    expect(decided.status).toBe(204);
    expect(await figure()).toMatchObject({
      total: 1,
      excluded: 1,
      objected: 1,
      byOriginalDate: { onTime: 0, late: 0, of: 0 },
    });
    // as it stood before the decision, the figure is what it was
    expect(await figure('&asOf=2026-03-16T00:00:00Z')).toMatchObject({ excluded: 0, byOriginalDate: { late: 1 } });
  });
});

describe('the overview', () => {
  it('shows every unit by what is open, due soon, overdue and by its slips', async () => {
    await at('2026-04-20T01:00:00Z');
    const { units } = await world.as('magistrate').sees('/lights');
    const water = units.find(({ unit }: Json) => unit.id === world.county.unit.water);
    expect(water.open).toBeGreaterThan(10);
    expect(water.overdue).toBeGreaterThan(10);
    expect(water.slips.map(({ level }: Json) => level)).toEqual([1, 2, 3]);
    expect((await world.as('waterHead').get('/lights')).status).toBe(403);
    expect((await world.as('viceMagistrate').sees('/lights')).units).toEqual([]);
  });
});

/** As when the process dies in the middle. */
async function kills(pid: number): Promise<void> {
  const client = new pg.Client({ connectionString: world.urls.superuserUrl });
  await client.connect();
  await client.query('select pg_terminate_backend($1)', [pid]);
  await client.end();
}
async function figure(more = ''): Promise<Json> {
  const report = await world.as('bureauHead').sees(`/reports/timeliness?unit=${world.county.unit.housing}${more}`);
  return report.all;
}
async function lastNumber(): Promise<number> {
  const [row] = await world.store.query<{ n: number }>(`select last_number('slip', 2026)::int as n`);
  return row?.n ?? 0;
}
