import { type Json, World } from '#test-kit';
import { storedState } from '../promises/kit/stored-state.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

const nobody = '018f0000-0000-7000-8000-00000000000a';

/** A dry run's answer, and that it left the database as it was. */
async function rehearsed(by: Parameters<World['as']>[0], path: string, body: object): Promise<Json> {
  await world.settles();
  const before = await storedState(world);
  const answer = await world.as(by).does(path, { ...body, dryRun: true });
  await world.settles();
  expect(await storedState(world)).toBe(before);
  return answer;
}

describe('a dry run', () => {
  it('of sending out says which go and why the others stay, and the act then does just that', async () => {
    const mandateId = await story.mandate();
    const open = (change: object) =>
      world.as('officer').does('/tasks', {
        ...story.aTask({ door: 'mandate', mandateId, kind: 'netizen_message' }),
        ...change,
      });
    const ready = await open({});
    const draft = await open({ door: 'draft', mandateId: undefined, leadUnitId: null, dueAt: null });
    const taskIds = [ready.id, draft.id, nobody];
    const said = await rehearsed('officer', '/tasks/dispatch', { taskIds });
    expect(said.dispatched).toBe(1);
    expect(said.skipped).toEqual([
      { taskId: nobody, code: 'task.notFound', fields: [] },
      { taskId: draft.id, code: 'task.moveRefused', fields: [] },
    ]);
    expect(await world.as('officer').does('/tasks/dispatch', { taskIds })).toEqual(said);
  });

  it('names the field that is missing', async () => {
    const mandateId = await story.mandate();
    const { id } = await world
      .as('officer')
      .does('/tasks', story.aTask({ door: 'mandate', mandateId, kind: 'netizen_message' }));
    await world.store.query('update task set due_at = null where id = $1', [id]);
    const { skipped } = await rehearsed('officer', '/tasks/dispatch', { taskIds: [id] });
    expect(skipped).toEqual([{ taskId: id, code: 'task.incomplete', fields: ['dueAt'] }]);
  });

  it('of a change of officer says who has it already and what is over', async () => {
    const { officer2 } = world.county.person;
    const open = await story.assigned();
    const his = await story.assigned({ caseOfficerId: officer2 });
    const over = await story.assigned();
    await story.does('magistrate', over.id, 'cancel', { reason: '重复' });
    const body = { taskIds: [open.id, his.id, over.id, nobody], caseOfficerId: officer2 };
    const said = await rehearsed('bureauHead', '/tasks/officer', body);
    expect([said.moved, said.skipped.map(({ code }: Json) => code)]).toEqual([
      1,
      ['task.officerAlready', 'task.moveRefused', 'task.notFound'],
    ]);
    expect(await world.as('bureauHead').does('/tasks/officer', body)).toEqual(said);
    expect((await story.page(open.id)).officer.id).toBe(officer2);
  });

  it('of signing and reporting says the same as the act', async () => {
    const task = await story.assigned();
    const { id } = await story.assignment(task.id, 'water');
    const sign = await rehearsed('waterLiaison', '/assignments/sign', { ids: [id, nobody] });
    expect(sign).toEqual({ signed: [id], skipped: [{ id: nobody, code: 'task.assignmentNotFound' }] });
    expect(await world.as('waterLiaison').does('/assignments/sign', { ids: [id, nobody] })).toEqual(sign);
    const line = (assignmentId: string, value?: number) => ({
      assignmentId,
      progress: '已开工',
      problem: '',
      nextStep: '',
      value,
    });
    const reports = [line(id), line(id, 3), line(nobody)];
    const report = await rehearsed('waterLiaison', '/assignments/reports', { reports });
    expect(report.saved.map(({ index }: Json) => index)).toEqual([0]);
    expect(report.rejected.map(({ code }: Json) => code)).toEqual(['task.notQuantified', 'task.assignmentNotFound']);
    const done = await world.as('waterLiaison').does('/assignments/reports', { reports });
    expect(done.rejected).toEqual(report.rejected);
  });

  it('of a fan-out names the units in the way and uses up no number', async () => {
    const { unit } = world.county;
    const body = {
      ...story.aTask({ door: 'instruct', dispatch: true }),
      leadUnitId: undefined,
      unitIds: [unit.water, unit.village, nobody],
    };
    const said = await rehearsed('magistrate', '/tasks/fan-out', body);
    expect(said).toEqual({
      taskIds: [],
      tasks: [],
      refused: [
        { unitId: unit.village, code: 'task.villageNotDirect', fields: ['leadUnitId'] },
        { unitId: nobody, code: 'task.unknownUnit', fields: ['leadUnitId'] },
      ],
    });
    const { body: refusal } = await world.as('magistrate').post('/tasks/fan-out', body);
    expect(refusal.code).toBe('task.villageNotDirect');
  });

  it('has a control: the act without it changes the database', async () => {
    const task = await story.assigned();
    const { id } = await story.assignment(task.id, 'water');
    const before = await storedState(world);
    await world.as('waterLiaison').does('/assignments/sign', { ids: [id] });
    expect(await storedState(world)).not.toBe(before);
  });
});
