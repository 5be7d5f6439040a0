import { type Answer, type Json, type UnitKey, World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

const reason = '县委编委〔2026〕3号';
/** Looks like an id of the county's; no unit has it. */
const NO_UNIT = '01900000-0000-7000-8000-000000000000';
const page = (id: string): Promise<Json> => world.as('sysadmin').sees(`/units/${id}`);
const tries = async (id: string, act: string, body: object): Promise<Answer> =>
  world.as('sysadmin').post(`/units/${id}/${act}`, { reason, ...body }, { ifMatch: (await page(id)).version });
const does = async (id: string, act: string, body: object): Promise<Json> => {
  const answer = await tries(id, act, body);
  if (answer.status >= 300) throw new Error(`${act} answered ${answer.status}: ${answer.text}`);
  return answer.body;
};
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
const unit = (key: UnitKey): string => world.county.unit[key];

describe('a unit', () => {
  it('is created, changed and refused with the field named', async () => {
    const wanted = { name: '县数据局', shortName: '县数据局', kind: 'department', parentId: unit('county') };
    const { id } = await world.as('sysadmin').does('/units', wanted);
    expect(await page(id)).toMatchObject({
      name: '县数据局',
      parent: { id: unit('county') },
      history: [{ kind: 'founded' }],
    });
    const again = await world.as('sysadmin').post('/units', wanted);
    expect(refusal(again)).toEqual([409, 'org.nameTaken', 'name']);
    const orphan = await world.as('sysadmin').post('/units', { ...wanted, name: '无根', parentId: NO_UNIT });
    expect(refusal(orphan)).toEqual([422, 'org.unknownUnit', 'parentId']);
    const changed = await world.as('sysadmin').patch(`/units/${id}`, { kind: 'office', sort: 3 }, { ifMatch: 1 });
    expect(changed.status).toBe(204);
    expect(await page(id)).toMatchObject({ version: 2, kind: 'office', sort: 3 });
    expect((await world.as('sysadmin').patch(`/units/${id}`, { sort: 4 }, { ifMatch: 1 })).status).toBe(412);
    expect((await world.as('officer').post('/units', wanted)).status).toBe(403);
    await world.passes({ minutes: 1 });
    expect((await tries(id, 'end', {})).status).toBe(204);
    expect(refusal(await tries(id, 'rename', { name: '晚了', shortName: '晚了' }))).toEqual([409, 'org.unitEnded']);
    const ghost = await world.as('sysadmin').get(`/units/${NO_UNIT}`);
    expect(refusal(ghost)).toEqual([404, 'org.unitNotFound']);
  });

  it('keeps the name of the day on everything done under it', async () => {
    const task = await story.assigned({ lead: 'housing' });
    await world.passes({ days: 2 });
    await does(unit('housing'), 'rename', { name: '县住房和城市更新局', shortName: '县住更局' });
    const later = await story.assigned({ lead: 'housing' });
    const named = async (id: string): Promise<string[]> => {
      const view = await story.page(id);
      const slip = await world.as('officer').sees(`/tasks/${id}/slip`);
      const ledger = await world.as('officer').sees(`/tasks?leadUnitId=${unit('housing')}`);
      const row = ledger.items.find((item: Json) => item.id === id);
      return [view.assignments[0].unit.shortName, slip.assignments[0].unit, row.leadUnit.shortName];
    };
    expect(await named(task.id)).toEqual(Array(3).fill('县住房和城乡建设局'));
    expect(await named(later.id)).toEqual(Array(3).fill('县住更局'));
    await world.as('housingLiaison').sees('/session');
    await story.unitDoes('housingLiaison', task.id, 'housing', 'sign');
    const timeline = (await world.as('officer').sees(`/tasks/${task.id}/timeline`)).items;
    expect(timeline.find(({ act }: Json) => act === 'assignment.sign').unit).toBe('县住更局');
    const back = { name: '更早的名字', shortName: '更早', at: '2026-01-01T00:00:00Z' };
    expect(refusal(await tries(unit('housing'), 'rename', back))).toEqual([422, 'org.overlappingDates', 'at']);
    const ahead = { ...back, at: story.inDays(400) };
    expect(refusal(await tries(unit('housing'), 'rename', ahead))).toEqual([422, 'org.overlappingDates', 'at']);
  });

  it('never lies below itself, also when two move at once', async () => {
    const [town, village] = [unit('town'), unit('village')];
    expect(refusal(await tries(town, 'move', { parentId: village }))).toEqual([422, 'org.circularTree', 'parentId']);
    expect(refusal(await tries(unit('county'), 'move', { parentId: village }))).toEqual([422, 'org.rootStays']);
    await world.passes({ minutes: 1 });
    const [water, city] = [unit('water'), unit('city')];
    const both = await Promise.all([
      tries(water, 'move', { parentId: city }),
      tries(city, 'move', { parentId: water }),
    ]);
    expect(both.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1);
    const circles = await world.store.query(`select 1 from unit u where u.path not like '/' || $1 || '/%'`, [
      unit('county'),
    ]);
    expect(circles).toEqual([]);
    await world.passes({ minutes: 1 });
    for (const key of [water, city])
      if ((await page(key)).parent.id !== unit('county')) await does(key, 'move', { parentId: unit('county') });
  });
});

describe('a merger', () => {
  it('is refused without a successor while duties are open, and leaves nothing behind with one', async () => {
    const task = await story.assigned({ lead: 'water', title: '渠首清淤' });
    const alone = await tries(unit('water'), 'end', {});
    expect(refusal(alone)).toEqual([422, 'org.openDuties', 'successorId']);
    expect(alone.body.assignments).toBeGreaterThan(0);
    expect(refusal(await tries(unit('bureau'), 'end', { successorId: unit('office') }))).toEqual([
      409,
      'org.privilegedPosts',
    ]);
    await world.passes({ minutes: 1 });
    await does(unit('water'), 'end', { successorId: unit('city') });
    expect(await page(unit('water'))).toMatchObject({
      successor: { id: unit('city') },
      people: 0,
    });
    expect((await page(unit('city'))).predecessors).toEqual([{ id: unit('water'), shortName: '县水利局' }]);
    // the successor's people do the old unit's work, under its name of the day
    const inbox = (await world.as('cityLiaison').sees('/assignments?box=to_sign')).items;
    const [share] = inbox.filter((one: Json) => one.taskId === task.id || one.task?.id === task.id);
    expect(share.unit.shortName).toBe('县水利局');
    const signed = await world.as('cityLiaison').post(`/assignments/${share.id}/sign`, {}, { ifMatch: share.version });
    expect(signed.status).toBeLessThan(300);
    // lists of the successor show what the old unit left
    for (const filter of ['leadUnitId', 'unitId']) {
      const rows = (await world.as('officer').sees(`/tasks?${filter}=${unit('city')}`)).items;
      expect(rows.map(({ id }: Json) => id)).toContain(task.id);
    }
    // people go on; the old unit's head ends where the successor has one
    const people = (await world.as('sysadmin').sees(`/people?unitId=${unit('city')}`)).items;
    expect(people.map(({ name }: Json) => name).sort()).toEqual(['城局长', '城联络', '水承办', '水联络'].sort());
    const dispatched = await world.as('magistrate').post('/tasks', story.aTask({ door: 'instruct', dispatch: true }));
    expect(dispatched.status).toBe(422);
  });

  it('shows one unit’s neighbours nothing of it', async () => {
    const seen = (await world.as('townLiaison').sees('/assignments?box=all')).items;
    expect(seen.filter((one: Json) => one.title === '渠首清淤')).toEqual([]);
  });
});

describe('a split', () => {
  it('lets the unit go on beside the new ones, or end into one of them', async () => {
    const parts = [
      { name: '仪封镇东片管理区', shortName: '仪封东', kind: 'street' },
      { name: '仪封镇西片管理区', shortName: '仪封西', kind: 'street' },
    ];
    const none = await tries(unit('town'), 'split', { parts, successorPart: 5 });
    expect(refusal(none)).toEqual([422, 'org.unknownUnit', 'successorPart']);
    const { ids } = await does(unit('town'), 'split', { parts: [parts[0]] });
    expect(await page(ids[0])).toMatchObject({
      name: '仪封镇东片管理区',
      history: [{ otherUnit: { id: unit('town') } }],
    });
    expect((await page(unit('town'))).to).toBeNull();
    await world.passes({ minutes: 1 });
    const task = await story.assigned({ lead: 'town' });
    await world.passes({ minutes: 1 });
    const ended = await does(unit('town'), 'split', { parts: [parts[1]], successorPart: 0 });
    expect(await page(unit('town'))).toMatchObject({ successor: { id: ended.ids[0] } });
    expect(await page(unit('village'))).toMatchObject({ parent: { id: ended.ids[0] } });
    const found = (await world.as('townLiaison').sees('/assignments?box=to_sign')).items;
    expect(found.map(({ unit: { shortName } }: Json) => shortName)).toContain('仪封镇');
    expect((await story.page(task.id)).leadUnit.shortName).toBe('仪封镇');
  });
});
