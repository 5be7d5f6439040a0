import { randomUUID } from 'node:crypto';
import { FoundUnits } from '@ducha/org';
import { type Json, World } from '#test-kit';
import { storedState } from '../promises/kit/stored-state.js';
import { matterStory, plantDuties } from './stories/matter-story.js';

jest.setTimeout(120_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
  await plantDuties(s);
});
afterAll(() => s.close());

const { message, read, propose, mandate, workedOff } = matterStory(() => s);

/** Everything that an act on many could leave behind: rows, the outbox among them, and what is recorded. */
async function trace(): Promise<string> {
  await s.settles();
  const recorded = await s.store.query('select act, count(*)::int as n from audit_row group by act order by act');
  return JSON.stringify([await storedState(s), recorded]);
}

/** How many numbers of a series were given, and which of them an act lost. */
async function numbersOf(series: string): Promise<{ given: number; lost: string[] }> {
  const [row] = await s.store.query<{ year: number }>(
    `select extract(year from now() at time zone 'Asia/Shanghai')::int as year`,
  );
  const { given, lost } = await s.as('officer').sees(`/void-numbers?series=${series}&year=${row?.year}`);
  return { given, lost };
}

/** What a dry run said; it left nothing behind, and the act then says the same and does leave something behind. */
async function foretold(path: string, body: object): Promise<{ said: Json; done: Json }> {
  const before = await trace();
  const said = await s.as('officer').does(path, { ...body, dryRun: true });
  expect(await trace()).toBe(before);
  const done = await s.as('officer').does(path, body);
  expect(await trace()).not.toBe(before);
  return { said, done };
}

/** A category whose lead is a village, which no task goes to directly: the engine of tasks refuses it, not the matter's own rules. */
async function plantVillageDuty(): Promise<void> {
  const register = s.app.get(FoundUnits, { strict: false });
  const duty = { category: '文化', leadUnitId: s.county.unit.village, assistUnitIds: [] };
  await s.store.transaction((tx) => register.assignDuties(tx, [duty], null));
}

describe('a dry run of registering many', () => {
  it('says which go and why the others stay, and the act then does just that, without a gap in the numbers', async () => {
    await plantVillageDuty();
    const { id: mandateId } = await mandate();
    const good = [await message(), await message({ category: '城乡建设/道路' }), await message()];
    const noDuty = await message({ category: '卫生' });
    const village = await message({ category: '文化' });
    const unsorted = await message({ categories: ['水利', '卫生'], category: null });
    const pending = await message();
    await propose(pending);
    const nobody = randomUUID();
    const matterIds = [village, ...good, noDuty, unsorted, pending].map(({ id }) => id).concat(nobody);
    const body = { matterIds, mandateId, dueInDays: 15, dispatch: true };

    const { said, done } = await foretold('/matters/register', body);

    expect(said).toMatchObject({ registered: 3, dispatched: 3 });
    expect(Object.fromEntries(said.skipped.map((one: Json) => [one.matterId, [one.code, one.title]]))).toEqual({
      [nobody]: ['matter.notFound', null],
      [noDuty.id]: ['matter.noDuty', noDuty.title],
      [village.id]: ['task.villageNotDirect', village.title],
      [unsorted.id]: ['matter.needsTriage', unsorted.title],
      [pending.id]: ['matter.proposalPending', pending.title],
    });
    expect(done).toEqual(said);
    expect(await Promise.all(good.map(async (one) => (await read(one)).state))).toEqual(Array(3).fill('registered'));
    expect(await numbersOf('matter.netizen_message')).toEqual({ given: 3, lost: [] });
  });

  it('judges what a filter finds, and says that nothing is sent when nothing shall be', async () => {
    const { id: mandateId } = await mandate();
    await message({ title: '支渠堵塞甲' });
    await message({ title: '支渠堵塞乙', category: '卫生' });
    const body = { filter: { q: '支渠堵塞' }, mandateId, dispatch: false };
    const { said, done } = await foretold('/matters/register', body);
    expect(said).toMatchObject({
      registered: 1,
      dispatched: 0,
      skipped: [{ code: 'matter.noDuty', title: '支渠堵塞乙' }],
    });
    expect(done).toEqual(said);
  });

  it('names the date that is missing as the act does', async () => {
    const { id: mandateId } = await mandate();
    const { id } = await message();
    const body = { matterIds: [id], mandateId, dispatch: true };
    const answers = [];
    for (const dryRun of [true, false])
      answers.push(await s.as('officer').does('/matters/register', { ...body, dryRun }));
    expect(answers[0]).toMatchObject({ registered: 0, dispatched: 0, skipped: [{ code: 'task.incomplete' }] });
    expect(answers[1]).toEqual(answers[0]);
    expect((await numbersOf('matter.netizen_message')).lost).toEqual([]);
  });

  it('is refused like the act: by a closed door, to strangers, with a word that is no switch', async () => {
    const { id } = await message();
    const asked = await mandate({}, null);
    const body = { matterIds: [id], mandateId: asked.id, dryRun: true };
    expect((await s.as('officer').post('/matters/register', body)).body.code).toBe('matter.mandateNotInForce');
    expect((await s.as('clerk').post('/matters/register', body)).status).toBe(403);
    expect((await s.as('officer').post('/matters/register', { ...body, dryRun: 'yes' })).body).toMatchObject({
      status: 400,
      errors: [{ path: 'dryRun' }],
    });
  });
});

describe('a dry run of replying to many', () => {
  it('says who is answered, shows a letter, and the act then does just that', async () => {
    const done1 = await workedOff(await message({ title: '渠道渗漏', signatories: [{ name: '丙' }, { name: '丁' }] }));
    const received = await message();
    const busy = await message();
    const { id: mandateId } = await mandate();
    await s.as('officer').does('/matters/register', { matterIds: [busy.id], mandateId, dueInDays: 9, dispatch: true });
    const nobody = randomUUID();
    const body = { matterIds: [done1.id, received.id, busy.id, nobody], template: '{姓名}同志：{办理情况}' };
    const { said, done } = await foretold('/matters/replies', body);
    expect(said).toMatchObject({
      replied: 1,
      signatories: 2,
      sample: '丙同志：渠道已修复，水已通。',
      replies: [],
    });
    expect(Object.fromEntries(said.skipped.map((one: Json) => [one.matterId, [one.code, one.title]]))).toEqual({
      [nobody]: ['matter.notFound', null],
      [received.id]: ['matter.moveRefused', received.title],
      [busy.id]: ['matter.tasksOpen', busy.title],
    });
    expect({ ...done, replies: [] }).toEqual(said);
    expect(done.replies.map(({ name, title, intakeNo }: Json) => [name, title, intakeNo])).toEqual(
      ['丙', '丁'].map((name) => [name, '渠道渗漏', done1.intakeNo]),
    );
    expect((await read(done1)).replies[0].body).toBe(said.sample);
    expect(await numbersOf('reply')).toEqual({ given: 2, lost: [] });
  });

  it('names a place that nobody knows, as the act does', async () => {
    const { id } = await message();
    const body = { matterIds: [id], template: '{电话}', dryRun: true };
    expect((await s.as('officer').post('/matters/replies', body)).body).toMatchObject({
      code: 'matter.unknownPlace',
      errors: [{ path: 'template' }],
    });
    expect((await s.as('clerk').post('/matters/replies', body)).status).toBe(403);
    expect((await s.as('officer').post('/matters/replies', { ...body, template: '甲', dryRun: 1 })).body).toMatchObject(
      { status: 400, errors: [{ path: 'dryRun' }] },
    );
  });
});
