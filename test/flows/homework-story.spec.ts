import { type Json, World } from '#test-kit';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

describe('a task from the magistrate’s word to its end', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()), 60_000);
  afterAll(() => world.close());

  async function dispatched(overrides: object = {}): Promise<Json> {
    const task = await world.as('magistrate').does('/tasks', {
      title: '雨前疏通城关排水沟',
      demand: '汛期前完成清淤，逐沟验收。',
      leadUnitId: world.county.unit.water,
      assistUnitIds: [],
      dueAt: inDays(10),
      door: 'instruct',
      dispatch: true,
      ...overrides,
    });
    await world.settles();
    return task;
  }

  const box = async (
    person: 'waterLiaison' | 'waterHead' | 'housingLiaison' | 'housingHead',
    name: string,
  ): Promise<Json[]> => (await world.as(person).sees(`/assignments?box=${name}`)).items;

  it('is assigned, signed, reported, answered, returned, answered again, verified, presented and closed', async () => {
    const task = await dispatched();
    expect(task.number).toMatch(/〔\d{4}〕\d+号$/);
    const [order] = await box('waterLiaison', 'to_sign');
    expect([order.taskId, order.state, order.actions]).toEqual([
      task.id,
      'delivered',
      ['sign', 'ask_extension', 'dispute'],
    ]);

    const signed = await world.as('waterLiaison').does(`/assignments/${order.id}/sign`, {}, { ifMatch: order.version });
    expect(signed.state).toBe('signed');
    expect((await world.as('officer').sees(`/tasks/${task.id}`)).state).toBe('under_way');

    await world.as('waterStaff').does(`/assignments/${order.id}/report`, {
      progress: '已清淤三公里',
      problem: '设备不足',
      nextStep: '调配两台泵',
    });
    const submitted = await world
      .as('waterLiaison')
      .does(
        `/assignments/${order.id}/submit`,
        { resultClass: 'A', body: '全部疏通。', evidenceIds: [] },
        { ifMatch: signed.version },
      );
    const returned = await world
      .as('waterHead')
      .does(`/assignments/${order.id}/return`, { reason: '请附照片' }, { ifMatch: submitted.version });
    expect([returned.state, returned.returnWords]).toEqual(['signed', '请附照片']);
    const again = await world
      .as('waterLiaison')
      .does(
        `/assignments/${order.id}/submit`,
        { resultClass: 'A', body: '全部疏通，附照片。' },
        { ifMatch: returned.version },
      );
    const answered = await world
      .as('waterHead')
      .does(`/assignments/${order.id}/sign-off`, {}, { ifMatch: again.version });
    expect(answered.state).toBe('answered');

    const claim = await world.as('officer').sees(`/tasks/${task.id}`);
    expect([claim.state, claim.completion.closedAt, claim.nextAction]).toEqual(['answered', null, 'verify']);
    const redo = await world
      .as('officer')
      .does(
        `/tasks/${task.id}/verify`,
        { verdict: 'redo', manner: 'on_site', words: '东段仍有淤积', redoAssignmentIds: [order.id] },
        { ifMatch: claim.version },
      );
    expect(redo.state).toBe('under_way');
    const [back] = await box('waterLiaison', 'returned');
    expect([back.id, back.returnWords]).toEqual([order.id, '东段仍有淤积']);

    const third = await world
      .as('waterLiaison')
      .does(`/assignments/${order.id}/submit`, { resultClass: 'A', body: '东段已补清。' }, { ifMatch: back.version });
    await world.as('waterHead').does(`/assignments/${order.id}/sign-off`, {}, { ifMatch: third.version });
    const second = await world.as('officer').sees(`/tasks/${task.id}`);
    const passed = await world
      .as('officer')
      .does(
        `/tasks/${task.id}/verify`,
        { verdict: 'pass', manner: 'on_site', words: '逐沟查看，属实' },
        { ifMatch: second.version },
      );
    expect(passed.state).toBe('verified');

    const presented = await world
      .as('officer')
      .does(`/tasks/${task.id}/present`, { summary: '城关排水沟已全部疏通。' }, { ifMatch: passed.version });
    const tray = await world.as('magistrate').sees('/tray');
    expect(tray.items.map(({ kind, taskId }: Json) => [kind, taskId])).toContainEqual(['presentation', task.id]);
    const closed = await world
      .as('magistrate')
      .does(`/tasks/${task.id}/decide`, { decision: 'close' }, { ifMatch: presented.version });
    expect(closed.state).toBe('closed');

    const timeline = await world.as('officer').sees(`/tasks/${task.id}/timeline?limit=100`);
    const acts = timeline.items.map(({ act }: Json) => act).reverse();
    expect(acts).toEqual(
      expect.arrayContaining([
        'task.instruct',
        'task.dispatch',
        'assignment.sign',
        'assignment.submit',
        'assignment.return',
        'task.verify',
        'task.present',
        'task.close',
      ]),
    );
    const decided = await world.as('magistrate').sees('/desk/decided');
    expect(decided.items.find(({ taskId }: Json) => taskId === task.id).state).toBe('closed');
  });

  it('waits for its assisting unit until the lead accepts or waives it', async () => {
    const task = await dispatched({ assistUnitIds: [world.county.unit.housing], title: '积水点联合整治' });
    const [lead] = (await box('waterLiaison', 'to_sign')).filter(({ taskId }) => taskId === task.id);
    const [assist] = (await box('housingLiaison', 'to_sign')).filter(({ taskId }) => taskId === task.id);
    const { signed } = await world.as('waterLiaison').does('/assignments/sign', { ids: [lead.id] });
    expect(signed).toEqual([lead.id]);
    const leadSigned = await world.as('waterLiaison').sees(`/assignments/${lead.id}`);
    const submitted = await world
      .as('waterLiaison')
      .does(`/assignments/${lead.id}/submit`, { resultClass: 'A', body: '完成' }, { ifMatch: leadSigned.version });
    const early = await world
      .as('waterHead')
      .post(`/assignments/${lead.id}/sign-off`, {}, { ifMatch: submitted.version });
    expect([early.status, early.body.code, early.body.assignmentIds]).toEqual([409, 'task.assistsOpen', [assist.id]]);

    const a1 = await world.as('housingLiaison').does(`/assignments/${assist.id}/sign`, {}, { ifMatch: assist.version });
    const a2 = await world
      .as('housingLiaison')
      .does(`/assignments/${assist.id}/submit`, { resultClass: 'A', body: '管网已查' }, { ifMatch: a1.version });
    const a3 = await world.as('housingHead').does(`/assignments/${assist.id}/sign-off`, {}, { ifMatch: a2.version });
    const neighbour = await world.as('cityHead').post(`/assignments/${assist.id}/accept`, {}, { ifMatch: a3.version });
    expect(neighbour.status).toBe(404);
    const accepted = await world
      .as('waterLiaison')
      .does(`/assignments/${assist.id}/accept`, {}, { ifMatch: a3.version });
    expect(accepted.state).toBe('accepted');
    const answered = await world
      .as('waterHead')
      .does(`/assignments/${lead.id}/sign-off`, {}, { ifMatch: submitted.version });
    expect(answered.state).toBe('answered');
  });

  it('moves to another unit only when that one has signed', async () => {
    const task = await dispatched({ title: '路灯修复' });
    const [order] = (await box('waterLiaison', 'to_sign')).filter(({ taskId }) => taskId === task.id);
    const moved = await world
      .as('officer')
      .does(
        `/assignments/${order.id}/reassign`,
        { toUnitId: world.county.unit.housing, reason: '属住建局职责' },
        { ifMatch: order.version },
      );
    await world.settles();
    expect((await world.as('waterLiaison').sees(`/assignments/${order.id}`)).state).toBe('moving');
    const [successor] = (await box('housingLiaison', 'to_sign')).filter(({ taskId }) => taskId === task.id);
    expect(successor.id).toBe(moved.id);
    await world.as('housingLiaison').does(`/assignments/${successor.id}/sign`, {}, { ifMatch: successor.version });
    expect((await world.as('officer').sees(`/assignments/${order.id}`)).state).toBe('moved');
    const now = await world.as('officer').sees(`/tasks/${task.id}`);
    expect([now.state, now.leadUnit.shortName]).toEqual(['under_way', '县住房和城乡建设局']);
  });

  it('comes back to registered when its lead is recalled, and can be sent out again', async () => {
    const task = await dispatched({ title: '误派的任务' });
    const [order] = (await box('waterLiaison', 'to_sign')).filter(({ taskId }) => taskId === task.id);
    await world
      .as('officer')
      .does(`/assignments/${order.id}/recall`, { reason: '派错单位' }, { ifMatch: order.version });
    const recalled = await world.as('officer').sees(`/tasks/${task.id}`);
    expect(recalled.state).toBe('registered');
    await world
      .as('officer')
      .does(`/tasks/${task.id}/dispatch`, { leadUnitId: world.county.unit.city }, { ifMatch: recalled.version });
    await world.settles();
    expect(
      (await world.as('cityLiaison').sees('/assignments?box=to_sign')).items.map(({ taskId }: Json) => taskId),
    ).toContain(task.id);
  });

  it('stands in the ledger, which filters, counts, searches and exports', async () => {
    const found = await world.as('officer').sees(`/tasks?q=${encodeURIComponent('路灯')}`);
    expect(found.items.map(({ title }: Json) => title)).toEqual(['路灯修复']);
    expect(
      await world.as('officer').sees('/tasks/count?state=closed,registered,dispatched,under_way,answered'),
    ).toMatchObject({ capped: false });
    expect((await world.as('cityHead').sees('/tasks')).items).toHaveLength(1);
    const csv = await world.as('officer').get('/tasks/export?format=csv');
    expect([csv.status, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(csv.text).toContain('路灯修复');
    expect((await world.as('cityHead').get('/tasks/export?format=csv')).status).toBe(403);
  });

  it.each([
    ['without If-Match', undefined, 428, 'http.preconditionRequired'],
    ['with a stale version', 99, 412, 'http.preconditionFailed'],
  ])('is not signed %s', async (_, ifMatch, status, code) => {
    const task = await dispatched({ title: '签收检查' });
    const [order] = (await box('waterLiaison', 'to_sign')).filter(({ taskId }) => taskId === task.id);
    const answer = await world
      .as('waterLiaison')
      .post(`/assignments/${order.id}/sign`, {}, ifMatch === undefined ? {} : { ifMatch });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    const other = await world
      .as('housingLiaison')
      .post(`/assignments/${order.id}/sign`, {}, { ifMatch: order.version });
    expect(other.status).toBe(404);
  });
});
