import { LapseConclusions } from '@ducha/inspection';
import { type Json, type PersonKey, World } from '#test-kit';
import { FindingStory } from './stories/finding-story.js';
import { textOf } from './stories/profile-text.js';
import { comes, rings } from './stories/ringing.js';

jest.setTimeout(120_000);
let world: World;
let s: FindingStory;
beforeAll(async () => {
  world = await World.open();
  s = new FindingStory(world);
  // a Monday in office hours: whoever jumps into an evening hears nothing before the morning
  await comes(world, '2026-03-02T01:00:00Z');
  await s.begins();
});
afterAll(() => world.close());

/** The clocks of a conclusion in the order in which they began, as `kind state whose`. */
const clocks = async (id: string): Promise<string[]> => {
  const rows = await world.store.query<Json>(
    `select kind, state, unit_id from clock where conclusion_id = $1 order by armed_at, id`,
    [id],
  );
  return rows.map(({ kind, state, unit_id }) => `${kind} ${state} ${unit_id === null ? 'bureau' : 'unit'}`);
};

const deadlines = async (by: PersonKey, id: string): Promise<Json[]> => {
  const span = `from=${await s.inDays(-1)}&to=${await s.inDays(60)}`;
  const { clocks: mine } = await world.as(by).sees(`/clocks?${span}`);
  return mine.filter(({ conclusion }: Json) => conclusion?.id === id);
};

/** What rungs said about a conclusion, as `kind clock to whom`. */
const said = async (id: string): Promise<string[]> => {
  const names = new Map<string, string>([
    ...Object.entries(world.county.person).map(([key, one]) => [one, key] as const),
    ...Object.entries(world.county.unit).map(([key, one]) => [one, key] as const),
  ]);
  const rows = await world.store.query<Json>(
    `select kind, facts ->> 'clock' as clock, coalesce(person_id, unit_id) as reader from notice
     where kind like 'clock.%' and facts ->> 'conclusionId' = $1 order by id`,
    [id],
  );
  return rows.map(({ kind, clock, reader }) => `${kind} ${clock} ${names.get(reader) ?? reader}`);
};

/** The instant one hour into office hours of the working day before a clock of a conclusion ends. */
const until = async (id: string, kind: string, days: number): Promise<void> => {
  const [row] = await world.store.query<{ days: number }>(
    `select greatest(0, floor(extract(epoch from due_at - now()) / 86400))::int as days from clock
     where conclusion_id = $1 and kind = $2 and state = 'running'`,
    [id, kind],
  );
  await world.passes({ days: (row?.days ?? 0) + days });
  await rings(world);
};

describe('the time of a conclusion', () => {
  let id: string;
  let findingId: string;

  it('is the object’s while it checks the facts: a clock with rungs among its own deadlines', async () => {
    ({ id: findingId } = await s.confirmed());
    ({ id } = (await s.drafts(s.unit('town'), { findingIds: [findingId] })).body);
    expect(await clocks(id)).toEqual([]);
    const sent = await s.does('officer2', 'conclusions', id, 'fact-check');
    expect(await clocks(id)).toEqual(['fact_check running unit']);
    const [mine] = await deadlines('townLiaison', id);
    expect(mine).toMatchObject({
      kind: 'fact_check',
      holder: 'object',
      dueAt: sent.checkDueAt,
      taskId: null,
      conclusion: { id, reviewId: null, inspection: '驻村帮扶专项督查', unit: { id: s.unit('town') } },
    });
    expect(mine?.basis).toMatchObject({ profile: 'county.supervision' });
    expect(await deadlines('waterLiaison', id)).toEqual([]);
    expect(await deadlines('officer2', id)).toHaveLength(1);
    expect(await deadlines('officer', id)).toEqual([]);
    await until(id, 'fact_check', 0);
    expect(await said(id)).toEqual(['clock.remind fact_check town', 'clock.remind fact_check townHead']);
  });

  it('is the bureau’s while it decides on what the object said, and never charged to the unit', async () => {
    const points = [{ findingId, words: '当日已清运' }];
    await s.does('townHead', 'conclusions', id, 'statement', { words: '有出入', points });
    expect(await clocks(id)).toEqual(['fact_check met unit', 'fact_point running bureau']);
    expect(await deadlines('townLiaison', id)).toEqual([]);
    expect(await deadlines('officer2', id)).toMatchObject([{ kind: 'fact_point', unit: null, holder: 'bureau' }]);
    const { holders } = await world.as('auditor').sees(`/reports/holder-days?unit=${s.unit('town')}`);
    expect(holders.filter(({ holder }: Json) => holder === 'unit')).toEqual([]);
    await until(id, 'fact_point', 2);
    expect((await said(id)).slice(2)).toContain('clock.overdue fact_point bureauHead');
    expect((await said(id)).slice(2).filter((one) => one.includes('town'))).toEqual([]);
    const stands = { outcome: 'stands', reason: '照片为证' };
    await s.does('officer2', 'conclusions', id, `points/${findingId}/decide`, stands);
    expect(await clocks(id)).toEqual(['fact_check met unit', 'fact_point met bureau']);
  });

  it('is the object’s again to apply, and the government’s to decide', async () => {
    await s.does('magistrate', 'conclusions', id, 'issue');
    await s.does('townLiaison', 'conclusions', id, 'receive');
    expect((await clocks(id)).slice(2)).toEqual(['review_apply running unit']);
    expect(await deadlines('townHead', id)).toMatchObject([{ kind: 'review_apply', holder: 'object' }]);
    const first = await s.does('townHead', 'conclusions', id, 'reviews', { grounds: '数据有误' });
    expect((await clocks(id)).slice(2)).toEqual(['review_apply met unit', 'review_decide running bureau']);
    const { reviewUntil } = await s.page('conclusions', id);
    await s.does('townHead', 'reviews', first.id, 'withdraw');
    expect((await clocks(id)).slice(3)).toEqual(['review_decide cancelled bureau', 'review_apply running unit']);
    expect((await s.page('conclusions', id)).reviewUntil).toBe(reviewUntil);
    const review = await s.does('townHead', 'conclusions', id, 'reviews', { grounds: '仍有异议' });
    expect(await deadlines('townHead', id)).toEqual([]);
    for (const by of ['magistrate', 'bureauHead'] as const)
      expect(await deadlines(by, id)).toMatchObject([
        { kind: 'review_decide', dueAt: review.decideBy, conclusion: { reviewId: review.id } },
      ]);
    expect(await deadlines('reviewer', id)).toEqual([]);
    await s.does('secretary', 'reviews', review.id, 'admit', { reviewerId: world.county.person.reviewer });
    expect(await deadlines('reviewer', id)).toMatchObject([
      { kind: 'review_decide', dueAt: review.decideBy, conclusion: { reviewId: review.id } },
    ]);
    await until(id, 'review_decide', 0);
    expect((await said(id)).filter((one) => one.includes('review_decide'))).toEqual([
      'clock.remind review_decide reviewer',
    ]);
    await s.does('reviewer', 'reviews', review.id, 'propose', { verdict: 'uphold', words: '事实清楚' });
    await s.does('secretary', 'reviews', review.id, 'decide', { verdict: 'uphold', words: '维持' });
    expect((await clocks(id)).slice(-2)).toEqual(['review_apply met unit', 'review_decide met bureau']);
  });
});

describe('time that runs out', () => {
  it('ends the object’s clocks without a breach: silence is no objection, and no application leaves it final', async () => {
    const { id: findingId } = await s.confirmed('groupMember', 'water', { words: '河道有垃圾' });
    const { id } = (await s.drafts(s.unit('water'), { findingIds: [findingId] })).body;
    await s.does('officer2', 'conclusions', id, 'fact-check');
    await until(id, 'fact_check', 2);
    await world.app.get(LapseConclusions, { strict: false }).run();
    expect(await clocks(id)).toEqual(['fact_check cancelled unit']);
    await s.does('magistrate', 'conclusions', id, 'issue');
    await s.does('waterHead', 'conclusions', id, 'receive');
    await until(id, 'review_apply', 2);
    await world.app.get(LapseConclusions, { strict: false }).run();
    expect((await clocks(id)).slice(1)).toEqual(['review_apply cancelled unit']);
    expect(await s.page('conclusions', id)).toMatchObject({ state: 'final' });
    const overdue = (await said(id)).filter((one) => !one.startsWith('clock.remind'));
    expect(overdue).toEqual([]);
  });

  it('moves with the rule it rests on, and says why', async () => {
    const { id } = (await s.drafts(s.unit('city'), { findingIds: [], cleared: true })).body;
    const { checkDueAt } = await s.does('officer2', 'conclusions', id, 'fact-check');
    const profile = await world.as('bureauHead').sees('/law-profiles/county.supervision');
    const longer = profile.clocks.map((one: Json) =>
      one.code === 'fact_check' ? { ...one, term: { n: 9, unit: 'working_day' } } : one,
    );
    const changed = await world
      .as('bureauHead')
      .put('/law-profiles/county.supervision', textOf({ ...profile, clocks: longer }), { ifMatch: profile.revision });
    expect(changed.status).toBe(200);
    await world.settles();
    expect((await s.page('conclusions', id)).checkDueAt > checkDueAt).toBe(true);
    const [mine] = await deadlines('cityHead', id);
    expect(mine?.originalDueAt).toBe(checkDueAt);
    expect(mine?.changes).toMatchObject([{ because: 'calendar' }]);
  });
});
