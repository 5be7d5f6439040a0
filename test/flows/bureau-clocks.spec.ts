import { type Json, World } from '#test-kit';
import { matterStory } from './stories/matter-story.js';
import { comes, rings, ringsAt } from './stories/ringing.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
const { message, act } = matterStory(() => world);
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
  await world.store.query(`update unit set division_code = '410225100' where id = $1`, [world.county.unit.town]);
});
afterAll(() => world.close());

const shown = (instant: string | null): string | null =>
  instant && new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const clocksOf = async (id: string): Promise<Json[]> => (await world.as('officer').sees(`/tasks/${id}/clocks`)).clocks;
const clock = async (id: string, kind: string): Promise<Json> =>
  (await clocksOf(id)).findLast((one: Json) => one.kind === kind);
const ofMatter = (id: string): Promise<Json[]> =>
  world.store.query<Json>(
    'select kind, state, due_at, ended_at from clock where matter_id = $1 order by armed_at, id',
    [id],
  );

/** A Tuesday, ten in the morning in the county. */
const tuesday = '2026-03-31T02:00:00Z';
const kind = 'deputy_suggestion';

/** Henan’s law as the county could have written it: eight working hours after delivery it counts as received. */
async function receiptAfter(hours: number): Promise<void> {
  const path = '/law-profiles/henan.deputy_suggestion';
  const { clocks, ...view } = await world.as('bureauHead').sees(path);
  const { code: _c, revision, origin: _o, shippedText: _s, madeAt: _m, to: _t, receiptAfterHours: _r, ...text } = view;
  const kept = clocks.map(({ term, yearly, extendedTo, extensions, importance, ...one }: Json) => ({
    ...one,
    ...(term ? { term } : { yearly }),
    ...(extendedTo && { extendedTo, extensions }),
    ...(importance && { importance }),
  }));
  const answer = await world
    .as('bureauHead')
    .put(path, { ...text, receiptAfterHours: hours, clocks: kept }, { ifMatch: revision });
  expect(answer.status).toBe(200);
  await world.settles();
}

/** Sent out on that Tuesday with no date but the law’s: three months from the receipt. */
async function sentByLaw(): Promise<Json> {
  await comes(world, tuesday);
  const mandateId = await story.mandate();
  await world.store.query('update standing_mandate set source_kind = $2 where id = $1', [mandateId, kind]);
  const { dueAt: _none, ...body } = story.aTask({ door: 'mandate', mandateId, kind, dispatch: true });
  const { id } = await world.as('officer').does('/tasks', body);
  await world.settles();
  return story.page(id);
}

describe('what counts as receipt', () => {
  beforeAll(() => receiptAfter(8));

  it('starts the law’s term with the signature, and at the latest so many working hours after delivery', async () => {
    const task = await sentByLaw();
    const waiting = await clock(task.id, 'answer');
    expect([shown(waiting.startedAt)?.slice(0, 10), shown(waiting.dueAt)]).toEqual(['2026-04-01', '2026-07-01 23:59']);
    await comes(world, '2026-03-31T03:00:00Z');
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    const signed = await clock(task.id, 'answer');
    expect([shown(signed.startedAt)?.slice(0, 10), shown(signed.dueAt), shown(signed.originalDueAt)]).toEqual([
      '2026-03-31',
      '2026-06-30 23:59',
      '2026-07-01 23:59',
    ]);
    expect(signed.changes.map(({ because }: Json) => because)).toEqual(['receipt']);
    const page = await story.page(task.id);
    expect([shown(page.dueAt), shown((await story.assignment(task.id, 'water')).dueAt)]).toEqual([
      '2026-06-30 23:59',
      '2026-06-30 23:59',
    ]);
  });

  it('gains nothing by not signing', async () => {
    const task = await sentByLaw();
    await comes(world, '2026-04-20T03:00:00Z');
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    const signed = await clock(task.id, 'answer');
    expect([shown(signed.dueAt), signed.changes]).toEqual(['2026-07-01 23:59', []]);
  });

  it('counts refused service once two persons recorded it', async () => {
    const task = await sentByLaw();
    const { id } = await story.assignment(task.id, 'water');
    const words = { reason: '联络员拒绝接收，称不属本单位职责' };
    const refuse = async (by: 'officer' | 'bureauHead' | 'waterLiaison', confirm = ''): Promise<unknown[]> => {
      const { version } = await story.assignment(task.id, 'water');
      const answer = await world
        .as(by)
        .post(`/assignments/${id}/refused-service${confirm}`, confirm ? {} : words, { ifMatch: version });
      return [answer.status, answer.body?.code];
    };
    expect(await refuse('bureauHead', '/confirm')).toEqual([409, 'task.refusalNotFound']);
    expect((await refuse('waterLiaison'))[0]).toBe(403);
    expect((await story.assignment(task.id, 'water')).actions).toContain('refuse_service');
    expect((await refuse('officer'))[0]).toBe(204);
    expect(await refuse('officer')).toEqual([409, 'task.refusalRecorded']);
    expect(shown((await clock(task.id, 'answer')).dueAt)).toBe('2026-07-01 23:59');
    expect(await refuse('officer', '/confirm')).toEqual([403, 'task.refusalOwn']);
    expect((await story.assignment(task.id, 'water')).actions).not.toContain('confirm_refusal');
    expect((await refuse('bureauHead', '/confirm'))[0]).toBe(204);
    expect(shown((await clock(task.id, 'answer')).dueAt)).toBe('2026-06-30 23:59');
    expect((await story.assignment(task.id, 'water')).refusal).toMatchObject({ confirmed: true });
    expect(await story.acts(task.id)).toEqual(
      expect.arrayContaining(['assignment.refuse_service >', 'assignment.confirm_refusal >']),
    );
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    expect(await refuse('officer')).toEqual([409, 'task.refusalNotNow']);
  });
});

describe('the bureau’s own time', () => {
  it('runs from what comes in until it is handled, and again from closing until the asker is answered', async () => {
    await comes(world, '2026-03-02T01:00:00Z');
    const matter = await message();
    expect((await ofMatter(matter.id)).map((one) => [one.kind, one.state, shown(one.due_at.toISOString())])).toEqual([
      ['triage', 'running', '2026-03-09 23:59'],
    ]);
    await ringsAt(world, '2026-03-06T00:00:01Z');
    await ringsAt(world, '2026-03-10T00:00:01Z');
    const told = await world.store.query<Json>(
      `select kind, person_id, facts ->> 'clock' as clock from notice where matter_id = $1 and kind like 'clock.%' order by id`,
      [matter.id],
    );
    expect(told.map(({ kind: said, clock: of }: Json) => `${said} ${of}`)).toEqual([
      'clock.remind triage',
      'clock.overdue triage',
    ]);
    const mandateId = await story.mandate();
    const registered = await act(matter, 'register', {
      by: 'mandate',
      mandateId,
      task: { leadUnitId: world.county.unit.water, dueAt: '2026-03-20T15:59:59.999Z', importance: 'important' },
      dispatch: true,
    });
    await world.settles();
    expect((await ofMatter(matter.id)).map((one) => `${one.kind} ${one.state}`)).toEqual(['triage met']);
    const taskId = registered.task.id;
    expect((await story.page(taskId)).importance).toBe('important');
    await story.answers(taskId, 'water');
    await story.passes(taskId);
    await story.does('bureauHead', taskId, 'close');
    expect((await ofMatter(matter.id)).map((one) => `${one.kind} ${one.state}`)).toEqual([
      'triage met',
      'reply running',
    ]);
    const { signatories, clock: running } = await world.as('officer').sees(`/matters/${matter.id}`);
    expect(running).toMatchObject({ kind: 'reply', breached: false });
    await act(matter, 'reply', { body: '已修复。', signatoryIds: signatories.map(({ id }: Json) => id) });
    expect((await ofMatter(matter.id)).map((one) => `${one.kind} ${one.state}`)).toEqual(['triage met', 'reply met']);
  });

  it('arms nothing for an accusation', async () => {
    const [row] = await world.store.query<{ n: number }>(
      `select count(*)::int as n from clock c join matter m on m.id = c.matter_id where m.restricted`,
    );
    expect(row?.n).toBe(0);
  });

  it('is nobody’s but its holder’s in the figures: a unit is not charged with the time of a decision', async () => {
    await comes(world, '2026-03-02T01:00:00Z');
    const task = await story.assigned({ dueAt: '2026-03-13T15:59:59.999Z', lead: 'housing' });
    const days = async (): Promise<Record<string, number>> => {
      const query = `unit=${world.county.unit.housing}`;
      const { holders } = await world.as('auditor').sees(`/reports/holder-days?${query}`);
      return Object.fromEntries(holders.map(({ holder, days: n }: Json) => [holder, Math.round(n)]));
    };
    await story.unitDoes('housingLiaison', task.id, 'housing', 'sign');
    await comes(world, '2026-03-04T01:00:00Z');
    const { id } = await story.assignment(task.id, 'housing');
    const { id: extensionId } = await world.as('housingLiaison').does(`/assignments/${id}/extensions`, {
      reason: '汛期',
      progress: '过半',
      dueAt: '2026-03-20T15:59:59.999Z',
    });
    await comes(world, '2026-03-07T01:00:00Z');
    expect(await days()).toMatchObject({ unit: 2, bureau: 3 });
    const { extensions } = await world.as('officer').sees(`/tasks/${task.id}/extensions`);
    const { version } = extensions.find((one: Json) => one.id === extensionId);
    await world
      .as('officer')
      .does(
        `/assignments/${id}/extensions/${extensionId}/decide`,
        { decision: 'grant', words: '同意' },
        { ifMatch: version },
      );
    await comes(world, '2026-03-10T01:00:00Z');
    await story.does('officer', task.id, 'suspend', { reason: '等待上级批复' });
    await comes(world, '2026-03-16T01:00:00Z');
    expect(await days()).toMatchObject({ unit: 5, bureau: 3 });
    expect((await world.as('waterLiaison').get('/reports/holder-days')).status).toBe(403);
    expect((await world.as('auditor').get('/reports/holder-days?month=2026-13')).status).toBe(400);
  });
});

describe('routine reports', () => {
  it('have a clock each, met by the report, said in time and once', async () => {
    await comes(world, '2026-03-02T01:00:00Z');
    const task = await story.assigned({
      dueAt: '2026-06-30T15:59:59.999Z',
      reportEvery: 'month',
      reportWhy: '跟踪进度',
    });
    expect((await clocksOf(task.id)).map((one) => one.kind)).toEqual(['sign', 'answer']);
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    const first = await clock(task.id, 'report');
    expect([first.state, shown(first.dueAt), first.holder]).toEqual(['running', '2026-04-02 23:59', 'unit']);
    await ringsAt(world, '2026-04-02T03:00:00Z');
    await rings(world);
    expect((await story.told({ unit: 'water' }, task.id)).filter((said) => said.startsWith('clock.'))).toEqual([
      'clock.remind',
    ]);
    await story.unitDoes('waterLiaison', task.id, 'water', 'report', { progress: '完成一半' });
    const [met, next] = (await clocksOf(task.id)).filter((one: Json) => one.kind === 'report');
    expect([met.state, met.breached, next.state, shown(next.dueAt)]).toEqual([
      'met',
      false,
      'running',
      '2026-05-02 23:59',
    ]);
    await story.does('officer', task.id, 'correct', { reason: '减负', reportEvery: 'quarter' });
    expect(shown((await clock(task.id, 'report')).dueAt)).toBe('2026-07-02 23:59');
    await story.does('officer', task.id, 'correct', { reason: '减负', reportEvery: 'never' });
    expect((await clock(task.id, 'report')).state).toBe('cancelled');
  });
});

describe('hearings', () => {
  it('stop the time of petitions, whose law does not count them, and of nothing else', async () => {
    await comes(world, '2026-03-02T01:00:00Z');
    const other = await story.assigned();
    expect(await story.refused('officer', other.id, 'suspend', { reason: '听证', ground: 'hearing' })).toEqual([
      422,
      'task.hearingNotCounted',
      'ground',
    ]);
    const task = await story.assigned({ kind: 'petition', dueAt: '2026-03-13T15:59:59.999Z' });
    await story.does('officer', task.id, 'suspend', { reason: '3月2日至5日听证', ground: 'hearing' });
    await comes(world, '2026-03-05T05:30:00Z');
    await story.does('officer', task.id, 'resume');
    const [answer, page] = [await clock(task.id, 'answer'), await story.page(task.id)];
    // three days and some hours: the end of a day stays one
    expect([shown(answer.dueAt), shown(page.dueAt)]).toEqual(['2026-03-17 23:59', '2026-03-17 23:59']);
    expect(page.suspensions[0]).toMatchObject({ ground: 'hearing' });
  });
});

describe('a vacant post', () => {
  it('is told to who can fill it when work is given to its unit, once a day', async () => {
    await comes(world, '2026-03-02T01:00:00Z');
    const { unit, person } = world.county;
    await world.store.query(
      `update post set to_at = now() - interval '1 hour' where unit_id = $1 and role = 'unit_head'`,
      [unit.city],
    );
    const told = async (): Promise<Json[]> =>
      world.store.query<Json>(`select kind, person_id from notice where kind like 'post.vacant%' and person_id = $1`, [
        person.sysadmin,
      ]);
    await story.assigned({ lead: 'city' });
    await story.assigned({ lead: 'city' });
    expect((await told()).map(({ kind: said }: Json) => said)).toEqual(['post.vacant_unit_head']);
    const { items } = await world.as('sysadmin').sees('/notices');
    expect(items[0]).toMatchObject({ kind: 'post.vacant_unit_head', taskId: null });
    expect(items[0].facts.unitName).toBeTruthy();
  });
});

describe('a whole row of figures', () => {
  it('is objected to in one act, case by case', async () => {
    await comes(world, '2026-03-02T01:00:00Z');
    for (let n = 0; n < 3; n += 1) await story.assigned({ lead: 'town', dueAt: '2026-03-06T15:59:59.999Z' });
    await comes(world, '2026-03-12T01:00:00Z');
    const path = '/reports/timeliness/late/objections';
    const words = { words: '汛期道路中断，已报告' };
    expect(await world.as('townLiaison').does(path, words)).toEqual({ raised: 3 });
    const again = await world.as('townLiaison').post(path, words);
    expect([again.status, again.body.code]).toEqual([409, 'slip.nothingHeld']);
    const { items } = await world.as('townLiaison').sees('/objections');
    expect(items.filter(({ against }: Json) => against === 'figure')).toHaveLength(3);
    expect((await world.as('townLiaison').post(path, { words: '' })).status).toBe(400);
  });
});

describe('one’s own deadlines', () => {
  const mine = async (
    by: 'officer' | 'officer2' | 'bureauHead' | 'clerk' | 'waterHead' | 'magistrate',
  ): Promise<Json[]> => {
    const now = (await world.seconds()) * 1000;
    const [from, to] = [now - 86_400_000, now + 60 * 86_400_000].map((at) => new Date(at).toISOString());
    return (await world.as(by).sees(`/clocks?from=${from}&to=${to}`)).clocks;
  };
  const about = async (by: Parameters<typeof mine>[0], id: string): Promise<Json[]> =>
    (await mine(by)).filter(({ matter }) => matter?.id === id).map(({ kind: of, matter }) => [of, matter.title]);
  const feed = async (): Promise<string> => {
    const wanted = { name: '日历', acts: ['clock.read'], expiresAt: '2026-12-31T00:00:00Z' };
    const { token } = await world.as('officer').does('/access-tokens', wanted);
    return (await world.stranger().get(`/clocks/feed/${token}.ics`)).text;
  };

  it('name matters that wait for triage to whoever may do it, with their number in the calendar', async () => {
    await comes(world, '2026-05-11T01:00:00Z');
    const matter = await message({ title: '东关桥路灯不亮' });
    for (const by of ['officer', 'bureauHead', 'clerk'] as const)
      expect(await about(by, matter.id)).toEqual([['triage', '东关桥路灯不亮']]);
    for (const by of ['waterHead', 'magistrate'] as const) expect(await about(by, matter.id)).toEqual([]);
    const text = await feed();
    expect(text).toContain(matter.intakeNo);
    expect(text).not.toContain('东关桥');
  });

  it('never name a restricted one, not even to whoever handles it', async () => {
    const matter = await message({ title: '反映吃拿卡要' });
    await world.store.query('update matter set restricted = true where id = $1', [matter.id]);
    expect(
      await world.store.query(`select kind from clock where matter_id = $1 and state = 'running'`, [matter.id]),
    ).toEqual([{ kind: 'triage' }]);
    for (const by of ['officer', 'bureauHead', 'clerk'] as const) expect(await about(by, matter.id)).toEqual([]);
    expect(await feed()).not.toContain(matter.intakeNo);
  });
});
