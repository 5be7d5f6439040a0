import { type Answer, type Json, type PersonKey, World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

const share = async (taskId: string, who: PersonKey): Promise<Json> =>
  (await world.as(who).sees('/assignments?box=all&limit=200')).items.find((one: Json) => one.taskId === taskId);
const gives = (id: string, who: PersonKey, to: readonly PersonKey[], also: object = {}): Promise<Answer> =>
  world.as(who).post(`/assignments/${id}/errands`, {
    personIds: to.map((key) => world.county.person[key]),
    note: '请到现场核实并拍照',
    ...also,
  });
const errands = (id: string, who: PersonKey): Promise<Json> => world.as(who).sees(`/assignments/${id}/errands`);
const moves = (id: string, who: PersonKey, errand: Json, act: string, body: object): Promise<Answer> =>
  world.as(who).post(`/assignments/${id}/errands/${errand.id}/${act}`, body, { ifMatch: errand.version });
const refusal = ({ status, body }: Answer): unknown[] => [status, body.code];
const inboxOf = async (who: PersonKey): Promise<string[]> =>
  (await world.as(who).sees('/assignments?box=mine')).items.map((one: Json) => one.taskId);
const noticesOf = async (who: PersonKey): Promise<string[]> =>
  (await world.as(who).sees('/notices?unread=true')).items.map(({ kind }: Json) => kind);
const timelineOf = async (taskId: string, who: PersonKey): Promise<string[]> =>
  (await world.as(who).sees(`/tasks/${taskId}/timeline`)).items
    .map(({ act }: Json) => act)
    .filter((act: string) => act.startsWith('errand.'));

describe('inside the unit', () => {
  it('an assignment goes from liaison to staff and back, and from the head out', async () => {
    const task = await story.assigned({ lead: 'water', assists: ['housing'] });
    const { id } = await share(task.id, 'waterLiaison');
    expect(refusal(await gives(id, 'waterLiaison', ['waterStaff']))).toEqual([409, 'task.errandRefused']);
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    await world.as('waterStaff').post('/notices/read', { all: true });
    expect(await inboxOf('waterStaff')).toEqual([]);
    const seen = await errands(id, 'waterLiaison');
    expect(seen).toMatchObject({ items: [], mayGive: true });
    expect(seen.staff.map(({ name }: Json) => name).sort()).toEqual(['水局长', '水承办', '水联络'].sort());
    expect((await errands(id, 'waterStaff')).mayGive).toBe(false);

    const foreign = await gives(id, 'waterLiaison', ['waterStaff', 'cityLiaison']);
    expect(refusal(foreign)).toEqual([422, 'task.notYourStaff']);
    const tooLate = await gives(id, 'waterLiaison', ['waterStaff'], { innerDueAt: story.inDays(400) });
    expect(refusal(tooLate)).toEqual([422, 'task.innerDueTooLate']);
    const given = await gives(id, 'waterLiaison', ['waterStaff', 'waterHead'], { innerDueAt: story.inDays(1) });
    expect(given.body.items.map(({ person, state }: Json) => [person.name, state]).sort()).toEqual([
      ['水局长', 'given'],
      ['水承办', 'given'],
    ]);
    expect(refusal(await gives(id, 'waterHead', ['waterStaff']))).toEqual([409, 'task.errandInHand']);
    expect(refusal(await gives(id, 'waterStaff', ['waterStaff']))).toEqual([403, 'http.forbidden']);
    expect(await inboxOf('waterStaff')).toEqual([task.id]);
    expect((await world.as('waterStaff').sees('/assignments/counts')).mine).toBe(1);
    expect(await noticesOf('waterStaff')).toContain('errand.given');

    const mine = (await errands(id, 'waterStaff')).items.find(({ person }: Json) => person.name === '水承办');
    expect(mine.actions).toEqual(['report']);
    const other = given.body.items.find(({ person }: Json) => person.name === '水局长');
    expect(refusal(await moves(id, 'waterStaff', other, 'report', { words: '替别人说' }))).toEqual([
      403,
      'task.errandNotYours',
    ]);
    const photo = await world.as('waterStaff').upload('/evidence', Buffer.from('%PDF-1.4\n%%EOF\n'), '现场.pdf');
    const evidenceIds = [photo.body.id];
    const told = await moves(id, 'waterStaff', mine, 'report', { words: '已到现场，渠首淤塞约 200 米', evidenceIds });
    expect(told.status).toBe(200);
    expect(refusal(await moves(id, 'waterStaff', mine, 'report', { words: '旧的' }))).toEqual([
      412,
      'http.preconditionFailed',
    ]);
    expect(await noticesOf('waterLiaison')).toContain('errand.reported');
    const [read] = (await errands(id, 'waterLiaison')).items.filter(({ person }: Json) => person.name === '水承办');
    expect(read.reports.map(({ words, evidence }: Json) => [words, evidence[0].fileName])).toEqual([
      ['已到现场，渠首淤塞约 200 米', '现场.pdf'],
    ]);
    const content = `/evidence/${photo.body.id}/content`;
    expect((await world.as('waterLiaison').get(content)).status).toBe(200);
    expect((await world.as('officer').get(content)).status).toBe(200);
    for (const who of ['housingLiaison', 'cityLiaison', 'magistrate'] as const)
      expect((await world.as(who).get(content)).status).toBe(404);

    const done = await moves(id, 'waterStaff', read, 'report', { words: '已清淤', finished: true });
    expect(done.status).toBe(200);
    expect(await inboxOf('waterStaff')).toEqual([]);
    const finished = (await errands(id, 'waterHead')).items.find((one: Json) => one.id === mine.id);
    expect(finished).toMatchObject({ state: 'finished', actions: ['return', 'recall'] });
    const again = await moves(id, 'waterHead', finished, 'return', { reason: '缺少完工照片' });
    expect(again.body.items.find((one: Json) => one.id === mine.id)).toMatchObject({
      state: 'given',
      finishedAt: null,
    });
    expect(await noticesOf('waterStaff')).toContain('errand.returned');
    expect(await inboxOf('waterStaff')).toEqual([task.id]);
    const taken = (await errands(id, 'waterLiaison')).items.find((one: Json) => one.id === other.id);
    expect((await moves(id, 'waterLiaison', taken, 'recall', { reason: '局长不承办' })).status).toBe(200);
    expect(await noticesOf('waterHead')).toContain('errand.recalled');
    const gone = (await errands(id, 'waterLiaison')).items.find((one: Json) => one.id === other.id);
    expect(gone).toMatchObject({ state: 'recalled', actions: [] });
    expect(refusal(await moves(id, 'waterLiaison', gone, 'recall', { reason: '再收一次' }))).toEqual([
      409,
      'task.errandRefused',
    ]);
    expect((await gives(id, 'waterHead', ['waterHead'])).status).toBe(200);

    // the neighbour who assists, and everybody above but the bureau, learn nothing of who does it
    expect(await timelineOf(task.id, 'waterLiaison')).toHaveLength(7);
    expect(await timelineOf(task.id, 'officer')).toHaveLength(7);
    for (const who of ['housingLiaison', 'magistrate'] as const) expect(await timelineOf(task.id, who)).toEqual([]);
    for (const who of ['housingLiaison', 'cityLiaison', 'townHead'] as const)
      expect((await world.as(who).get(`/assignments/${id}/errands`)).status).toBe(404);
    const nowhere = await world.as('officer').get(`/assignments/${world.county.unit.water}/errands`);
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'task.assignmentNotFound']);
    expect((await world.as('magistrate').get(`/assignments/${id}/errands`)).status).toBe(403);
    expect((await errands(id, 'officer')).items).toHaveLength(3);
    const assist = await share(task.id, 'housingLiaison');
    expect((await world.as('waterLiaison').get(`/assignments/${assist.id}/errands`)).status).toBe(403);

    // the liaison submits, the head signs off; then nothing inside moves any more
    await story.unitDoes('waterLiaison', task.id, 'water', 'submit', {
      resultClass: 'A',
      body: '渠首清淤已完成。',
      evidenceIds: [],
    });
    expect((await errands(id, 'waterLiaison')).mayGive).toBe(false);
  });

  it('passes to the successor of who leaves, and is seen as left behind without one', async () => {
    const task = await story.assigned({ lead: 'water' });
    const { id } = await share(task.id, 'waterLiaison');
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    const people = (await world.as('sysadmin').sees(`/people?unitId=${world.county.unit.water}`)).items;
    const staff = people.find(({ name }: Json) => name === '水承办');
    await gives(id, 'waterHead', ['waterStaff']);
    const end = (body: object): Promise<Answer> =>
      world.as('waterHead').post(`/posts/${staff.posts[0].id}/end`, body, { ifMatch: staff.posts[0].version });
    await world.passes({ minutes: 1 });
    expect((await end({ successorId: world.county.person.waterLiaison })).status).toBe(204);
    const passed = (await errands(id, 'waterHead')).items[0];
    expect([passed.person.name, passed.state]).toEqual(['水联络', 'given']);
  });

  it('reaches people of a lower unit by name, and no further', async () => {
    const task = await story.assigned({ lead: 'town' });
    const { id } = await share(task.id, 'townLiaison');
    await story.unitDoes('townLiaison', task.id, 'town', 'sign');
    expect((await world.as('villageSecretary').get(`/tasks/${task.id}`)).status).toBe(404);
    expect((await gives(id, 'townLiaison', ['villageSecretary'])).status).toBe(200);
    expect(await inboxOf('villageSecretary')).toEqual([task.id]);
    expect((await world.as('villageSecretary').get(`/tasks/${task.id}`)).status).toBe(200);
    const [mine] = (await errands(id, 'villageSecretary')).items;
    expect((await moves(id, 'villageSecretary', mine, 'report', { words: '村里已排查' })).status).toBe(200);
    const official = await world.as('villageSecretary').post(`/assignments/${id}/report`, { progress: '越级反馈' });
    expect(official.status).toBe(403);
    const [now] = (await errands(id, 'townLiaison')).items;
    expect((await moves(id, 'townLiaison', now, 'recall', { reason: '改由镇里办' })).status).toBe(200);
    expect((await world.as('villageSecretary').get(`/tasks/${task.id}`)).status).toBe(404);
  });
});
