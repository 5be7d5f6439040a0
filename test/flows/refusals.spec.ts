import { randomUUID } from 'node:crypto';
import { type Answer, type Json, World } from '#test-kit';
import { Door } from '../promises/kit/door.js';
import { freshCookie } from '../promises/kit/readers.js';
import { storedState } from '../promises/kit/stored-state.js';
import { aMessage, inDays, matterStory } from './stories/matter-story.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let s: World;
let story: TaskStory;
beforeAll(async () => {
  s = await World.open();
  story = new TaskStory(s);
});
afterAll(() => s.close());

const { message, act, read, workedOff } = matterStory(() => s);

/** What was refused, with which code and for which fields; nothing may have changed. */
async function refusal(asks: () => Promise<Pick<Answer, 'status' | 'text'>>): Promise<[number, string, ...string[]]> {
  const before = await storedState(s);
  const { status, text } = await asks();
  expect(await storedState(s)).toBe(before);
  const problem: Json = JSON.parse(text);
  return [status, problem.code, ...(problem.errors ?? []).map(({ path }: Json) => path)];
}

describe('at the door', () => {
  const raw = async (path: string, body?: string, headers: Record<string, string> = {}): Promise<Answer> => {
    const door = new Door(s, 1);
    const cookie = await freshCookie(s, 'officer');
    const answer = await door.send({ method: body === undefined ? 'GET' : 'POST', path, cookie, body, headers });
    door.close();
    return { ...answer, body: undefined, headers: {} };
  };

  it.each([
    ['half a body', () => raw('/tasks', '{"title":'), [400, 'http.unreadableBody']],
    ['a huge body', () => raw('/tasks', `{"title":"${'x'.repeat(2_000_000)}"}`), [413, 'http.tooLarge']],
    [
      'an unknown coding',
      () => raw('/tasks', '{}', { 'content-encoding': 'nonsense' }),
      [415, 'http.unsupportedMediaType'],
    ],
    ['an unknown path', () => raw('/nothing'), [404, 'http.notFound']],
    ['a place that is none', () => raw('/tasks?cursor=bm90aGluZw'), [400, 'http.invalidCursor']],
    ['a category without a duty', () => raw('/duties/suggest?category=%E6%97%A0'), [404, 'org.noDuty']],
  ])('refuses %s', async (_, asks, wanted) => {
    expect(await refusal(asks)).toEqual(wanted);
  });

  it('refuses a wrong password, and after five of them any', async () => {
    const guess = (): Promise<Answer> =>
      s.stranger().post('/session', { login: 'clerk', password: '猜一猜就知道了吗' });
    expect(await refusal(guess)).toEqual([401, 'access.badCredentials']);
    for (let more = 0; more < 4; more += 1) await guess();
    expect(await refusal(guess)).toEqual([429, 'access.lockedOut']);
    expect(Number((await guess()).headers['retry-after'])).toBeGreaterThan(0);
  });

  it('refuses a post of somebody else, and acts before one is chosen', async () => {
    const { invited } = s.county.person;
    const choose = (): Promise<Answer> => s.as('invited').put('/session/post', { postId: randomUUID() });
    expect(await refusal(choose)).toEqual([422, 'access.postNotHeld', 'postId']);
    await s.store.query(
      'update session set post_id = null where account_id = (select id from account where person_id = $1)',
      [invited],
    );
    expect(await refusal(() => s.as('invited').get('/tasks'))).toEqual([403, 'access.noPost']);
  });
});

describe('files', () => {
  const upload = (bytes: Buffer, name: string): Promise<Answer> => s.as('officer').upload('/evidence', bytes, name);

  it.each([
    ['no evidence', () => s.as('officer').post('/evidence'), [400, 'evidence.noFile', 'file']],
    ['empty evidence', () => upload(Buffer.alloc(0), 'a.png'), [422, 'evidence.emptyFile', 'file']],
    ['a program', () => upload(Buffer.from('MZ\u0000\u0001 no picture'), 'a.png'), [415, 'evidence.typeRefused']],
    [
      'no sheet',
      () => s.as('clerk').post('/imports', { sourceKind: 'netizen_message' }),
      [400, 'matter.noFile', 'file'],
    ],
  ])('refuses %s', async (_, asks, wanted) => {
    expect(await refusal(asks)).toEqual(wanted);
  });
});

describe('matters', () => {
  const reply = async ({ id }: Json): Promise<Answer> =>
    s.as('officer').post(`/matters/${id}/reply`, { body: '答复' }, { ifMatch: (await read({ id })).version });

  it('are not answered while their task runs, nor when nobody asked', async () => {
    const matter = await message();
    const words = { subjectType: 'matter', subjectId: matter.id, kind: 'order', words: '请办' };
    const { id: instructionId } = await s.as('magistrate').does('/instructions', words);
    await act(matter, 'register', { by: 'instruction', instructionId, task: { leadUnitId: s.county.unit.city } });
    expect(await refusal(() => reply(matter))).toEqual([409, 'matter.tasksOpen']);
    const decision = await s
      .as('officer')
      .does('/matters', aMessage({ kind: 'meeting_decision', meeting: '常务会议', signatories: undefined }));
    expect(await refusal(() => reply(decision))).toEqual([409, 'matter.nobodyToAnswer']);
  });

  it('that no unit has worked on have nothing to tell', async () => {
    const matter = await message();
    const words = { subjectType: 'matter', subjectId: matter.id, kind: 'order', words: '请办' };
    const { id: instructionId } = await s.as('magistrate').does('/instructions', words);
    const { task } = await act(matter, 'register', { by: 'instruction', instructionId });
    await story.does('bureauHead', task.id, 'cancel', { reason: '重复' });
    const worked = await workedOff(await message());
    const told = await s.as('officer').does('/matters/replies', { matterIds: [matter.id, worked.id] });
    expect(told).toMatchObject({ replied: 1, skipped: [{ matterId: matter.id, code: 'matter.nothingToTell' }] });
  });

  it.each([
    ['ends before it begins', 3, 2],
    ['has ended', -3, -2],
  ])('have no mandate that %s', async (_, from, to) => {
    const period = { from: inDays(from), to: inDays(to) };
    const mandate = { sourceKind: 'netizen_message', categoryPrefix: '', reason: '批量', ...period };
    expect(await refusal(() => s.as('officer').post('/mandates', mandate))).toEqual([
      422,
      'matter.mandatePeriod',
      'to',
    ]);
  });

  it('are no more than 5,000 in one act', async () => {
    await s.store.query(
      `insert into matter (id, kind, state, intake_no, title, body, needs_triage, content_sha256, received_at, round, created_at, version)
       select gen_random_uuid(), 'hotline', 'registered', '很多' || n, '很多', '很多', false, sha256(n::text::bytea), now(), 1, now(), 1 from generate_series(1, 5001) n`,
    );
    const many = { filter: { kind: 'hotline' } };
    expect(await refusal(() => s.as('officer').post('/matters/replies', many))).toEqual([422, 'matter.tooMany']);
  });
});

describe('assignments', () => {
  it('are worked in order, and only by those who have them', async () => {
    const task = await story.assigned();
    const { id, version } = await story.assignment(task.id, 'water');
    const liaison = s.as('waterLiaison');
    const post = (route: string, body: object, ifMatch: number) => (): Promise<Answer> =>
      liaison.post(`/assignments/${id}/${route}`, body, { ifMatch });
    const answer = { resultClass: 'B', body: '列入计划' };
    expect(await refusal(post('submit', answer, version))).toEqual([422, 'task.followUpUnnamed', 'followUpAt']);
    expect(await refusal(post('submit', { ...answer, resultClass: 'A' }, version))).toEqual([
      409,
      'task.assignmentMoveRefused',
    ]);
    const signed = await liaison.does(`/assignments/${id}/sign`, {}, { ifMatch: version });
    expect(await refusal(post('sign', {}, signed.version))).toEqual([409, 'task.assignmentMoveRefused']);
    expect(await refusal(post('report', { progress: '过半', value: 5 }, signed.version))).toEqual([
      422,
      'task.notQuantified',
      'value',
    ]);
    expect(await refusal(() => s.as('officer').get(`/assignments/${randomUUID()}`))).toEqual([
      404,
      'task.assignmentNotFound',
    ]);
    const signing = await s.as('housingLiaison').does('/assignments/sign', { ids: [id] });
    expect(signing).toEqual({ signed: [], skipped: [{ id, code: 'task.assignmentNotFound' }] });
  });
});
