import { SpellNames } from '@ducha/org';
import { type Json, type PersonKey, World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
let water: Json;
let town: Json;
let other: Json;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
  const { person } = world.county;
  water = await story.assigned({ title: '整治黑臭水体', leadLeaderId: person.viceMagistrate, assists: ['housing'] });
  town = await story.assigned({ title: '道路硬化', lead: 'town', caseOfficerId: person.officer2 }, 'secretary');
  other = await story.assigned({ title: '小区电梯停运', lead: 'housing' }, 'secretary');
});
afterAll(() => world.close());

/** What somebody finds, by list and count alike. */
async function finds(by: PersonKey, q: string, more = ''): Promise<string[]> {
  const query = `q=${encodeURIComponent(q)}${more}`;
  const { items } = await world.as(by).sees(`/tasks?${query}`);
  const { value } = await world.as(by).sees(`/tasks/count?${query}`);
  expect(value).toBe(items.length);
  return items.map(({ id }: Json) => id);
}

describe('the search of the ledger', () => {
  it('finds by the name of the lead unit, and by its initials from anywhere', async () => {
    expect(await finds('officer', '水利局')).toEqual([water.id]);
    expect(await finds('officer', 'slj')).toEqual([water.id]);
    expect(await finds('officer', 'SLJ')).toEqual([water.id]);
    expect(await finds('officer', 'yfz')).toEqual([town.id]);
  });

  it('finds by case officer, lead leader and principal', async () => {
    expect(await finds('officer', '夏督查')).toEqual([town.id]);
    expect(await finds('officer', 'xdc')).toEqual([town.id]);
    expect(await finds('officer', '方副')).toEqual([water.id]);
    expect(await finds('officer', 'qsj')).toEqual([other.id, town.id]);
  });

  it('finds by the words as before, together with whom they name, and in the order of due dates too', async () => {
    expect(await finds('officer', '电梯')).toEqual([other.id]);
    expect(await finds('officer', 'slj', '&state=dispatched')).toEqual([water.id]);
    expect(await finds('officer', 'slj', '&state=closed')).toEqual([]);
    const { items } = await world.as('officer').sees('/tasks?q=qsj&sort=due');
    expect(items.map(({ id }: Json) => id).sort()).toEqual([town.id, other.id].sort());
  });

  it('pages along', async () => {
    const first = await world.as('officer').sees('/tasks?q=qsj&limit=1');
    const second = await world.as('officer').sees(`/tasks?q=qsj&limit=1&cursor=${first.next}`);
    expect([first.items[0].id, second.items[0].id, second.next]).toEqual([other.id, town.id, null]);
  });

  it('finds nothing that the reader may not see, whomever the words name', async () => {
    expect(await finds('housingHead', 'slj')).toEqual([water.id]);
    expect(await finds('cityHead', 'slj')).toEqual([]);
    expect(await finds('viceMagistrate2', '水利局')).toEqual([]);
  });

  it('does the same in the inbox and in the export', async () => {
    const inbox = async (by: PersonKey, q: string) =>
      (await world.as(by).sees(`/assignments?q=${encodeURIComponent(q)}`)).items.map(({ taskId }: Json) => taskId);
    expect(await inbox('housingHead', 'slj')).toEqual([water.id]);
    expect(await inbox('housingHead', '秦书记')).toEqual([other.id]);
    expect(await inbox('waterHead', '秦书记')).toEqual([]);
    const { text } = await world.as('officer').get('/tasks/export?format=csv&q=slj');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect(text).toContain('整治黑臭水体');
  });

  it('follows a new name once it is spelled, and not the old one', async () => {
    await world.store.query(`update unit set name = '县水务局', short_name = '县水务局' where id = $1`, [
      world.county.unit.water,
    ]);
    await world.app.get(SpellNames, { strict: false }).run();
    expect(await finds('officer', 'swj')).toEqual([water.id]);
    expect(await finds('officer', 'slj')).toEqual([]);
  });
});

describe('groups of the ledger', () => {
  const groups = async (by: PersonKey, query: string) => world.as(by).sees(`/tasks/groups?${query}`);

  it('count by unit, officer and state, with what is overdue', async () => {
    const { items, total, capped } = await groups('officer', 'by=lead_unit');
    expect([total, capped]).toEqual([3, false]);
    expect(items.map(({ key, count }: Json) => [key, count]).sort()).toEqual(
      [water, town, other].map((task) => [task.leadUnit.id, 1]).sort(),
    );
    expect((await groups('officer', 'by=state')).items).toEqual([
      { key: 'dispatched', name: null, count: 3, overdue: 0, closed: 0 },
    ]);
    expect((await groups('officer', 'by=officer&q=qsj')).items).toContainEqual(
      expect.objectContaining({ name: '夏督查', count: 1 }),
    );
    for (const by of ['kind', 'category', 'lead_leader'])
      expect((await groups('officer', `by=${by}`)).items.length).toBeGreaterThan(0);
    await story.waits(11);
    const late = await groups('officer', 'by=lead_unit&overdue=true');
    expect(late.items.map(({ overdue }: Json) => overdue)).toEqual([1, 1, 1]);
  });

  it('count only what the reader sees', async () => {
    expect((await groups('cityHead', 'by=lead_unit')).items).toEqual([]);
    expect((await groups('housingHead', 'by=state')).total).toBe(2);
  });
});
