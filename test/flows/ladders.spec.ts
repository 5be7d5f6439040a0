import { TakeUpLadders } from '@ducha/deadline';
import { type Answer, type Json, World } from '#test-kit';
import { ringsAt } from './stories/ringing.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
  await world.clock.set('2026-03-02T01:00:00Z');
  await world.passes({});
});
afterAll(() => world.close());

const head = () => world.as('bureauHead');
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path, constraint }: Json) => `${path} ${constraint}`),
];
/** The text of a ladder as a form sends it back. */
const textOf = ({ title, titleZh, clock, kinds, importance, rungs }: Json): Json => ({
  ...{ title, titleZh, clock, kinds, ...(importance && { importance }) },
  rungs: rungs.map(({ level, channels, ...rung }: Json) => ({
    ...rung,
    ...(level && { level }),
    ...(channels && { channels }),
  })),
});
const rung = (offset: number, more: object = {}): Json => ({
  ...{ offset, unit: 'working_day', action: 'remind', audience: ['liaison'], ...more },
});
const own = (more: object = {}): Json => ({
  ...{ title: 'Petitions', titleZh: '信访事项办理', clock: 'answer', kinds: ['petition'], rungs: [rung(-2)], ...more },
});
const dueAt = '2026-03-13T15:59:59.999Z';
const at = (instant: string): Promise<void> => ringsAt(world, instant);
const spoken = async (taskId: string): Promise<string[]> =>
  (await story.told({ unit: 'water' }, taskId)).filter((kind) => kind.startsWith('clock.'));
const nextOf = async (taskId: string): Promise<string | undefined> => {
  const [row] = await world.store.query<{ at: string }>(
    `select to_char(next_rung_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as at from clock where task_id = $1 and kind = 'answer'`,
    [taskId],
  );
  return row?.at;
};

describe('ladders', () => {
  it('come with the product, readable by everybody, kept by the head of the bureau', async () => {
    const all: Json[] = await world.as('waterLiaison').sees('/ladders');
    expect(all.map(({ code, origin, revision, rungs }) => [code, origin, revision, rungs.length])).toEqual([
      ['answer', 'shipped', 1, 5],
      ['principal', 'shipped', 1, 1],
      ['reply', 'shipped', 1, 1],
      ['report', 'shipped', 1, 2],
      ['sign', 'shipped', 1, 3],
      ['supervisor', 'shipped', 1, 3],
    ]);
    expect((await world.as('officer').post('/ladders', { code: 'petition', ...own() })).status).toBe(403);
    expect(refusal(await head().get('/ladders/none'))).toEqual([404, 'deadline.ladderNotFound']);
    expect(refusal(await head().get('/ladders/none/revisions'))).toEqual([404, 'deadline.ladderNotFound']);
  });

  it('are refused with the field', async () => {
    const begin = async (more: object): Promise<unknown[]> =>
      refusal(await head().post('/ladders', { code: 'petition', ...own(more) }));
    const slip = (offset: number, level: number): Json => rung(offset, { action: 'slip', level });
    expect(await begin({ rungs: [] })).toEqual([422, 'deadline.ladderWrong', 'rungs notEmpty']);
    expect(await begin({ rungs: [rung(0, { audience: [] })] })).toEqual([
      422,
      'deadline.ladderWrong',
      'rungs[0].audience notEmpty',
    ]);
    expect(await begin({ rungs: [rung(1), rung(1)] })).toEqual([422, 'deadline.ladderWrong', 'rungs[1].offset twice']);
    expect(await begin({ rungs: [slip(0, 1), slip(3, 3)] })).toEqual([
      422,
      'deadline.ladderWrong',
      'rungs[1].level formerSlip',
    ]);
    expect(await begin({ rungs: [slip(0, 1), slip(3, 2), slip(5, 1)] })).toEqual([
      422,
      'deadline.ladderWrong',
      'rungs[2].level loop',
    ]);
    expect(await begin({ rungs: [rung(0, { template: 'x', audience: ['x'] })] })).toEqual([
      ...[422, 'deadline.ladderWrong', 'rungs[0].audience[0] known', 'rungs[0].template known'],
    ]);
    expect(await begin({ kinds: [] })).toEqual([422, 'deadline.ladderOverlaps', 'kinds overlaps']);
    expect(await begin({ effectiveAt: '2020-01-01T00:00:00Z' })).toEqual([
      422,
      'deadline.ladderWaits',
      'effectiveAt ahead',
    ]);
    const exists = await head().post('/ladders', { code: 'answer', ...own() });
    expect(refusal(exists)).toEqual([409, 'deadline.ladderExists', 'code unique']);
    const answer = await head().sees('/ladders/answer');
    const moved = { ...textOf(answer), kinds: ['petition'] };
    expect(refusal(await head().put('/ladders/answer', moved, { ifMatch: 1 }))).toEqual([
      422,
      'deadline.ladderOfProduct',
      'clock fixed',
    ]);
    expect((await head().put('/ladders/answer', textOf(answer), { ifMatch: 9 })).status).toBe(412);
    expect((await head().sees('/ladders')).length).toBe(6);
  });

  it('changed: says which clocks gain and lose, moves them, and nothing that has fired fires again', async () => {
    const task = await story.assigned({ dueAt });
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    await at('2026-03-10T00:00:01Z');
    expect([await spoken(task.id), await nextOf(task.id)]).toEqual([['clock.remind'], '03-12 08:00']);
    const before = await head().sees('/ladders/answer');
    const text = textOf(before);
    // the reminder that has fired moves ahead of today and must stay silent; one more the day before, one fewer in the end
    text.rungs[0].offset = -2;
    text.rungs = [...text.rungs.slice(0, -1), rung(2, { audience: ['liaison'], action: 'escalate' })];
    const preview = await head().does('/ladders/answer/preview', text);
    expect(preview).toMatchObject({ open: 1, gaining: 1, losing: 1, rungsGained: 1, rungsLost: 1 });
    expect(preview.examples).toEqual([
      {
        clockId: expect.any(String),
        kind: 'answer',
        taskId: task.id,
        number: task.number,
        title: task.title,
        gained: 1,
        lost: 1,
      },
    ]);
    const edited = await head().put('/ladders/answer', text, { ifMatch: 1 });
    expect(edited.body).toMatchObject({ revision: 2, origin: 'edited', shippedText: 'same', taken: true });
    await world.settles();
    await at('2026-03-11T00:00:01Z');
    expect(await spoken(task.id)).toEqual(['clock.remind']);
    await at('2026-03-18T00:00:01Z');
    expect(await spoken(task.id)).toEqual(['clock.remind', 'clock.escalate']);
    const [row] = await world.store.query(
      `select count(*)::int as n, max(facts ->> 'missed') as missed from notice where task_id = $1 and kind = 'clock.escalate' and unit_id is not null`,
      [task.id],
    );
    // the reminder of the day before, the end and the new rung were caught up in one
    expect(row).toEqual({ n: 1, missed: '2' });
    const revisions = await head().sees('/ladders/answer/revisions');
    expect(revisions.map(({ revision }: Json) => revision)).toEqual([2, 1]);
    const back = await head().post('/ladders/answer/withdraw', {}, { ifMatch: 2 });
    expect(back.body).toMatchObject({ revision: 3, origin: 'shipped', rungs: before.rungs });
    await world.settles();
  });

  it('of the county’s own holds from its instant, for its kind and weight alone, until it is given up', async () => {
    await world.clock.set('2026-03-30T01:00:00Z');
    await world.passes({});
    const [plain, weighty] = [
      await story.assigned({ dueAt: '2026-04-17T15:59:59.999Z' }),
      await story.assigned({ dueAt: '2026-04-17T15:59:59.999Z' }),
    ];
    await story.does('officer', weighty.id, 'correct', { reason: '县委常委会议定', importance: 'important' });
    const body = own({
      ...{ kinds: [], importance: 'important', effectiveAt: '2026-04-01T01:00:00Z' },
      rungs: [rung(-10), rung(0, { action: 'slip', level: 2, audience: ['unit_head', 'lead_leader'] })],
    });
    expect((await head().does('/ladders', { code: 'weighty', ...body })).taken).toBe(false);
    await world.settles();
    expect([await nextOf(plain.id), await nextOf(weighty.id)]).toEqual(['04-14 08:00', '04-14 08:00']);
    await at('2026-04-01T01:00:01Z');
    await world.app.get(TakeUpLadders, { strict: false }).run();
    expect([await nextOf(plain.id), await nextOf(weighty.id)]).toEqual(['04-14 08:00', '04-02 08:00']);
    await story.does('officer', weighty.id, 'correct', { reason: '转为一般事项', importance: 'ordinary' });
    expect(await nextOf(weighty.id)).toBe('04-14 08:00');
    const gone = await head().post('/ladders/weighty/withdraw', {}, { ifMatch: 1 });
    expect(gone.body.retired).toBe(true);
    expect((await head().sees('/ladders')).length).toBe(6);
  });

  it('are rehearsed on a template task, with posts that nobody holds and channels that carry nothing', async () => {
    const { unit, person } = world.county;
    const ladder = own({
      rungs: [
        rung(-1, { channels: ['sms'] }),
        rung(0, { action: 'slip', level: 1, audience: ['unit_head', 'lead_leader'] }),
      ],
    });
    const rehearse = (more: object): Promise<Json> =>
      world.as('officer').does('/ladders/rehearsal', { ladder, dueAt, unitId: unit.water, ...more });
    const { rungs } = await rehearse({ principalId: person.magistrate });
    expect(
      rungs.map(({ at: when, action, level, vacant, silentChannels }: Json) => [
        when,
        action,
        level,
        vacant,
        silentChannels,
      ]),
    ).toEqual([
      ['2026-03-12T00:00:00.000Z', 'remind', null, [], ['sms']],
      ['2026-03-16T00:00:00.000Z', 'slip', 1, ['lead_leader'], []],
    ]);
    expect(rungs[0].units).toEqual([{ id: unit.water, name: '县水利局' }]);
    expect(rungs[1].people.map(({ name }: Json) => name).sort()).toEqual(['程远', '水局长'].sort());
    expect((await world.as('waterLiaison').post('/ladders/rehearsal', { ladder, dueAt })).status).toBe(403);
    const wrong = await world.as('officer').post('/ladders/rehearsal', { ladder: own({ rungs: [] }), dueAt });
    expect(refusal(wrong)).toEqual([422, 'deadline.ladderWrong', 'rungs notEmpty']);
  });

  it('have slips whose names and colours are the county’s', async () => {
    const { version, levels } = await world.as('waterLiaison').sees('/slip-levels');
    expect(levels.map(({ nameZh }: Json) => nameZh)).toEqual(['蓝色督办单', '橙色督办单', '红色督办单']);
    const yellow = levels.map((one: Json) =>
      one.level === 2 ? { ...one, name: 'Yellow slip', nameZh: '黄色督办单', colour: '#874d00' } : one,
    );
    expect((await head().put('/slip-levels', { levels: yellow }, { ifMatch: version })).body).toMatchObject({
      version: 1,
    });
    expect((await head().put('/slip-levels', { levels }, { ifMatch: version })).status).toBe(412);
    const pale = levels.map((one: Json) => ({ ...one, colour: '#ffff00' }));
    expect(refusal(await head().put('/slip-levels', { levels: pale }, { ifMatch: 1 }))).toEqual([
      ...[
        422,
        'deadline.slipLevelsWrong',
        'levels[0].colour contrast',
        'levels[1].colour contrast',
        'levels[2].colour contrast',
      ],
    ]);
    await head().put('/slip-levels', { levels }, { ifMatch: 1 });
    const three = own({
      rungs: [1, 2, 3].map((level) => rung(level, { action: 'slip', level, audience: ['unit_head'] })),
    });
    await head().does('/ladders', { code: 'petition', ...three });
    expect(refusal(await head().put('/slip-levels', { levels: levels.slice(0, 2) }, { ifMatch: 2 }))).toEqual([
      ...[422, 'deadline.slipLevelUsed', 'levels used'],
    ]);
  });
});
