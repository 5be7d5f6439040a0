import { type Json, World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

const day = 86_400_000;

describe('suspension', () => {
  it('blocks sign, answer and verify, and gives its days back', async () => {
    const task = await story.assigned();
    await story.does('officer', task.id, 'suspend', { reason: '等待上级批复' });
    const { id, version } = await story.assignment(task.id, 'water');
    const sign = await world.as('waterLiaison').post(`/assignments/${id}/sign`, {}, { ifMatch: version });
    expect([sign.status, sign.body.code]).toEqual([409, 'task.suspended']);
    expect((await story.assignment(task.id, 'water')).task.suspended).toBe(true);
    expect(await story.refused('officer', task.id, 'suspend', { reason: '再次' })).toEqual([409, 'task.moveRefused']);
    await story.waits(4);
    const resumed = await story.does('officer', task.id, 'resume');
    const given = Date.parse(resumed.dueAt) - Date.parse(task.dueAt);
    expect(given).toBeGreaterThanOrEqual(4 * day);
    expect(given).toBeLessThan(4 * day + 60_000);
    const assignment = await story.assignment(task.id, 'water');
    expect([assignment.dueAt, assignment.originalDueAt]).toEqual([resumed.dueAt, task.dueAt]);
    expect(resumed.suspensions[0].resumedAt).toEqual(expect.any(String));
    expect(await story.refused('officer', task.id, 'resume')).toEqual([409, 'task.moveRefused']);
    expect(await story.told({ unit: 'water' }, task.id)).toEqual([
      'assignment.delivered',
      'task.suspended',
      'task.resumed',
    ]);
  });

  it('also holds a verification up', async () => {
    const task = await story.assigned();
    await story.answers(task.id, 'water');
    await story.does('officer', task.id, 'suspend', { reason: '诉讼期间' });
    expect(await story.refused('officer', task.id, 'verify', { verdict: 'pass', manner: 'desk', words: '好' })).toEqual(
      [409, 'task.suspended'],
    );
  });
});

describe('correction', () => {
  it('keeps what was said before, moves the dates that ran to it, and tells the units', async () => {
    const own = story.inDays(2);
    const task = await story.assigned();
    await story.does('officer', task.id, 'assists', { unitIds: [world.county.unit.town], dueAt: own });
    const dueAt = story.inDays(20);
    const corrected = await story.does('officer', task.id, 'correct', {
      reason: '点位数量有误',
      title: '整治全部黑臭水体',
      dueAt,
    });
    expect(corrected.corrections[0]).toMatchObject({
      before: { title: task.title, dueAt: task.dueAt },
      after: { title: '整治全部黑臭水体', dueAt },
    });
    await world.settles();
    const [lead, assist] = [await story.assignment(task.id, 'water'), await story.assignment(task.id, 'town')];
    expect([lead.dueAt, lead.originalDueAt, assist.dueAt]).toEqual([dueAt, task.dueAt, own]);
    expect(await story.told({ unit: 'water' }, task.id)).toContain('task.corrected');
  });

  it('refuses what would change nothing, or units once they have it', async () => {
    const task = await story.assigned();
    const reason = '核对';
    expect(await story.refused('officer', task.id, 'correct', { reason })).toEqual([422, 'task.nothingCorrected']);
    expect(await story.refused('officer', task.id, 'correct', { reason, title: task.title })).toEqual([
      422,
      'task.nothingCorrected',
    ]);
    expect(await story.refused('officer', task.id, 'correct', { reason, dueAt: story.inDays(-1) })).toEqual([
      422,
      'task.dueInPast',
      'dueAt',
    ]);
    expect(await story.refused('officer', task.id, 'correct', { reason, leadUnitId: world.county.unit.city })).toEqual([
      422,
      'task.fixedAfterDispatch',
      'leadUnitId',
    ]);
    expect(await story.refused('officer', task.id, 'correct', { reason, targetValue: 5 })).toEqual([
      422,
      'task.targetIncomplete',
      'targetUnit',
    ]);
    expect(await story.refused('officer', task.id, 'correct', { title: '新' })).toEqual([
      400,
      'http.invalidRequest',
      'reason',
    ]);
    await story.waits(11);
    expect((await story.does('officer', task.id, 'correct', { reason, demand: '逾期后仍可更正文字' })).demand).toBe(
      '逾期后仍可更正文字',
    );
  });
});

describe('cancelling', () => {
  it('ends the task and takes its assignments back', async () => {
    const task = await story.assigned({ assists: ['town'] });
    expect(await story.refused('officer', task.id, 'cancel', { reason: '无权' })).toEqual([403, 'http.forbidden']);
    const cancelled = await story.does('bureauHead', task.id, 'cancel', { reason: '政策调整' });
    expect([cancelled.state, cancelled.assignments.map(({ state }: { state: string }) => state)]).toEqual([
      'cancelled',
      ['recalled', 'recalled'],
    ]);
    expect(cancelled.actions).toEqual([]);
    expect(await story.told({ unit: 'town' }, task.id)).toContain('task.cancelled');
    expect(await story.refused('bureauHead', task.id, 'cancel', { reason: '再次' })).toEqual([409, 'task.moveRefused']);
  });
});

describe('splitting', () => {
  const child = (title: string, lead: 'water' | 'town', more: object = {}) => ({
    title,
    leadUnitId: world.county.unit[lead],
    ...more,
  });

  it('makes numbered sub-tasks, and the parent follows them up and back', async () => {
    const opened = await world
      .as('magistrate')
      .does('/tasks', story.aTask({ title: '人居环境整治', door: 'instruct' }));
    const parent = await story.does('officer', opened.id, 'split', {
      children: [child('清理河道', 'water'), child('清理村庄', 'town')],
      dispatch: true,
    });
    expect([parent.state, parent.rollUp, parent.children.map(({ number }: { number: string }) => number)]).toEqual([
      'dispatched',
      { total: 2, closed: 0 },
      [opened.number.replace('号', '-1号'), opened.number.replace('号', '-2号')],
    ]);
    await world.settles();
    const [water, town] = parent.children.map(({ id }: { id: string }) => id);
    await story.answers(water, 'water');
    expect((await story.page(opened.id)).state).toBe('under_way');
    await story.answers(town, 'town');
    expect((await story.page(opened.id)).state).toBe('answered');
    expect(
      await story.refused('officer', opened.id, 'verify', { verdict: 'pass', manner: 'desk', words: '好' }),
    ).toEqual([409, 'task.isParent']);
    const { id: redoId } = await story.assignment(town, 'town');
    await story.does('officer', town, 'verify', {
      verdict: 'redo',
      manner: 'desk',
      words: '重报',
      redoAssignmentIds: [redoId],
    });
    expect((await story.page(opened.id)).state).toBe('under_way');
    await story.answers(town, 'town');
    for (const [id] of [[water], [town]]) {
      await story.passes(id);
      await story.does('officer', id, 'close');
    }
    expect((await story.page(opened.id)).state).toBe('verified');
    await story.does('officer', opened.id, 'present', { summary: '两项均已办结' });
    expect((await story.does('magistrate', opened.id, 'decide', { decision: 'close' })).rollUp).toEqual({
      total: 2,
      closed: 2,
    });
  });

  it('closes a parent nobody asked for with its last child, however close they come', async () => {
    const mandateId = await story.mandate();
    const opened = await world
      .as('officer')
      .does('/tasks', story.aTask({ door: 'mandate', mandateId, kind: 'netizen_message' }));
    const { children } = await story.does('officer', opened.id, 'split', {
      children: [child('甲', 'water'), child('乙', 'town')],
      dispatch: true,
    });
    await world.settles();
    const [first, second] = children.map(({ id }: { id: string }) => id);
    await story.answers(first, 'water');
    await story.answers(second, 'town');
    const seen = await Promise.all([first, second].map((id) => story.passes(id)));
    await Promise.all(
      seen.map(({ id, version }) => world.as('officer').does(`/tasks/${id}/close`, {}, { ifMatch: version })),
    );
    expect((await story.page(opened.id)).state).toBe('closed');
    await story.does('officer', first, 'relapse', { reason: '反弹' });
    const parent = await story.page(opened.id);
    expect([parent.state, parent.round]).toEqual(['under_way', 2]);
  });

  it('refuses a task that was sent out, and names a child’s wrong field', async () => {
    const sent = await story.assigned();
    expect(await story.refused('officer', sent.id, 'split', { children: [child('甲', 'water')] })).toEqual([
      409,
      'task.alreadyAssigned',
    ]);
    const opened = await world.as('magistrate').does('/tasks', story.aTask({ door: 'instruct' }));
    const children = [child('甲', 'water'), { title: '乙', leadUnitId: world.county.unit.village }];
    expect(await story.refused('officer', opened.id, 'split', { children })).toEqual([
      422,
      'task.villageNotDirect',
      'children[1].leadUnitId',
    ]);
    expect((await story.page(opened.id)).children).toEqual([]);
    await story.does('officer', opened.id, 'split', { children: [child('甲', 'water')] });
    expect(await story.refused('officer', opened.id, 'dispatch')).toEqual([409, 'task.isParent']);
  });

  it('cancels everything below with the parent', async () => {
    const opened = await world.as('magistrate').does('/tasks', story.aTask({ door: 'instruct' }));
    await story.does('officer', opened.id, 'split', {
      children: [child('甲', 'water'), child('乙', 'town')],
      dispatch: true,
    });
    await world.settles();
    const cancelled = await story.does('magistrate', opened.id, 'cancel', { reason: '不再开展' });
    expect(cancelled.children.map(({ state }: { state: string }) => state)).toEqual(['cancelled', 'cancelled']);
    expect((await story.assignment(cancelled.children[0].id, 'water')).state).toBe('recalled');
  });
});

describe('a task whose clock is stopped', () => {
  it('is overdue for nobody until it runs again', async () => {
    const task = await story.assigned({ dueAt: story.inDays(2) });
    await story.waits(3);
    const seen = async () => [
      (await story.page(task.id)).overdue,
      (await story.assignment(task.id, 'water')).overdue,
      (await world.as('officer').sees('/tasks?overdue=true&limit=200')).items.some((row: Json) => row.id === task.id),
      (await world.as('waterHead').sees('/assignments?overdue=true')).items.some((row: Json) => row.taskId === task.id),
    ];
    expect(await seen()).toEqual([true, true, true, true]);
    await story.does('officer', task.id, 'suspend', { reason: '等待上级批复' });
    expect(await seen()).toEqual([false, false, false, false]);
    await story.does('officer', task.id, 'resume');
    expect(await seen()).toEqual([true, true, true, true]);
  });
});
