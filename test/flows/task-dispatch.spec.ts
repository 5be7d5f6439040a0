import { DeliverChunk, Undelivered } from '@ducha/task';
import { World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

/** A registered task that was not sent out. */
const registered = (wanted: Parameters<TaskStory['aTask']>[0] = {}) =>
  world.as('magistrate').does('/tasks', story.aTask({ door: 'instruct', ...wanted }));

describe('dispatching one task', () => {
  it('sends to lead and assists, with what the act says anew', async () => {
    const { id } = await registered();
    const { housing, city } = world.county.unit;
    const task = await story.does('officer', id, 'dispatch', {
      leadUnitId: housing,
      assistUnitIds: [city],
      dueAt: story.inDays(3),
    });
    expect([task.state, task.leadUnit.id]).toEqual(['dispatched', housing]);
    // delivery does not wait for this answer to be read
    for (const { state } of task.assignments) expect(['queued', 'delivered']).toContain(state);
    expect(task.assignments).toHaveLength(2);
    await world.settles();
    expect(await story.told({ unit: 'housing' }, id)).toEqual(['assignment.delivered']);
    expect((await story.assignment(id, 'city')).dueAt).toBe(task.dueAt);
  });

  it('refuses what cannot go out', async () => {
    const { id } = await registered();
    const { village, water } = world.county.unit;
    expect(await story.refused('officer', id, 'dispatch', { leadUnitId: village })).toEqual([
      422,
      'task.villageNotDirect',
      'leadUnitId',
    ]);
    expect(await story.refused('officer', id, 'dispatch', { assistUnitIds: [water] })).toEqual([
      422,
      'task.duplicateUnit',
      'assistUnitIds[0]',
    ]);
    expect(await story.refused('officer', id, 'dispatch', { dueAt: story.inDays(-1) })).toEqual([
      422,
      'task.dueInPast',
      'dueAt',
    ]);
    expect(await story.refused('clerk', id, 'dispatch')).toEqual([403, 'http.forbidden']);
    const stale = await world.as('officer').post(`/tasks/${id}/dispatch`, {}, { ifMatch: 7 });
    expect([stale.status, stale.body.code]).toEqual([412, 'http.preconditionFailed']);
    const blind = await world.as('officer').post(`/tasks/${id}/dispatch`);
    expect([blind.status, blind.body.code]).toEqual([428, 'http.preconditionRequired']);
    await story.does('officer', id, 'dispatch');
    expect(await story.refused('officer', id, 'dispatch')).toEqual([409, 'task.moveRefused']);
  });

  it('goes out once however many send it at once', async () => {
    const { id, version } = await registered();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => world.as('officer').post(`/tasks/${id}/dispatch`, {}, { ifMatch: version })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
    expect((await story.page(id)).assignments).toHaveLength(1);
  });

  it('gives the task to the unit’s officer, or to the cover while the officer is away', async () => {
    const { unit, person } = world.county;
    await world.store.query('insert into case_officer_rule (unit_id, officer_id, cover_id) values ($1, $2, $3)', [
      unit.county,
      person.officer,
      person.officer2,
    ]);
    const present = await registered({ dispatch: true });
    expect((await story.page(present.id)).officer.id).toBe(person.officer);
    await world.store.query(
      `insert into absence (person_id, from_at, to_at) values ($1, now() - interval '1 hour', now() + interval '1 day')`,
      [person.officer],
    );
    const covered = await registered({ dispatch: true });
    const page = await story.page(covered.id);
    expect([page.officer.id, page.cover.id]).toEqual([person.officer2, person.officer]);
    await world.settles();
    expect(await story.told({ person: 'officer2' }, covered.id)).toEqual(['task.dispatched']);
    await world.store.query('delete from case_officer_rule');
    await world.store.query('delete from absence');
  });
});

describe('dispatching many tasks', () => {
  it('sends what can go and names what cannot', async () => {
    const ready = await registered();
    const draft = await world.as('officer').does('/tasks', story.aTask());
    const unknown = world.county.unit.water;
    const answer = await world.as('officer').does('/tasks/dispatch', { taskIds: [ready.id, draft.id, unknown] });
    expect(answer.dispatched).toBe(1);
    expect(answer.skipped).toEqual(
      expect.arrayContaining([
        { taskId: unknown, code: 'task.notFound', fields: [] },
        { taskId: draft.id, code: 'task.moveRefused', fields: [] },
      ]),
    );
  });

  it('sends everything a filter finds, in one act of several chunks, and tells who sent it', async () => {
    const { unit, person } = world.county;
    await world.store.query(
      `insert into task (id, kind, category, title, demand, state, round, lead_unit_id, assist_unit_ids, due_at, created_by, created_at, registered_at, version)
       select gen_random_uuid(), 'hotline', '城市管理/占道', '批量任务' || n, '', 'registered', 1, $1, array[$2::uuid], now() + interval '9 days', $3, now(), now(), 1
       from generate_series(1, 600) as n`,
      [unit.city, unit.town, person.officer],
    );
    const answer = await world
      .as('officer')
      .does('/tasks/dispatch', { filter: { kind: 'hotline', category: '城市管理' } });
    expect(answer).toEqual({ dispatched: 600, skipped: [] });
    await world.settles();
    const states = await world.store.query(
      `select a.state, count(*)::int as n, count(distinct a.chunk)::int as chunks from assignment a join task t on t.id = a.task_id where t.kind = 'hotline' group by a.state`,
    );
    expect(states).toEqual([{ state: 'delivered', n: 1200, chunks: 3 }]);
    const notices = await world.store.query<{ n: number }>(
      `select count(*)::int as n from notice n join task t on t.id = n.task_id where t.kind = 'hotline' and n.kind = 'assignment.delivered'`,
    );
    expect(notices[0]?.n).toBe(1200);
    const concluded = await world.store.query(
      `select facts ->> 'assignments' as n, person_id from notice where kind = 'dispatch.concluded'`,
    );
    expect(concluded).toEqual([{ n: '1200', person_id: person.officer }]);
  });

  it('wants either ids or a filter', async () => {
    const neither = await world.as('officer').post('/tasks/dispatch', {});
    expect([neither.status, neither.body.code, neither.body.errors[0].path]).toEqual([
      422,
      'task.incomplete',
      'taskIds',
    ]);
  });
});

describe('delivery', () => {
  it('happens once, however often it is rung for', async () => {
    const task = await story.assigned({ assists: ['town'] });
    const [row] = await world.store.query<{ dispatch_id: string }>(
      'select dispatch_id from assignment where task_id = $1',
      [task.id],
    );
    const deliver = world.app.get(DeliverChunk, { strict: false });
    const counts = await Promise.all(Array.from({ length: 8 }, () => deliver.run(row?.dispatch_id ?? '', 0)));
    expect(counts.every((n) => n === 0)).toBe(true);
    expect(await story.told({ unit: 'town' }, task.id)).toEqual(['assignment.delivered']);
    expect((await story.acts(task.id)).filter((act) => act === 'assignment.deliver queued>delivered')).toHaveLength(2);
  });

  it('is found again from the table when the bell was lost', async () => {
    const task = await story.assigned();
    await world.store.query(
      `update assignment set state = 'queued', delivered_at = null, queued_at = now() - interval '1 minute' where task_id = $1`,
      [task.id],
    );
    await world.app.get(Undelivered, { strict: false }).deliver();
    expect((await story.assignment(task.id, 'water')).state).toBe('delivered');
  });

  it('leaves out what was cancelled before it arrived', async () => {
    const task = await story.assigned();
    const [row] = await world.store.query<{ dispatch_id: string }>(
      'select dispatch_id from assignment where task_id = $1',
      [task.id],
    );
    await world.store.query(`update assignment set state = 'queued', delivered_at = null where task_id = $1`, [
      task.id,
    ]);
    await story.does('magistrate', task.id, 'cancel', { reason: '重复交办' });
    expect(await world.app.get(DeliverChunk, { strict: false }).run(row?.dispatch_id ?? '', 0)).toBe(0);
    expect((await story.assignment(task.id, 'water')).state).toBe('recalled');
  });
});

describe('adding assists', () => {
  it('works until the task is answered, each with its own date', async () => {
    const task = await story.assigned();
    const { town, city, water } = world.county.unit;
    expect(await story.refused('officer', task.id, 'assists', { unitIds: [water] })).toEqual([
      409,
      'task.unitAlreadyDoing',
      'unitIds[0]',
    ]);
    expect(await story.refused('officer', task.id, 'assists', { unitIds: [town, town] })).toEqual([
      422,
      'task.duplicateUnit',
      'unitIds[1]',
    ]);
    const dueAt = story.inDays(2);
    await story.does('officer', task.id, 'assists', { unitIds: [town], dueAt });
    await world.settles();
    expect([(await story.assignment(task.id, 'town')).dueAt, (await story.assignment(task.id, 'town')).state]).toEqual([
      dueAt,
      'delivered',
    ]);
    await story.answers(task.id, 'town');
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    const assist = await story.assignment(task.id, 'town');
    await world.as('waterHead').does(`/assignments/${assist.id}/accept`, {}, { ifMatch: assist.version });
    await story.answers(task.id, 'water');
    expect(await story.refused('officer', task.id, 'assists', { unitIds: [city] })).toEqual([409, 'task.moveRefused']);
  });
});
