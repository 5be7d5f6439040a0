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

const weekly = { reportEvery: 'week', reportWhy: '汛期每周须掌握' };
const late = async (): Promise<Json[]> => (await world.as('officer').sees('/tasks?reportOverdue=true')).items;
const lateInbox = async (): Promise<Json[]> =>
  (await world.as('waterLiaison').sees('/assignments?reportOverdue=true')).items;
const dutyOf = async (taskId: string): Promise<Json> => (await story.assignment(taskId, 'water')).reportDuty;
const orders = (subjectId: string, change: object = {}): Promise<Json> =>
  world.as('magistrate').does('/instructions', {
    ...{ subjectType: 'task', subjectId, kind: 'order', words: '汛期内每周报告一次', reportEvery: 'week' },
    ...change,
  });

describe('a routine report duty', () => {
  it('is a rhythm with its reason; more often than monthly needs an order that says so, and the refusal names the field', async () => {
    const mandateId = await story.mandate();
    const plan = (change: object): Json => ({
      ...story.aTask({ door: 'mandate', mandateId, kind: 'netizen_message' }),
      ...change,
    });
    const opened = (change: object) => world.as('officer').post('/tasks', plan(change));
    expect((await opened({ reportEvery: 'month' })).body).toMatchObject({
      code: 'task.reportIncomplete',
      errors: [{ path: 'reportWhy' }],
    });
    expect((await opened({ reportWhy: '甲' })).body.errors).toMatchObject([{ path: 'reportEvery' }]);
    expect((await opened({ reportEvery: 'daily', reportWhy: '甲' })).status).toBe(400);
    const barred = await opened(weekly);
    expect([barred.status, barred.body.code, barred.body.errors[0].path]).toEqual([
      422,
      'task.reportTooOften',
      'reportEvery',
    ]);
    const monthly = await opened({ ...weekly, reportEvery: 'month' });
    expect(monthly.status).toBe(201);
    const id = monthly.body.id;
    const more = { ...weekly, reason: '进入汛期' };
    expect(await story.refused('officer', id, 'correct', more)).toEqual([422, 'task.reportTooOften', 'reportEvery']);
    await orders(id, { reportEvery: 'half_month' });
    expect((await story.refused('officer', id, 'correct', more))[1]).toBe('task.reportTooOften');
    await orders(id);
    await story.does('officer', id, 'correct', more);
    const page = await story.page(id);
    expect(page).toMatchObject({ reportEvery: 'week', reportWhy: weekly.reportWhy });
    expect(page.instructions.map((one: Json) => one.reportEvery)).toEqual(['week', 'half_month']);
    expect(page.corrections[0]).toMatchObject({ before: { reportEvery: 'month' }, after: { reportEvery: 'week' } });
    await story.does('officer', id, 'correct', { reportEvery: 'never', reason: '汛期结束' });
    expect(await story.page(id)).toMatchObject({ reportEvery: null, reportWhy: null, reportBy: null });
    const remark = { subjectType: 'task', subjectId: id, kind: 'guidance', words: '酌情', reportEvery: 'week' };
    expect((await world.as('magistrate').post('/instructions', remark)).body).toMatchObject({
      code: 'task.onlyOrdersDecide',
      errors: [{ path: 'reportEvery' }],
    });
  });

  it('is what a principal wants himself: his own task, or one that he approves', async () => {
    const given = await story.assigned(weekly);
    expect(given).toMatchObject({ reportBy: { name: '程远' }, instructions: [{ reportEvery: 'week' }] });
    const draft = await world.as('officer').does('/tasks', story.aTask());
    await story.does('officer', draft.id, 'propose', { ...weekly, principalId: world.county.person.magistrate });
    await story.does('magistrate', draft.id, 'approve', { decision: 'agree' });
    await story.does('officer', draft.id, 'dispatch');
    expect((await story.page(draft.id)).instructions).toMatchObject([{ reportEvery: 'week' }]);
  });

  it('shows the unit who asked, why, how often and when next; a late report is found until it is given', async () => {
    const task = await story.assigned({ ...weekly, dueAt: story.inDays(60) });
    expect(await dutyOf(task.id)).toMatchObject({ every: 'week', nextDay: null, overdue: false });
    const { id, version } = await story.assignment(task.id, 'water');
    await world.as('waterLiaison').does(`/assignments/${id}/sign`, {}, { ifMatch: version });
    const owed = await dutyOf(task.id);
    expect(owed).toMatchObject({ why: weekly.reportWhy, askedBy: { name: '程远' }, overdue: false });
    await story.waits(6);
    expect([(await late()).length, (await lateInbox()).length]).toEqual([0, 0]);
    await story.waits(2);
    expect(await dutyOf(task.id)).toMatchObject({ nextDay: owed.nextDay, overdue: true });
    expect((await late()).map((one) => one.id)).toEqual([task.id]);
    expect((await lateInbox()).map((one) => one.id)).toEqual([id]);
    const asked = await world.as('waterHead').sees('/assignments/asked');
    expect(asked.reports.find((one: Json) => one.taskId === task.id)).toMatchObject({ every: 'week', overdue: true });
    expect((await world.as('townHead').sees('/assignments/asked')).reports).toEqual([]);
    expect((await world.as('waterHead').sees('/assignments/asked?month=2020-01')).reports).toEqual([]);
    await world.as('waterLiaison').does(`/assignments/${id}/report`, { progress: '已排查三处' });
    expect((await dutyOf(task.id)).nextDay > owed.nextDay).toBe(true);
    expect([(await late()).length, (await lateInbox()).length]).toEqual([0, 0]);
    await story.waits(9);
    expect(await late()).toHaveLength(1);
    await story.does('officer', task.id, 'suspend', { reason: '等待上级批复' });
    expect([(await late()).length, await dutyOf(task.id)]).toMatchObject([0, { nextDay: null, overdue: false }]);
  });
});
