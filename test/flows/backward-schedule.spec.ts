import { type Answer, type Json, World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
const step = (key: string, days: number, after: string[] = [], more: object = {}): Json => ({
  ...{ key, title: `步骤${key}`, days, unit: 'working_day', after },
  ...more,
});
const steps = [step('survey', 3), step('build', 5, ['survey'])];
const day = (offset: number): string => story.inDays(offset).slice(0, 10);
const preview = (body: object): Promise<Answer> => world.as('officer').post('/schedules/preview', body);

describe('a plan that is tried out', () => {
  const plan = { from: '2026-09-01', endDay: '2026-10-12', steps };

  it('is reckoned backwards, proves what cannot be, and shows what a change does', async () => {
    const { body } = await preview(plan);
    expect(body).toMatchObject({ criticalChain: ['survey', 'build'], impossible: [], provisional: false, moved: [] });
    expect(body.steps[1]).toMatchObject({ key: 'build', latestStart: '2026-09-30', latestFinish: '2026-10-12' });
    const late = await preview({ ...plan, from: '2026-09-30' });
    expect(late.body.impossible).toMatchObject([
      { reason: 'endMissed', chain: ['survey', 'build'], reached: '2026-10-15', days: 3, workingDays: 3 },
    ]);
    const longer = await preview({
      ...plan,
      steps: [steps[0], step('build', 6, ['survey'])],
      before: { endDay: plan.endDay, steps },
    });
    expect(longer.body.moved).toMatchObject([
      { key: 'survey', before: { latestFinish: '2026-09-29' }, after: { latestFinish: '2026-09-28' } },
      { key: 'build', before: { latestStart: '2026-09-30' }, after: { latestStart: '2026-09-29' } },
    ]);
  });

  it.each([
    [{ steps: [step('a', 1, ['b']), step('b', 1, ['a'])] }, [422, 'schedule.loop', 'steps[0].after']],
    [{ steps: [step('a', 1), step('a', 1)] }, [422, 'schedule.repeatedKey', 'steps[1].key']],
    [{ steps: [step('a', 1, ['constructor'])] }, [422, 'schedule.unknownStep', 'steps[0].after[0]']],
    [{ steps: [step('a', 0)] }, [400, 'http.invalidRequest', 'steps[0].days']],
    [{ steps: [step('a', 1e9)] }, [400, 'http.invalidRequest', 'steps[0].days']],
    [{ steps: [] }, [400, 'http.invalidRequest', 'steps']],
    [{ steps: [step('a', 1, [], { startsOn: '2026-02-30' })] }, [400, 'http.invalidRequest', 'steps[0].startsOn']],
    [{ steps: [step('a', 1, [], { colour: 'red' })] }, [400, 'http.invalidRequest', 'steps[0].colour']],
    [{ endDay: '275760-09-13' }, [400, 'http.invalidRequest', 'endDay']],
    [{ endDay: '2026-02-29' }, [400, 'http.invalidRequest', 'endDay']],
    [{ from: '1992-01-01', endDay: '1992-01-08' }, [422, 'calendar.termOutOfRange', 'steps[0].days']],
  ])('%j is refused with its field', async (change, wanted) =>
    expect(refusal(await preview({ ...plan, ...change })).slice(0, wanted.length)).toEqual(wanted),
  );

  it('names the loop', async () => {
    const looped = [step('a', 1, ['c']), step('b', 1, ['a']), step('c', 1, ['b'])];
    const { body } = await preview({ ...plan, steps: looped });
    expect(body.loop).toHaveLength(4);
  });
});

describe('the schedule of a task', () => {
  const draft = async (): Promise<Json> => {
    const mandateId = await story.mandate();
    const body = story.aTask({ door: 'mandate', mandateId, kind: 'netizen_message', dueAt: story.inDays(60) });
    return world.as('officer').does('/tasks', body);
  };
  const saves = (id: string, version: number, body: object): Promise<Answer> =>
    world.as('officer').put(`/tasks/${id}/schedule`, body, { ifMatch: version });

  it('is saved state by state, and its steps become sub-tasks with their days', async () => {
    const task = await draft();
    const path = `/tasks/${task.id}/schedule`;
    expect(await world.as('officer').sees(path)).toMatchObject({ version: 0, steps: [], plan: null });
    const housing = world.county.unit.housing;
    const plan = {
      endDay: day(60),
      steps: [step('survey', 3, [], { leadUnitId: housing }), step('build', 5, ['survey'], { leadUnitId: housing })],
    };
    expect((await saves(task.id, 0, plan)).body).toMatchObject({
      version: 1,
      state: 'draft',
      plan: { impossible: [] },
    });
    expect(refusal(await saves(task.id, 0, plan))).toEqual([412, 'http.preconditionFailed']);
    expect(refusal(await world.as('waterLiaison').put(path, plan, { ifMatch: 1 }))[0]).toBe(404);
    const tight = { ...plan, endDay: day(2) };
    expect((await saves(task.id, 1, tight)).body.plan.impossible).toMatchObject([{ reason: 'endMissed' }]);
    const apply = (version: number): Promise<Answer> =>
      world.as('officer').post(`${path}/sub-tasks`, { taskVersion: task.version ?? 1 }, { ifMatch: version });
    expect(refusal(await apply(2))).toEqual([422, 'schedule.impossible']);
    expect((await saves(task.id, 2, plan)).body.version).toBe(3);
    expect((await world.as('auditor').sees(`${path}/versions/2`)).endDay).toBe(tight.endDay);
    expect(refusal(await world.as('auditor').get(`${path}/versions/9`))).toEqual([404, 'schedule.notFound']);
    const page = await story.page(task.id);
    const applied = await world.as('officer').post(`${path}/sub-tasks`, { taskVersion: page.version }, { ifMatch: 3 });
    expect(applied.body).toMatchObject({ state: 'applied' });
    const { children } = await story.page(task.id);
    expect(children).toHaveLength(2);
    const last = applied.body.plan.steps[0].latestFinish;
    const dues = await world.store.query<{ day: string }>(
      `select (due_at at time zone 'Asia/Shanghai')::date::text as day from task where parent_id = $1 and title = '步骤survey'`,
      [task.id],
    );
    expect(dues).toEqual([{ day: last }]);
    expect(refusal(await saves(task.id, 3, plan))).toEqual([409, 'schedule.applied']);
    const acts = await world.store.query<{ act: string }>(
      `select act from audit_row where about_id = $1 and act like 'schedule.%' order by at, id`,
      [task.id],
    );
    expect(acts.map(({ act }) => act)).toEqual(['schedule.save', 'schedule.save', 'schedule.save', 'schedule.apply']);
  });

  it('of another task cannot be applied before it is saved', async () => {
    const task = await draft();
    const answer = await world
      .as('officer')
      .post(`/tasks/${task.id}/schedule/sub-tasks`, { taskVersion: 1 }, { ifMatch: 1 });
    expect(refusal(answer)).toEqual([404, 'schedule.notFound']);
  });
});
