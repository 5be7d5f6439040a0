import { FoundUnits } from '@ducha/org';
import { type Answer, type Json, type UnitKey, World } from '#test-kit';
import { matterStory } from './stories/matter-story.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
  const { water, city, town } = world.county.unit;
  const register = world.app.get(FoundUnits, { strict: false });
  await world.store.transaction((tx) =>
    register.assignDuties(
      tx,
      [
        { category: withdrawn, leadUnitId: city, assistUnitIds: [], townshipList: 'withdrawn', basis: '收回清单3' },
        {
          category: assisting,
          leadUnitId: water,
          assistUnitIds: [town],
          townshipList: 'assisting',
          basis: '配合清单9',
        },
        { category: own, leadUnitId: town, assistUnitIds: [], townshipList: 'basic' },
      ],
      null,
    ),
  );
});
afterAll(() => world.close());

const withdrawn = '执法/违建';
const assisting = '水利/灌溉';
const own = '环境/保洁';
const unit = (key: UnitKey): string => world.county.unit[key];
const { message, tries, propose } = matterStory(() => world);

/** A task of the bureau under a mandate, ready to be sent to the city's unit. */
async function registered(category: string, changes: object = {}): Promise<Json> {
  const mandateId = await story.mandate();
  const body = story.aTask({ door: 'mandate', mandateId, kind: 'netizen_message', lead: 'city', category, ...changes });
  return world.as('officer').does('/tasks', body);
}
const opening = async (change: object): Promise<Answer> =>
  world.as('officer').post('/tasks', {
    ...story.aTask({ door: 'mandate', mandateId: await story.mandate(), kind: 'netizen_message', category: withdrawn }),
    ...change,
  });
const decides = (subjectType: 'task' | 'matter', subjectId: string, change: object = {}): Promise<Json> =>
  world.as('magistrate').does('/instructions', {
    ...{ subjectType, subjectId, kind: 'order', words: '经研究，由仪封镇承担', unitIds: [unit('town')] },
    ...change,
  });

describe('the township lists', () => {
  it('refuse a withdrawn item to a township, naming item, list and unit, whoever is asked for it', async () => {
    const { status, body } = await opening({ leadUnitId: unit('town') });
    expect([status, body.code]).toEqual([422, 'task.withdrawnItem']);
    expect(body).toMatchObject({
      item: withdrawn,
      list: 'withdrawn',
      unit: '仪封镇',
      duty: 'lead',
      errors: [{ path: 'leadUnitId' }],
    });
    expect((await opening({ assistUnitIds: [unit('town')] })).body).toMatchObject({
      code: 'task.withdrawnItem',
      duty: 'assist',
    });
    expect((await opening({ leadUnitId: unit('town'), category: assisting })).body.code).toBe('task.assistingItem');
    const assists = await opening({ assistUnitIds: [unit('town')], category: `${assisting}/渠道` });
    expect(assists.status).toBe(201);
    // the same acts pass where the item stands on no such list: the refusals above are the lists' doing
    for (const category of [own, '民政/救助', undefined])
      expect((await opening({ leadUnitId: unit('town'), category })).status).toBe(201);
  });

  it('hold at dispatch, reassignment, added assists, splitting, correcting and fanning out', async () => {
    const task = await registered(withdrawn);
    expect(await story.refused('officer', task.id, 'dispatch', { leadUnitId: unit('town') })).toEqual([
      422,
      'task.withdrawnItem',
      'leadUnitId',
    ]);
    const part = { title: '甲', demand: '乙', leadUnitId: unit('town'), assistUnitIds: [], dueAt: story.inDays(5) };
    expect(await story.refused('officer', task.id, 'split', { children: [part] })).toEqual([
      422,
      'task.withdrawnItem',
      'children[0].leadUnitId',
    ]);
    await story.does('officer', task.id, 'dispatch');
    await world.settles();
    expect(await story.refused('officer', task.id, 'assists', { unitIds: [unit('town')] })).toEqual([
      422,
      'task.withdrawnItem',
      'unitIds[0]',
    ]);
    const { id, version } = await story.assignment(task.id, 'city');
    const moved = await world
      .as('officer')
      .post(`/assignments/${id}/reassign`, { toUnitId: unit('town'), reason: '甲' }, { ifMatch: version });
    expect([moved.body.code, moved.body.errors[0].path]).toEqual(['task.withdrawnItem', 'toUnitId']);
    const other = await registered(own, { lead: 'town' });
    expect((await story.refused('officer', other.id, 'correct', { category: withdrawn, reason: '甲' }))[1]).toBe(
      'task.withdrawnItem',
    );
    const mandateId = await story.mandate();
    const plan = story.aTask({ door: 'mandate', mandateId, kind: 'netizen_message', category: withdrawn });
    delete plan.leadUnitId;
    const many = await world.as('officer').post('/tasks/fan-out', { ...plan, unitIds: [unit('water'), unit('town')] });
    expect(many.body.code).toBe('task.withdrawnItem');
  });

  it('let an assisting item move between assists, but not to a township as its lead', async () => {
    const task = await registered(assisting, { lead: 'city', assists: ['housing'] });
    await story.does('officer', task.id, 'dispatch');
    await world.settles();
    const move = async (from: UnitKey): Promise<Answer> => {
      const { id, version } = await story.assignment(task.id, from);
      return world
        .as('officer')
        .post(`/assignments/${id}/reassign`, { toUnitId: unit('town'), reason: '甲' }, { ifMatch: version });
    };
    expect((await move('city')).body.code).toBe('task.assistingItem');
    expect((await move('housing')).status).toBe(200);
  });

  it('are skipped with their code by acts on many, and the dry run says so', async () => {
    const sound = await registered(own, { lead: 'town' });
    const barred = await registered(withdrawn);
    await world.store.query('update task set lead_unit_id = $2 where id = $1', [barred.id, unit('town')]);
    const taskIds = [sound.id, barred.id];
    const said = await world.as('officer').does('/tasks/dispatch', { taskIds, dryRun: true });
    expect(said).toMatchObject({ dispatched: 1, skipped: [{ taskId: barred.id, code: 'task.withdrawnItem' }] });
    expect(await world.as('officer').does('/tasks/dispatch', { taskIds })).toEqual(said);
    await decides('task', barred.id);
    expect((await world.as('officer').does('/tasks/dispatch', { taskIds: [barred.id] })).dispatched).toBe(1);
  });
});

describe("a principal's written decision", () => {
  it('lets the named unit through, no other, and no longer once it is disowned', async () => {
    const task = await registered(withdrawn, { principalId: world.county.person.magistrate });
    const send = () => story.refused('officer', task.id, 'dispatch', { leadUnitId: unit('town') });
    await decides('task', task.id, { unitIds: [] });
    expect((await send())[1]).toBe('task.withdrawnItem');
    await decides('task', task.id, { unitIds: [unit('water')] });
    expect((await send())[1]).toBe('task.withdrawnItem');
    const office = { subjectType: 'task', subjectId: task.id, kind: 'order', words: '同意', unitIds: [unit('town')] };
    const { id } = await world.as('clerkOfMagistrate').does('/instructions', office);
    await world.as('magistrate').does(`/instructions/${id}/disown`);
    expect((await send())[1]).toBe('task.withdrawnItem');
    await decides('task', task.id);
    await story.does('officer', task.id, 'dispatch', { leadUnitId: unit('town') });
    await world.settles();
    const mine = await story.assignment(task.id, 'town');
    const ground = await world.as('townLiaison').sees(`/assignments/${mine.id}/ground`);
    expect(ground).toMatchObject({
      line: { item: withdrawn, list: 'withdrawn', basis: '收回清单3' },
      decision: { givenBy: { name: '程远' } },
    });
    expect((await world.as('waterLiaison').get(`/assignments/${mine.id}/ground`)).status).toBe(404);
    const none = await world.as('officer').get(`/assignments/${task.id}/ground`);
    expect(none.body.code).toBe('task.assignmentNotFound');
    expect((await story.page(task.id)).instructions[0].units).toEqual([{ id: unit('town'), shortName: '仪封镇' }]);
  });

  it('is an order about units of today, never a remark', async () => {
    const task = await registered(withdrawn);
    const body = { subjectType: 'task', subjectId: task.id, kind: 'guidance', words: '酌办', unitIds: [unit('town')] };
    expect((await world.as('magistrate').post('/instructions', body)).body.code).toBe('task.onlyOrdersDecide');
    const ghost = { ...body, kind: 'order', unitIds: ['01900000-0000-7000-8000-000000000000'] };
    expect((await world.as('magistrate').post('/instructions', ghost)).body.code).toBe('task.unknownUnit');
    expect((await world.as('officer').post('/instructions', body)).status).toBe(403);
  });

  it('is what he names himself: a task he gives, one he approves, a handling proposal he agrees to', async () => {
    const given = await story.assigned({ lead: 'town', category: withdrawn });
    expect(given.instructions).toMatchObject([{ units: [{ id: unit('town') }] }]);
    const draft = await world.as('officer').does('/tasks', story.aTask({ lead: 'town', category: withdrawn }));
    await story.does('officer', draft.id, 'propose', { principalId: world.county.person.magistrate });
    await story.does('magistrate', draft.id, 'approve', { decision: 'agree' });
    await story.does('officer', draft.id, 'dispatch');
    const matter = await message({ category: withdrawn });
    const barred = await tries(matter, 'register', {
      ...{ by: 'mandate', mandateId: await story.mandate(), dispatch: true },
      task: { leadUnitId: unit('town'), dueAt: story.inDays(9) },
    });
    expect(barred.body.code).toBe('task.withdrawnItem');
    const proposal = await propose(matter, { leadUnitId: unit('town'), assistUnitIds: [] });
    await world.as('magistrate').does(`/handling-proposals/${proposal.id}/decide`, { decision: 'agree' });
    const page = await world.as('officer').sees(`/matters/${matter.id}`);
    expect(page).toMatchObject({ state: 'registered', instructions: [{ units: [{ id: unit('town') }] }] });
    const hints = await world.as('officer').does('/matters/hints', { title: '违建举报一件事', category: withdrawn });
    expect(hints.line).toEqual({
      item: withdrawn,
      leadUnit: { id: unit('city'), shortName: '县城市管理局' },
      townshipList: 'withdrawn',
    });
  });
});
