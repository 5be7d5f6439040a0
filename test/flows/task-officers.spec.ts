import { emptyTask, OpenTasks } from '@ducha/task';
import { type PersonKey, World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

/** A person as other libs hand him to the engine. */
async function doer(key: PersonKey) {
  const personId = world.county.person[key];
  const [post] = await world.store.query<{ id: string; unit_id: string }>(
    'select id, unit_id from post where person_id = $1',
    [personId],
  );
  return {
    personId,
    accountId: world.county.account[key],
    sessionId: personId,
    postId: post?.id ?? '',
    unitId: post?.unit_id ?? '',
    unitIds: [],
    servesPersonId: null,
  };
}

describe('case officers', () => {
  it('change one by one or in bulk, and the new one is told', async () => {
    const { officer2, waterHead } = world.county.person;
    const task = await story.assigned();
    expect(await story.refused('officer', task.id, 'officer', { caseOfficerId: officer2 })).toEqual([
      403,
      'http.forbidden',
    ]);
    expect(await story.refused('bureauHead', task.id, 'officer', { caseOfficerId: waterHead })).toEqual([
      422,
      'task.postNotHeld',
      'caseOfficerId',
    ]);
    expect((await story.does('bureauHead', task.id, 'officer', { caseOfficerId: officer2 })).officer.id).toBe(officer2);
    expect(await story.told({ person: 'officer2' }, task.id)).toContain('task.given_to_you');
    const others = await Promise.all([story.assigned(), story.assigned()]);
    const moved = await world
      .as('bureauHead')
      .does('/tasks/officer', { taskIds: [task.id, ...others.map(({ id }) => id)], caseOfficerId: officer2 });
    expect(moved).toEqual({ moved: 2, skipped: [{ taskId: task.id, code: 'task.officerAlready', fields: [] }] });
  });
});

describe('instructions', () => {
  it('come in editions, reach those who work on the task, and are refused to strangers', async () => {
    const task = await story.assigned();
    const body = { subjectType: 'task', subjectId: task.id, kind: 'guidance', words: '注意方式方法' };
    const first = await world.as('magistrate').does('/instructions', body);
    const second = await world
      .as('magistrate')
      .does('/instructions', { ...body, words: '注意方式，确保稳定', lineageId: first.lineageId });
    expect([second.lineageId, second.edition]).toEqual([first.lineageId, 2]);
    expect((await story.page(task.id)).instructions).toHaveLength(2);
    expect((await story.told({ unit: 'water' }, task.id)).filter((kind) => kind === 'instruction.given')).toHaveLength(
      2,
    );
    const answer = async (by: Parameters<World['as']>[0], change: object) => {
      const { status, body: problem } = await world.as(by).post('/instructions', { ...body, ...change });
      return [status, problem.code];
    };
    expect(await answer('secretary', { lineageId: first.lineageId })).toEqual([403, 'task.instructionNotYours']);
    expect(await answer('magistrate', { lineageId: task.id })).toEqual([404, 'task.unknownInstruction']);
    expect(await answer('magistrate', { subjectId: world.county.unit.water })).toEqual([404, 'task.notFound']);
    expect(await answer('magistrate', { subjectType: 'matter' })).toEqual([422, 'task.unknownMatter']);
    expect(await answer('officer', {})).toEqual([403, 'http.forbidden']);
    const foreign = await story.assigned({}, 'secretary');
    expect(await answer('clerkOfMagistrate', { subjectId: foreign.id })).toEqual([404, 'task.notFound']);
  });
});

describe('editions of an instruction', () => {
  it('are numbered without gaps however many are written at once', async () => {
    const task = await story.assigned();
    const body = { subjectType: 'task', subjectId: task.id, kind: 'order', words: '抓紧' };
    const { lineageId } = await world.as('magistrate').does('/instructions', body);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => world.as('magistrate').post('/instructions', { ...body, lineageId })),
    );
    const won = answers.filter(({ status }) => status === 201);
    const lost = answers.filter(({ status }) => status === 409);
    expect([won.length + lost.length, new Set(lost.map(({ body: { code } }) => code)).size <= 1]).toEqual([10, true]);
    const editions = won.map(({ body: { edition } }) => Number(edition)).sort((a, b) => a - b);
    expect(editions).toEqual(editions.map((_, at) => at + 2));
    const taken = await world.as('magistrate').post('/instructions', { ...body, lineageId });
    expect(taken.body.edition).toBe(won.length + 2);
  });
});

describe('a number made elsewhere', () => {
  it('is refused when it is taken', async () => {
    const { number } = await story.assigned();
    const by = { ...(await doer('officer')), role: 'bureau_officer' as const };
    const tasks = [{ ...emptyTask, kind: 'hotline' as const, title: '重号', number }];
    const opening = world.app
      .get(OpenTasks, { strict: false })
      .run({ tasks, registeredBy: { door: 'mandate', recordId: null }, dispatch: false, by });
    await expect(opening).rejects.toMatchObject({ code: 'task.numberTaken' });
  });
});

describe('sub-tasks opened below a task', () => {
  const child = (parentId: string) => story.aTask({ title: '子任务', parentId });

  it('join their parent, unless there is none or it was sent out', async () => {
    const { id: parentId } = await world.as('magistrate').does('/tasks', story.aTask({ door: 'instruct' }));
    const { id } = await world.as('officer').does('/tasks', child(parentId));
    expect((await story.page(parentId)).children.map((one: { id: string }) => one.id)).toEqual([id]);
    const refused = async (by: Parameters<World['as']>[0], body: object) =>
      (await world.as(by).post('/tasks', body)).body.code;
    expect(await refused('officer', child(world.county.unit.water))).toBe('task.unknownParent');
    expect(await refused('officer', child((await story.assigned()).id))).toBe('task.alreadyAssigned');
    expect(await refused('magistrate', child(parentId))).toBe('http.forbidden');
    expect(await refused('officer', story.aTask({ matterId: world.county.unit.water }))).toBe('task.unknownMatter');
  });
});

describe('a task nobody knows', () => {
  it.each(['dispatch', 'close', 'suspend', 'cancel'])('cannot %s', async (act) => {
    const body = act === 'dispatch' ? {} : { reason: '无' };
    const answer = await world.as('bureauHead').post(`/tasks/${world.county.unit.water}/${act}`, body, { ifMatch: 1 });
    expect([answer.status, answer.body.code]).toEqual([404, 'task.notFound']);
  });
});

describe('a parent before its principal', () => {
  const aParent = async (): Promise<{ id: string; only: string }> => {
    const { id } = await world.as('magistrate').does('/tasks', story.aTask({ door: 'instruct' }));
    const children = [{ title: '甲', leadUnitId: world.county.unit.water }];
    const split = await story.does('officer', id, 'split', { children, dispatch: true });
    await world.settles();
    return { id, only: split.children[0].id };
  };

  it('goes back to work when a child relapses, and is presented anew', async () => {
    const { id, only } = await aParent();
    await story.answers(only, 'water');
    await story.passes(only);
    await story.does('officer', only, 'close');
    await story.does('officer', id, 'present', { summary: '已完成' });
    await story.does('officer', only, 'relapse', { reason: '反弹' });
    expect((await story.page(id)).state).toBe('registered');
    await story.does('officer', only, 'dispatch');
    await world.settles();
    await story.answers(only, 'water');
    await story.passes(only);
    await story.does('officer', only, 'close');
    await story.does('officer', id, 'present', { summary: '再次完成' });
    const closed = await story.does('magistrate', id, 'decide', { decision: 'close' });
    expect([closed.state, closed.round, closed.presentation.summary]).toEqual(['closed', 2, '再次完成']);
    const decisions = await world.store.query('select decision from presentation where task_id = $1 order by id', [id]);
    expect(decisions).toEqual([{ decision: 'withdrawn' }, { decision: 'close' }]);
  });

  it('is held up while a child is open, whatever its own row says', async () => {
    const { id } = await aParent();
    await world.store.query(`update task set state = 'verified' where id = $1`, [id]);
    expect(await story.refused('officer', id, 'present', { summary: '好' })).toEqual([409, 'task.childrenOpen']);
  });
});

describe('a task without a rule for its unit', () => {
  it('is shown to the heads of the bureau', async () => {
    const task = await story.assigned();
    expect(task.officer).toBeNull();
    expect(await story.told({ person: 'bureauHead' }, task.id)).toEqual(['task.without_officer']);
  });
});
