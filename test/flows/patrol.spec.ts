import { type Json, type PersonKey, World } from '#test-kit';
import { refusal } from './stories/finding-story.js';
import { InspectionStory } from './stories/inspection-story.js';

jest.setTimeout(120_000);
let world: World;
let s: InspectionStory;
let id: string;

/** A standing patrol of two groups over four objects for two months; the second group is one person. */
beforeAll(async () => {
  world = await World.open();
  s = new InspectionStory(world);
  await s.plantFrame(1);
  await s.trains('groupLeader', 'groupMember', 'officer', 'officer2');
  const plan = {
    ...(await s.plan({ fromOn: await s.day(0), toOn: await s.day(60), type: 'daily', name: '常态化巡查' })),
    objects: (['town', 'water', 'housing', 'city'] as const).map((key) => ({ unitId: s.unit(key) })),
    sites: [],
    groups: [
      { name: '第一组', charter: '巡查', leaderId: s.person('groupLeader'), memberIds: [s.person('groupMember')] },
      { name: '第二组', charter: '巡查', leaderId: s.person('officer'), memberIds: [] },
    ],
  };
  ({ id } = await world.as('officer').does('/inspections', { name: '常态化巡查', standing: true }));
  expect(await s.plans(id, plan)).toMatchObject({ status: 200 });
  for (const [act, by] of [
    ['propose', 'officer'],
    ['approve', 'magistrate'],
    ['release', 'bureauHead'],
  ] as const)
    expect((await s.acts(id, act, by)).body).toMatchObject({ id });
  await s.actsForInspection('groupLeader');
});
afterAll(() => world.close());

const rosters = (fromOn: string, toOn: string, more: object = {}, by: PersonKey = 'officer2') =>
  world.as(by).put(`/inspections/${id}/roster`, { fromOn, toOn, everyDay: true, ...more });
const turns = ({ days }: Json): unknown[] =>
  days.map((day: Json) => day.turns.map(({ unit, group }: Json) => [unit.id, group]));

describe('a standing patrol', () => {
  it('has a roster in which the groups change places every day', async () => {
    const answer = await rosters(await s.day(0), await s.day(2));
    expect(answer.status).toBe(200);
    const all = turns(answer.body) as [string, number][][];
    expect(all.map((day) => day.map(([, group]) => group))).toEqual([
      [1, 1, 2, 2],
      [2, 2, 1, 1],
      [1, 1, 2, 2],
    ]);
    expect(turns((await rosters(await s.day(0), await s.day(2))).body)).toEqual(all);
  });

  it('sends nobody where they must stay away, also from the next roster on when it is declared later', async () => {
    await world.as('officer').does('/recusal-declarations', { unitId: s.unit('town'), ground: 'kin' });
    const { body } = await rosters(await s.day(1), await s.day(3));
    const town = (turns(body) as [string, number][][]).map((day) => day.find(([unit]) => unit === s.unit('town'))?.[1]);
    expect(town).toEqual([1, 1, 1]);
    await world.as('groupLeader').does('/recusal-declarations', { unitId: s.unit('town'), ground: 'home' });
    const none = await rosters(await s.day(4), await s.day(4));
    expect((turns(none.body) as [string, number | null][][])[0]?.find(([unit]) => unit === s.unit('town'))).toEqual([
      s.unit('town'),
      null,
    ]);
    await world.store.query('update recusal_declaration set ended_at = now() where ended_at is null');
  });

  it('is made by planners, for days that are still to come and within the plan', async () => {
    const [today, last] = [await s.day(0), await s.day(60)];
    expect((await rosters(today, today, {}, 'groupLeader')).status).toBe(403);
    expect(refusal(await rosters(await s.day(-1), today))).toEqual([422, 'inspection.faultySpan', 'fromOn']);
    expect(refusal(await rosters(last, await s.day(61)))).toEqual([422, 'inspection.faultySpan', 'toOn']);
    expect(refusal(await rosters(await s.day(3), today))).toEqual([422, 'inspection.faultySpan', 'toOn']);
    const other = await s.drafted();
    const wrong = { fromOn: today, toOn: today };
    expect(refusal(await world.as('officer').put(`/inspections/${other}/roster`, wrong))).toEqual([
      409,
      'inspection.notStanding',
    ]);
  });

  it('goes by its roster: to an object of another group’s day it does not go', async () => {
    const { body } = await rosters(await s.day(0), await s.day(3));
    const [today = []] = turns(body) as [string, number][][];
    const isFirst = today.find(([unit]) => unit === s.unit('town'))?.[1] === 1;
    const [own, other]: PersonKey[] = isFirst ? ['groupLeader', 'officer'] : ['officer', 'groupLeader'];
    if (own === undefined || other === undefined) throw new Error('two groups');
    const go = (by: PersonKey) => world.as(by).post(`/inspections/${id}/visits`, { siteId: s.site('代庄村') });
    expect(refusal(await go(other))).toEqual([409, 'inspection.notRostered']);
    const visit = await go(own);
    expect(visit.status).toBe(201);
    expect((await s.atVisit(visit.body.id, 'arrive', own)).status).toBe(200);
    await world.passes({ days: 1 });
    expect(refusal(await go(own))).toEqual([409, 'inspection.notRostered']);
  });

  it('keeps a log a day, and shows what each day has brought', async () => {
    const log = (words: string, by: PersonKey = 'groupLeader') =>
      world.as(by).put(`/inspections/${id}/patrol-log`, { words });
    await log('早会');
    expect((await log('代庄村已整改，坝头村反弹')).status).toBe(200);
    expect(refusal(await log('旁观', 'officer2'))).toEqual([403, 'inspection.notInGroup']);
    expect(refusal(await log(' '))).toEqual([400, 'http.invalidRequest', 'words']);
    const { days } = await world.as('magistrate').sees(`/inspections/${id}/patrol?from=${await s.day(-1)}`);
    expect(days[0].turns.find(({ unit }: Json) => unit.id === s.unit('town'))).toMatchObject({ visits: 1 });
    expect(days[1].logs).toMatchObject([{ group: 1, words: '代庄村已整改，坝头村反弹' }]);
    expect((await world.as('townHead').get(`/inspections/${id}/patrol`)).status).toBe(404);
  });

  it('lets one person go somewhere unannounced, and tells nobody', async () => {
    const notices = 'select count(*)::int as n from notice';
    const [before] = await world.store.query<{ n: number }>(notices);
    const light = (body: object, by: PersonKey = 'officer') =>
      world.as(by).post(`/inspections/${id}/light-visits`, body);
    const { body } = await light({ siteId: s.site('坝头村') });
    expect((await s.atVisit(body.id, 'arrive', 'officer')).status).toBe(200);
    expect(await world.store.query(notices)).toEqual([before]);
    expect((await world.as('officer').get(`/visits/${body.id}/checklist`)).body).toMatchObject({ writable: true });
    expect((await light({ unitId: s.unit('water') })).status).toBe(201);
    expect(refusal(await light({ unitId: s.unit('office') }))).toEqual([422, 'inspection.outsidePlan', 'unitId']);
    expect(refusal(await light({ siteId: s.site('代庄村') }, 'officer2'))).toEqual([403, 'inspection.notInGroup']);
    const again = await light({ siteId: s.site('坝头村') });
    expect(refusal(again)).toEqual([409, 'inspection.alreadyPlanned']);
  });

  it('counts in the frequency ledger, clashes with nobody, and above the county’s number of days the head hears once', async () => {
    const { items } = await world.as('officer').sees('/inspection-frequency?limit=200');
    expect(items.find(({ unit }: Json) => unit.id === s.unit('town'))).toMatchObject({ patrolVisits: 2, days: 2 });
    const second = await s.drafted({ objects: [{ unitId: s.unit('town') }, { unitId: s.unit('water') }] });
    expect((await s.reads(second)).clashes).toEqual([]);
    expect((await s.reads(id)).clashes).toEqual([]);
    expect(refusal(await world.as('officer').put('/patrol-rule', { perMonth: 2 }))[0]).toBe(403);
    expect((await world.as('bureauHead').put('/patrol-rule', { perMonth: 2 })).body).toEqual({ perMonth: 2 });
    const often = `select person_id, facts ->> 'count' as count from notice where kind = 'inspection.patrol_often'`;
    expect(await world.store.query(often)).toEqual([]);
    for (const _ of [1, 2]) {
      await world.passes({ days: 1 });
      await goesToTown();
    }
    expect(await world.store.query(often)).toEqual([{ person_id: s.person('bureauHead'), count: '3' }]);
    const { often: named } = await world.as('bureauHead').sees(`/inspections/${id}/patrol`);
    expect(named).toMatchObject([{ unit: { id: s.unit('town') } }]);
  });
});

async function goesToTown(): Promise<void> {
  const visit = await world.as('officer').post(`/inspections/${id}/light-visits`, { siteId: s.site('坝头村') });
  await s.atVisit(visit.body.id, 'arrive', 'officer');
}
