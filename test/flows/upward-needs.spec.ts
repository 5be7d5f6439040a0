import { type Answer, type Json, type PersonKey, type UnitKey, World } from '#test-kit';
import { inDays, matterStory } from './stories/matter-story.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

const { mandate } = matterStory(() => world);
const unit = (key: UnitKey): string => world.county.unit[key];
const need = { kind: 'funds', title: '排涝沟清淤资金', body: '汛前需疏浚排涝沟三公里，缺口12万元。' };
const asks = (by: PersonKey, change: object = {}): Promise<Json> => world.as(by).does('/needs', { ...need, ...change });
const sees = (by: PersonKey, id: string): Promise<Answer> => world.as(by).get(`/needs/${id}`);
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];

describe('an upward need', () => {
  it('goes from a village through the bureau to a holder with a date, and the answer comes back to who asked', async () => {
    const { id } = await asks('villageSecretary', { wantedBy: inDays(60) });
    expect((await sees('villageSecretary', id)).body).toMatchObject({
      state: 'asked',
      holder: null,
      actions: ['solve'],
    });
    expect((await sees('townLiaison', id)).body).toMatchObject({ unit: { id: unit('village') } });
    expect(refusal(await sees('waterLiaison', id))).toEqual([404, 'need.notFound']);
    await world.settles();
    expect((await world.as('townLiaison').sees('/notices')).items).toMatchObject([{ kind: 'need.asked' }]);
    const door = await mandate({ sourceKind: 'upward_need', reason: '诉求上报常设授权' });
    const body = { mandateId: door.id, holderUnitId: unit('water'), dueAt: inDays(20) };
    const register = (change: object, by: PersonKey = 'officer') =>
      world.as(by).post(`/needs/${id}/register`, { ...body, ...change }, { ifMatch: 1 });
    expect((await register({}, 'clerk')).status).toBe(403);
    expect(refusal(await register({ mandateId: (await mandate()).id }))).toEqual([
      422,
      'task.mandateNotInForce',
      'mandateId',
    ]);
    expect(refusal(await register({ holderUnitId: unit('village') }))).toEqual([
      422,
      'need.holderBelow',
      'holderUnitId',
    ]);
    const nobody = '01900000-0000-7000-8000-000000000000';
    expect(refusal(await register({ holderUnitId: nobody }))).toEqual([422, 'need.unknownUnit', 'holderUnitId']);
    expect(refusal(await register({ dueAt: inDays(-1) }))).toEqual([422, 'task.dueInPast', 'dueAt']);
    const registered = await register({});
    expect(registered.body).toMatchObject({
      state: 'registered',
      holder: { id: unit('water') },
      taskState: 'dispatched',
    });
    expect(refusal(await register({}))).toEqual([412, 'http.preconditionFailed']);
    await world.settles();
    const { taskId } = registered.body;
    expect(await story.page(taskId)).toMatchObject({
      kind: 'upward_need',
      demand: expect.stringContaining('代庄村诉求（资金）'),
    });
    await story.unitDoes('waterLiaison', taskId, 'water', 'sign');
    const { id: assignmentId } = await story.assignment(taskId, 'water');
    await world.as('waterLiaison').does(`/assignments/${assignmentId}/report`, { progress: '已列入水毁修复计划' });
    expect((await sees('villageSecretary', id)).body).toMatchObject({ progress: '已列入水毁修复计划', answer: null });
    await story.answers(taskId, 'water', { body: '资金已下达', resultClass: 'A' });
    expect((await sees('villageSecretary', id)).body).toMatchObject({
      taskState: 'answered',
      answer: { body: '资金已下达' },
    });
    expect((await world.as('villageSecretary').get(`/tasks/${taskId}`)).status).toBe(404);
    await world.settles();
    const told = (await world.as('villageSecretary').sees('/notices')).items;
    expect(told.filter(({ kind }: Json) => kind === 'need.answered')).toMatchObject([{ facts: { needId: id } }]);
    const others = (await world.as('townHead').sees('/notices')).items;
    expect(others.map(({ kind }: Json) => kind)).not.toContain('need.answered');
  });

  it('stands beside what else the unit was asked for this month, and by whom', async () => {
    await story.assigned({ lead: 'housing', assists: ['town'] });
    await story.mandated({ lead: 'housing' });
    const asked = await world.as('housingHead').sees('/assignments/asked');
    expect(asked).toMatchObject({ received: 2, lines: [{ received: 1 }, { received: 1 }] });
    expect(asked.lines.map(({ asker, kind }: Json) => [asker?.name ?? null, kind])).toEqual(
      expect.arrayContaining([
        ['程远', 'instruction'],
        [null, 'netizen_message'],
      ]),
    );
    expect(await world.as('townHead').sees('/assignments/asked')).toMatchObject({ received: 1 });
    expect(await world.as('housingHead').sees('/assignments/asked?month=2020-01')).toMatchObject({
      received: 0,
      lines: [],
    });
    expect(await world.as('officer').sees(`/assignments/asked?unitId=${unit('town')}`)).toMatchObject({ received: 1 });
    expect(await world.as('waterHead').sees(`/assignments/asked?unitId=${unit('town')}`)).toMatchObject({
      received: 0,
    });
    expect((await world.as('waterHead').get('/assignments/asked?month=2026-13')).status).toBe(400);
  });

  it('ends as solved by themselves, and the duty of its holder with it', async () => {
    const { id } = await asks('townHead', { kind: 'policy' });
    const door = await mandate({ sourceKind: 'upward_need' });
    const body = { mandateId: door.id, holderUnitId: unit('housing'), dueAt: inDays(20) };
    const { taskId } = await world.as('bureauHead').does(`/needs/${id}/register`, body, { ifMatch: 1 });
    await world.settles();
    const solve = (by: PersonKey, version: number) =>
      world.as(by).post(`/needs/${id}/solve`, { reason: '镇里自筹解决' }, { ifMatch: version });
    expect((await solve('officer', 2)).status).toBe(403);
    expect(refusal(await solve('waterHead', 2))).toEqual([404, 'need.notFound']);
    const solved = await solve('townLiaison', 2);
    expect(solved.body).toMatchObject({
      state: 'solved',
      settledWords: '镇里自筹解决',
      settledBy: { name: '仪联络' },
      actions: [],
    });
    expect(await story.page(taskId)).toMatchObject({ state: 'cancelled', assignments: [{ state: 'recalled' }] });
    expect(refusal(await solve('townLiaison', 3))).toEqual([409, 'need.moveRefused']);
  });

  it('goes to a township against its duty lists only by a principal’s written decision', async () => {
    const category = '水利/排涝沟清淤';
    const listed = { townshipList: 'withdrawn', basis: '收回清单第3项', reason: '县政府文件' };
    await world.as('bureauHead').does('/duties', { category, leadUnitId: unit('water'), assistUnitIds: [], ...listed });
    const { id } = await asks('villageSecretary');
    const door = await mandate({ sourceKind: 'upward_need' });
    const held = { holderUnitId: unit('town'), dueAt: inDays(20), category };
    const register = (through: object, by: PersonKey = 'officer') =>
      world.as(by).post(`/needs/${id}/register`, { ...held, ...through }, { ifMatch: 1 });
    const principalId = world.county.person.magistrate;
    const refused = await register({ mandateId: door.id });
    expect(refusal(refused)).toEqual([422, 'task.withdrawnItem', 'holderUnitId']);
    expect(refused.body.errors[0].message).toBe('须有县主要领导的书面决定');
    expect(refusal(await register({}))).toEqual([422, 'need.oneDoor', 'mandateId']);
    expect(refusal(await register({ mandateId: door.id, principalId }))).toEqual([422, 'need.oneDoor', 'principalId']);
    const noPrincipal = await register({ principalId: world.county.person.officer });
    expect(refusal(noPrincipal)).toEqual([422, 'task.postNotHeld', 'principalId']);
    expect((await sees('villageSecretary', id)).body).toMatchObject({ state: 'asked', taskId: null });

    const { taskId, ...put } = (await register({ principalId })).body;
    expect(put).toMatchObject({ state: 'registered', taskState: 'proposed', taskNumber: null });
    await world.settles();
    const told = (await world.as('villageSecretary').sees('/notices')).items.map(({ kind }: Json) => kind);
    expect(told).toContain('need.proposed');
    const { version } = await story.page(taskId);
    const early = await world.as('officer').post(`/tasks/${taskId}/dispatch`, {}, { ifMatch: version });
    expect(early.status).toBe(409);
    await story.does('magistrate', taskId, 'approve', { decision: 'agree', words: '由镇里先行疏浚' });
    await story.does('officer', taskId, 'dispatch', {});
    await world.settles();
    expect((await sees('villageSecretary', id)).body).toMatchObject({
      taskState: 'dispatched',
      holder: { id: unit('town') },
    });
    expect(await story.page(taskId)).toMatchObject({
      number: expect.any(String),
      instructions: [{ words: '由镇里先行疏浚', units: [{ id: unit('town') }] }],
    });
  });

  it('put before a principal, is led by a township that only assists in it, or comes back from him as a draft', async () => {
    const category = '农业/秸秆禁烧';
    const listed = { townshipList: 'assisting', basis: '配合清单第5项', reason: '县政府文件' };
    await world
      .as('bureauHead')
      .does('/duties', { category, leadUnitId: unit('water'), assistUnitIds: [unit('town')], ...listed });
    const { id } = await asks('villageSecretary');
    const door = await mandate({ sourceKind: 'upward_need' });
    const held = { holderUnitId: unit('town'), dueAt: inDays(20), category };
    const register = (through: object) =>
      world.as('officer').post(`/needs/${id}/register`, { ...held, ...through }, { ifMatch: 1 });
    expect(refusal(await register({ mandateId: door.id }))).toEqual([422, 'task.assistingItem', 'holderUnitId']);
    const { taskId } = (await register({ principalId: world.county.person.magistrate })).body;
    await story.does('magistrate', taskId, 'approve', { decision: 'disagree', words: '先由农业部门研究' });
    expect((await sees('villageSecretary', id)).body).toMatchObject({ taskState: 'draft', actions: ['solve'] });
    await story.does('officer', taskId, 'propose', { leadUnitId: unit('water') });
    await story.does('magistrate', taskId, 'approve', { decision: 'agree', words: '同意' });
    expect((await sees('villageSecretary', id)).body).toMatchObject({
      taskState: 'registered',
      holder: { id: unit('water') },
    });
    const { version } = (await sees('villageSecretary', id)).body;
    const solved = await world
      .as('villageSecretary')
      .post(`/needs/${id}/solve`, { reason: '村里自行解决' }, { ifMatch: version });
    expect(solved.body).toMatchObject({ state: 'solved', taskState: 'cancelled' });
  });

  it('is declined with a reason that the unit reads, and one whose task is over is not solved any more', async () => {
    const { id } = await asks('townLiaison');
    const declined = await world.as('officer').post(`/needs/${id}/decline`, { reason: '已有专项渠道' }, { ifMatch: 1 });
    expect(declined.body).toMatchObject({ state: 'declined', settledWords: '已有专项渠道' });
    await world.settles();
    const kinds = (await world.as('townLiaison').sees('/notices')).items.map(({ kind }: Json) => kind);
    expect(kinds).toContain('need.declined');
    const door = await mandate({ sourceKind: 'upward_need' });
    const over = await asks('townHead');
    const body = { mandateId: door.id, holderUnitId: unit('water'), dueAt: inDays(20) };
    const { taskId } = await world.as('officer').does(`/needs/${over.id}/register`, body, { ifMatch: 1 });
    await story.does('bureauHead', taskId, 'cancel', { reason: '重复' });
    const late = await world.as('townHead').post(`/needs/${over.id}/solve`, { reason: '甲' }, { ifMatch: 2 });
    expect(refusal(late)).toEqual([409, 'need.taskOver']);
    expect((await world.as('officer').sees('/needs?state=declined')).items).toMatchObject([{ id }]);
  });

  it('is asked in the name of an own unit, by a head or liaison, for a day ahead', async () => {
    const tries = async (by: PersonKey, change: object) =>
      refusal(await world.as(by).post('/needs', { ...need, ...change }));
    expect(await tries('waterHead', { unitId: unit('town') })).toEqual([403, 'need.notYourUnit', 'unitId']);
    expect(await tries('waterHead', { wantedBy: inDays(-2) })).toEqual([422, 'need.dateInPast', 'wantedBy']);
    expect(await tries('waterHead', { kind: 'money' })).toEqual([400, 'http.invalidRequest', 'kind']);
    expect((await tries('officer', {}))[0]).toBe(403);
    expect((await tries('waterStaff', {}))[0]).toBe(403);
    expect((await asks('townHead', { unitId: unit('village') })).id).toHaveLength(36);
  });
});
