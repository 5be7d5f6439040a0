import { type Json, World } from '#test-kit';
import { FindingStory, refusal } from './stories/finding-story.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(120_000);
let world: World;
let s: FindingStory;
beforeAll(async () => {
  world = await World.open();
  s = new FindingStory(world);
  await s.begins();
});
afterAll(() => world.close());

const asks = (body: object, visit: keyof FindingStory['visit'] = 'water') =>
  world.as('officer2').post(`/visits/${s.visit[visit]}/material-requests`, body);

describe('material that a unit gave', () => {
  it('is asked for without more ado where the unit gave nothing', async () => {
    const seen = await world.as('officer2').sees(`/visits/${s.visit.water}/material`);
    expect(seen).toEqual({ reports: 0, answers: 0, files: 0, lastAt: null, items: [], asked: [] });
    expect((await asks({ what: '河长巡河记录' })).body.asked).toMatchObject([{ what: '河长巡河记录', reason: null }]);
    const told = await world.store.query<Json>(
      `select unit_id, facts ->> 'unitName' as what from notice where kind = 'inspection.material_asked'`,
    );
    expect(told).toEqual([{ unit_id: s.unit('water'), what: '河长巡河记录' }]);
  });

  it('stands at the visit, and is asked for again only with a reason that is kept', async () => {
    const tasks = new TaskStory(world);
    const task = await tasks.assigned({ title: '河道清淤', lead: 'water' });
    await tasks.answers(task.id, 'water');
    const given = await world.as('officer2').sees(`/visits/${s.visit.water}/material`);
    expect(given).toMatchObject({ answers: 1, items: [{ kind: 'answer', taskId: task.id, taskTitle: '河道清淤' }] });
    // whoever goes along in a post of the inspection alone learns that it is there, and reads no task
    const counted = await world.as('groupMember').sees(`/visits/${s.visit.water}/material`);
    expect(counted).toMatchObject({ answers: 1, items: [] });
    expect(refusal(await asks({ what: '清淤台账' }))).toEqual([422, 'finding.givenAlready', 'reason']);
    const again = await asks({ what: '清淤台账', reason: '报结未附分段数据' });
    expect(again.body.asked).toMatchObject([{}, { what: '清淤台账', reason: '报结未附分段数据' }]);
    const acts = await world.store.query<Json>(
      `select facts, words_digest is not null as kept from audit_row where act = 'visit.ask_material' order by at`,
    );
    expect(acts.map(({ facts, kept }) => [facts.again, kept])).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('is asked for by those who are there, and no longer once a year has passed', async () => {
    expect(
      refusal(await world.as('groupLeader').post(`/visits/${s.visit.water}/material-requests`, { what: '台账' })),
    ).toEqual([404, 'finding.visitNotFound']);
    expect(refusal(await asks({ what: ' ' }))).toEqual([400, 'http.invalidRequest', 'what']);
    expect((await world.as('waterHead').get(`/visits/${s.visit.water}/material`)).status).toBe(403);
    await world.passes({ days: 366 });
    expect(await world.as('officer2').sees(`/visits/${s.visit.water}/material`)).toMatchObject({ answers: 0 });
  });
});

describe('what an object gives with its word in the fact check', () => {
  it('is its own upload, stands at the conclusion, and is read by whoever reads that', async () => {
    const { id: findingId } = await s.confirmed();
    const { id } = (await s.drafts(s.unit('town'), { findingIds: [findingId] })).body;
    await s.does('officer2', 'conclusions', id, 'fact-check');
    const points = [{ findingId, words: '当日已清运' }];
    const [photo, strange] = [await s.photo('townHead'), await s.photo('officer')];
    expect(await s.refused('townHead', 'conclusions', id, 'statement', { points, evidenceIds: [strange] })).toEqual([
      422,
      'evidence.notYours',
      'evidenceIds',
    ]);
    const said = await s.does('townHead', 'conclusions', id, 'statement', { points, evidenceIds: [photo] });
    expect(said.checkEvidence).toMatchObject([{ id: photo, fileName: '现场.png' }]);
    expect((await world.as('magistrate').get(`/evidence/${photo}/content`)).status).toBe(200);
    expect((await world.as('waterHead').get(`/evidence/${photo}/content`)).status).toBe(404);
  });
});
