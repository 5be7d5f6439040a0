import { type PersonKey, World } from '#test-kit';
import { Door, type Stream } from '../promises/kit/door.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let door: Door;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  door = new Door(world);
  story = new TaskStory(world);
});
afterAll(async () => {
  door.close();
  await world.close();
});

const rows = 1_500;
const header = '留言编号,留言用户,留言主题,留言时间,留言详情,一级标签';
const sheet = (mark: string): Buffer =>
  Buffer.from(
    [
      header,
      ...Array.from({ length: rows }, (_, at) => `${mark}-${at},甲${at},${mark}路灯${at},2020-01-01,不亮,城乡建设`),
    ].join('\r\n'),
  );

async function follows(person: PersonKey): Promise<Stream> {
  const stream = door.listen('/events', await world.cookieOf(person), {});
  await stream.said('event: ready');
  return stream;
}

/** Reads a sheet in, without committing. */
const previewed = async (mark: string) =>
  (await world.as('clerk').upload('/imports', sheet(mark), '留言.csv', { sourceKind: 'netizen_message' })).body;

/** What a page was told of imports. */
const progressOf = ({ text }: Stream): { id: string; rowsDone: number }[] =>
  [...text.matchAll(/event: import\.progress\n(?:id: .*\n)?data: (.*)\n/g)].map(([, data]) => JSON.parse(data ?? ''));

/** Something that every page may know of: whoever has heard it has heard all that was said before. */
async function everybodyHears(streams: readonly Stream[]): Promise<void> {
  const { id } = await story.assigned({});
  await world.settles();
  await Promise.all(streams.map((stream) => stream.said(id)));
}

describe('the progress of an import', () => {
  const others: readonly PersonKey[] = ['officer', 'bureauHead', 'magistrate', 'waterLiaison', 'auditor'];

  it('reaches who imports, up to the last row, and nobody else', async () => {
    const own = await follows('clerk');
    const strangers = await Promise.all(others.map(follows));
    const { id, version } = await previewed('实况');
    expect(progressOf(own)).toEqual([]);
    await world.as('clerk').does(`/imports/${id}/commit`, { mode: 'all_or_nothing' }, { ifMatch: version });
    await own.said(`{"id":"${id}","rowsDone":${rows}}`);
    await everybodyHears([own, ...strangers]);
    const told = progressOf(own);
    expect(new Set(told.map((one) => one.id))).toEqual(new Set([id]));
    const steps = told.map(({ rowsDone }) => rowsDone);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    for (const [at, stranger] of strangers.entries())
      expect([others[at], progressOf(stranger)]).toEqual([others[at], []]);
    for (const stream of [own, ...strangers]) stream.close();
  });

  it('reaches who takes it in, not who read it in before', async () => {
    const [own, reader] = [await follows('officer'), await follows('clerk')];
    const { id, version } = await previewed('他人');
    await world.as('officer').does(`/imports/${id}/commit`, { mode: 'all_or_nothing' }, { ifMatch: version });
    await own.said(`{"id":"${id}","rowsDone":${rows}}`);
    await everybodyHears([own, reader]);
    expect(new Set(progressOf(own).map((one) => one.id))).toEqual(new Set([id]));
    expect(progressOf(reader).filter((one) => one.id === id)).toEqual([]);
    for (const stream of [own, reader]) stream.close();
  });

  it('is told to a page that opens only when all is written, and not for long', async () => {
    const { id, version } = await previewed('迟到');
    const own = await follows('clerk');
    await world.as('clerk').does(`/imports/${id}/commit`, { mode: 'all_or_nothing' }, { ifMatch: version });
    await own.said(`{"id":"${id}","rowsDone":${rows}}`);
    await everybodyHears([own]);
    own.close();
    const began = performance.now();
    const late = await follows('clerk');
    await late.said(`{"id":"${id}","rowsDone":${rows}}`);
    // at once, not at the next turn of a sweep, which comes every 25 s
    expect(performance.now() - began).toBeLessThan(20_000);
    late.close();
    await world.passes({ minutes: 2 });
    const later = await follows('clerk');
    await everybodyHears([later]);
    expect(progressOf(later)).toEqual([]);
    later.close();
  });

  it('of one that was refused ends with it', async () => {
    const seen = await previewed('改期');
    const stale = await world
      .as('clerk')
      .post(`/imports/${seen.id}/commit`, { mode: 'all_or_nothing' }, { ifMatch: seen.version + 1 });
    expect(stale.status).toBe(412);
    await world.store.query('update matter_import set rows_done = 500 where id = $1', [seen.id]);
    const own = await follows('clerk');
    world.rings('import');
    await everybodyHears([own]);
    expect(progressOf(own)).toEqual([]);
    expect((await world.as('clerk').sees(`/imports/${seen.id}`)).rowsDone).toBe(0);
    own.close();
  });
});
