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

const pass = { verdict: 'pass', manner: 'desk', words: '情况属实' };

/** Gives a person a second post, as people who move between houses have; the open session keeps acting in the first. */
const alsoIn = async (person: keyof World['county']['person'], role: string, unit: keyof World['county']['unit']) => {
  await world.cookieOf(person);
  await world.store.query(
    `insert into post (id, person_id, role, unit_id, title, from_at, version) values (gen_random_uuid(), $1, $2, $3, '兼任', now() - interval '1 day', 1)`,
    [world.county.person[person], role, world.county.unit[unit]],
  );
};

describe('who may judge', () => {
  it('is nobody of a doing unit, whatever post they act in', async () => {
    const task = await story.mandated({ lead: 'housing' });
    await story.answers(task.id, 'housing');
    expect(await story.refused('housingHead', task.id, 'verify', pass)).toEqual([403, 'http.forbidden']);
    await alsoIn('officer2', 'unit_staff', 'housing');
    expect(await story.refused('officer2', task.id, 'verify', pass)).toEqual([403, 'task.doerMayNotJudge']);
    expect((await world.as('officer2').sees(`/tasks/${task.id}`)).actions).not.toContain('verify');
    expect((await story.passes(task.id)).state).toBe('verified');
    expect(await story.refused('officer2', task.id, 'close')).toEqual([403, 'task.doerMayNotJudge']);
    expect((await story.does('officer', task.id, 'close')).state).toBe('closed');
    expect(await story.refused('officer2', task.id, 'confirm', { words: '好' })).toEqual([403, 'task.doerMayNotJudge']);
    expect(await story.refused('officer2', task.id, 'relapse', { reason: '反弹' })).toEqual([
      403,
      'task.doerMayNotJudge',
    ]);
  });

  it('is refused by the database too, should the code ever forget', async () => {
    const task = await story.mandated({ lead: 'city' });
    const insert = world.store.query(
      `insert into verification (id, task_id, round, attempt, manner, verdict, words, redo_assignment_ids, verified_by, verified_at)
       values (gen_random_uuid(), $1, 1, 1, 'desk', 'pass', '', '{}', $2, now())`,
      [task.id, world.county.person.cityHead],
    );
    await expect(insert).rejects.toMatchObject({ code: 'task.doerMayNotJudge' });
  });

  it('is the leader’s office for the bureau’s own tasks, and only for those', async () => {
    const own = await story.assigned({ lead: 'bureau' });
    await world.store.query(`update assignment set state = 'answered', answered_at = now() where task_id = $1`, [
      own.id,
    ]);
    await world.store.query(`update task set state = 'answered', answered_at = now() where id = $1`, [own.id]);
    expect(await story.refused('officer', own.id, 'verify', pass)).toEqual([403, 'task.doerMayNotJudge']);
    expect((await story.passes(own.id, 'clerkOfMagistrate')).state).toBe('verified');
    const other = await story.assigned();
    await story.answers(other.id, 'water');
    expect(await story.refused('clerkOfMagistrate', other.id, 'verify', pass)).toEqual([
      403,
      'task.officeOnlyForBureau',
    ]);
  });
});

describe('a redo', () => {
  it('names answered assignments of this round, the lead among them', async () => {
    const task = await story.mandated({ assists: ['town'] });
    await story.answers(task.id, 'town');
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    const assist = await story.assignment(task.id, 'town');
    await world.as('waterHead').does(`/assignments/${assist.id}/accept`, {}, { ifMatch: assist.version });
    await story.answers(task.id, 'water');
    const lead = await story.assignment(task.id, 'water');
    const redo = (redoAssignmentIds: string[]) => ({
      verdict: 'redo',
      manner: 'desk',
      words: '材料不全',
      redoAssignmentIds,
    });
    expect(await story.refused('officer', task.id, 'verify', redo([]))).toEqual([
      422,
      'task.redoNamesNone',
      'redoAssignmentIds',
    ]);
    expect(await story.refused('officer', task.id, 'verify', redo([world.county.unit.water]))).toEqual([
      422,
      'task.redoNotAnswered',
      'redoAssignmentIds[0]',
    ]);
    expect(await story.refused('officer', task.id, 'verify', redo([assist.id]))).toEqual([
      422,
      'task.redoWithoutLead',
      'redoAssignmentIds',
    ]);
    expect(await story.refused('officer', task.id, 'verify', { ...redo([lead.id]), words: '  ' })).toEqual([
      400,
      'http.invalidRequest',
      'words',
    ]);
    await story.does('officer', task.id, 'verify', redo([lead.id, assist.id]));
    expect([(await story.assignment(task.id, 'water')).state, (await story.assignment(task.id, 'town')).state]).toEqual(
      ['signed', 'signed'],
    );
    expect(await story.told({ unit: 'town' }, task.id)).toContain('assignment.redo');
  });
});

describe('closing', () => {
  it('is never granted on a bare claim', async () => {
    const task = await story.mandated();
    for (const act of ['close', 'present', 'verify', 'confirm'] as const) {
      const body = { close: {}, present: { summary: '好' }, verify: pass, confirm: { words: '好' } }[act];
      expect(await story.refused('officer', task.id, act, body)).toEqual([409, 'task.moveRefused']);
    }
    await story.answers(task.id, 'water');
    expect(await story.refused('officer', task.id, 'close')).toEqual([409, 'task.moveRefused']);
    expect((await story.page(task.id)).completion.closedAt).toBeNull();
  });

  it('goes by presentation when a principal asked, and only then', async () => {
    const asked = await story.assigned();
    await story.answers(asked.id, 'water');
    await story.passes(asked.id);
    expect(await story.refused('officer', asked.id, 'close')).toEqual([409, 'task.principalAwaits']);
    await story.does('officer', asked.id, 'present', { summary: '已完成' });
    expect(await story.refused('secretary', asked.id, 'decide', { decision: 'close' })).toEqual([
      403,
      'task.notYourLeader',
    ]);
    expect(await story.refused('magistrate', asked.id, 'decide', { decision: 'instruct' })).toEqual([
      422,
      'task.wordsNeeded',
      'words',
    ]);
    const closed = await story.does('clerkOfMagistrate', asked.id, 'decide', { decision: 'close' });
    expect([closed.state, closed.presentation.decidedBy.name, closed.instructions[0].words]).toEqual([
      'closed',
      '文秘书',
      '圈阅',
    ]);
    const unasked = await story.mandated();
    await story.answers(unasked.id, 'water');
    await story.passes(unasked.id);
    expect(await story.refused('officer', unasked.id, 'present', { summary: '好' })).toEqual([409, 'task.nobodyAsked']);
  });

  it('wants a follow-up for a promise', async () => {
    const task = await story.mandated();
    await story.answers(task.id, 'water', { resultClass: 'B', followUpAt: story.inDays(60) });
    await story.passes(task.id);
    await world.store.query('update answer set follow_up_at = null where task_id = $1', [task.id]);
    expect(await story.refused('officer', task.id, 'close')).toEqual([409, 'task.followUpMissing']);
    await world.store.query(`update answer set follow_up_at = now() + interval '60 days' where task_id = $1`, [
      task.id,
    ]);
    expect((await story.does('officer', task.id, 'close')).state).toBe('closed');
  });

  it('takes back what was waived and still hangs', async () => {
    const task = await story.mandated({ assists: ['town'] });
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    const assist = await story.assignment(task.id, 'town');
    await world
      .as('waterHead')
      .does(`/assignments/${assist.id}/waive`, { reason: '该镇无点位' }, { ifMatch: assist.version });
    await story.answers(task.id, 'water');
    await story.passes(task.id);
    await story.does('officer', task.id, 'close');
    expect((await story.assignment(task.id, 'town')).state).toBe('recalled');
  });

  it('happens once however many close at once', async () => {
    const task = await story.mandated();
    await story.answers(task.id, 'water');
    const { version } = await story.passes(task.id);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => world.as('officer').post(`/tasks/${task.id}/close`, {}, { ifMatch: version })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
    expect((await story.acts(task.id)).filter((act) => act.startsWith('task.close '))).toEqual([
      'task.close verified>closed',
    ]);
  });
});

describe('after closing', () => {
  it.each([
    ['relapse', 'officer', 'task.relapsed'],
    ['reopen', 'magistrate', 'task.reopened'],
  ] as const)('a %s starts another round', async (act, by, notice) => {
    const task = await story.mandated();
    await story.answers(task.id, 'water');
    await story.passes(task.id);
    await story.does('officer', task.id, 'close');
    const again = await story.does(by, task.id, act, { reason: '群众再次反映' });
    expect([again.state, again.round, again.completion.closedAt]).toEqual(['registered', 2, null]);
    expect(await story.told({ unit: 'water' }, task.id)).toContain(notice);
    await story.does('officer', task.id, 'dispatch');
    await world.settles();
    expect((await story.assignment(task.id, 'water')).predecessorId).toEqual(expect.any(String));
  });
});
