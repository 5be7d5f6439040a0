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

const person = (key: PersonKey): string => world.county.person[key];
const entry = async (key: PersonKey, by: PersonKey = 'sysadmin'): Promise<Json> => {
  const { items } = await world.as(by).sees('/people?limit=200');
  return items.find(({ id }: Json) => id === person(key));
};
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
const ends = async (key: PersonKey, body: object = {}, by: PersonKey = 'sysadmin'): Promise<Answer> => {
  const [post] = (await entry(key)).posts;
  return world.as(by).post(`/posts/${post.id}/end`, body, { ifMatch: post.version });
};

describe('the register of people', () => {
  const newcomer = (post: object = {}, also: object = {}): object => ({
    name: '新联络',
    phone: '13900001234',
    post: { role: 'unit_liaison', unitId: world.county.unit.water, title: '督查联络员', ...post },
    ...also,
  });

  it('takes persons with a post and an account, and shows telephone numbers masked', async () => {
    const { id } = await world.as('sysadmin').does('/people', newcomer({}, { login: 'xinlianluo' }));
    const { items } = await world.as('sysadmin').sees(`/people?q=${encodeURIComponent('新联络')}`);
    expect(items).toMatchObject([{ id, phone: '139******34', login: 'xinlianluo', posts: [{ role: 'unit_liaison' }] }]);
    const taken = await world.as('sysadmin').post('/people', newcomer({}, { login: 'XinLianLuo' }));
    expect(refusal(taken)).toEqual([409, 'access.loginTaken', 'login']);
    const changed = await world.as('sysadmin').patch(`/people/${id}`, { name: '辛联络', phone: null }, { ifMatch: 1 });
    expect(changed.status).toBe(204);
    expect((await world.as('sysadmin').sees(`/people?q=${encodeURIComponent('辛联络')}`)).items[0].phone).toBeNull();
    const rows = await world.store.query<Json>(`select facts from audit_row where act = 'person.change'`);
    expect(rows).toEqual([{ facts: { fields: ['name', 'phone'] } }]);
  });

  it('refuses what does not fit, naming the field', async () => {
    const tries = async (post: object): Promise<unknown[]> =>
      refusal(await world.as('sysadmin').post('/people', newcomer(post)));
    expect(await tries({ role: 'bureau_officer' })).toEqual([403, 'access.twoPersonsNeeded', 'post.role']);
    expect(await tries({ unitId: person('officer') })).toEqual([400, 'http.invalidRequest', 'post.unitId']);
    expect(await tries({ to: '2020-01-01T00:00:00Z' })).toEqual([400, 'http.invalidRequest', 'post.to']);
    expect(await tries({ homeUnitId: world.county.unit.city })).toEqual([400, 'http.invalidRequest', 'post.to']);
    const twice = { role: 'unit_head', unitId: world.county.unit.water, title: '局长' };
    const overlap = await world.as('sysadmin').post(`/people/${person('waterHead')}/posts`, twice);
    expect(refusal(overlap)).toEqual([409, 'access.postOverlaps', 'unitId']);
    const own = { role: 'unit_staff', unitId: world.county.unit.water, title: '兼' };
    const mixed = await world.as('sysadmin').post(`/people/${person('secadmin')}/posts`, own);
    expect(refusal(mixed)).toEqual([422, 'access.mixedAdministrator']);
  });

  it('knows secondments by their home unit and their end', async () => {
    const { unit } = world.county;
    const post = { role: 'unit_staff', unitId: unit.city, title: '借调', homeUnitId: unit.water, to: story.inDays(90) };
    await world.as('sysadmin').does(`/people/${person('waterStaff')}/posts`, post);
    const lent = (await entry('waterStaff')).posts.find(({ homeUnit }: Json) => homeUnit !== null);
    expect(lent).toMatchObject({ unit: { id: unit.city }, homeUnit: { id: unit.water }, title: '借调' });
    expect(lent.to).not.toBeNull();
  });

  it('is kept by a unit head for the own liaisons and staff, and no further', async () => {
    const head = world.as('waterHead');
    const { id } = await head.does('/people', newcomer({ role: 'unit_staff' }, { name: '本局新人' }));
    const seen = (await head.sees('/people?limit=200')).items;
    expect(seen.map((one: Json) => one.id)).toContain(id);
    expect(seen.map((one: Json) => one.id)).not.toContain(person('cityHead'));
    expect(refusal(await head.post('/people', newcomer({ role: 'unit_head' })))).toEqual([
      403,
      'access.notYourPeople',
      'role',
    ]);
    const abroad = await head.post('/people', newcomer({ unitId: world.county.unit.city }));
    expect(refusal(abroad)).toEqual([403, 'access.notYourPeople', 'unitId']);
    expect(refusal(await ends('cityLiaison', {}, 'waterHead'))).toEqual([404, 'http.notFound']);
    expect(refusal(await ends('waterHead', {}, 'waterHead'))).toEqual([403, 'access.notYourPeople']);
    const stranger = await head.patch(`/people/${person('cityLiaison')}`, { name: '改名' }, { ifMatch: 1 });
    expect(stranger.status).toBe(404);
    const mine = seen.find((one: Json) => one.id === id);
    const [post] = mine.posts;
    expect((await head.post(`/posts/${post.id}/end`, {}, { ifMatch: post.version })).status).toBe(204);
    expect((await world.as('waterLiaison').get('/people')).status).toBe(403);
  });
});

describe('a post that ends', () => {
  it('passes to the successor with everything held by name', async () => {
    const task = await story.assigned({ leadLeaderId: person('viceMagistrate') });
    expect(refusal(await ends('officer', { successorId: person('officer2') }))).toEqual([
      403,
      'access.twoPersonsNeeded',
    ]);
    await world.store.query(
      `insert into post (id, person_id, role, unit_id, title, serves_person_id, from_at, version) values (gen_random_uuid(), $1, 'leader_office', $2, '秘书', $3, now(), 1)`,
      [person('reviewer'), world.county.unit.office, person('viceMagistrate')],
    );
    const self = await ends('viceMagistrate', { successorId: person('viceMagistrate') });
    expect(refusal(self)).toEqual([400, 'http.invalidRequest', 'successorId']);
    expect((await ends('viceMagistrate', { successorId: person('viceMagistrate2') })).status).toBe(204);
    expect((await story.page(task.id)).leadLeader.id).toBe(person('viceMagistrate2'));
    const served = await world.store.query<Json>(
      `select p.name as office, l.name as leader from post o join person p on p.id = o.person_id join person l on l.id = o.serves_person_id
       where o.role = 'leader_office' order by p.name`,
    );
    expect(served.map(({ office, leader }) => [office, leader])).toEqual(
      expect.arrayContaining([
        ['复核员', '白副县长'],
        ['文秘书', '程远'],
      ]),
    );
    const timeline = (await world.as('officer').sees(`/tasks/${task.id}/timeline`)).items;
    expect(timeline[0]).toMatchObject({
      act: 'holding.pass',
      facts: { kind: 'lead_leader', fromPersonId: person('viceMagistrate') },
    });
    const held = await world.store.query('select 1 from post where person_id = $1 and to_at is null', [
      person('viceMagistrate'),
    ]);
    expect(held).toEqual([]);
  });

  it('leaves its business visible until one of many takers takes it over', async () => {
    const task = await story.assigned();
    await story.does('bureauHead', task.id, 'officer', { caseOfficerId: person('officer2') });
    await world.store.query('insert into case_officer_rule (unit_id, officer_id, cover_id) values ($1, $2, $3)', [
      world.county.unit.water,
      person('officer'),
      person('officer2'),
    ]);
    await world.store.query('update post set to_at = now() where person_id = $1', [person('officer2')]);
    const untaken = (): Promise<Json> => world.as('bureauHead').sees('/holdings/untaken');
    expect(await untaken()).toMatchObject([
      {
        personId: person('officer2'),
        holdings: expect.arrayContaining([
          { kind: 'case_officer', count: 1 },
          { kind: 'officer_rule_cover', count: 1 },
        ]),
      },
    ]);
    const pass = (toPersonId: string): Promise<Answer> =>
      world.as('bureauHead').post('/holdings/pass', { fromPersonId: person('officer2'), toPersonId });
    expect(refusal(await pass(person('waterHead')))).toEqual([400, 'http.invalidRequest', 'toPersonId']);
    const takers = Array.from({ length: 12 }, (_, at) => person(at % 2 === 0 ? 'officer' : 'bureauHead'));
    const answers = await Promise.all(takers.map(pass));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['access.nothingToPass']),
    );
    expect(await untaken()).toEqual([]);
    const acts = await world.store.query(`select 1 from audit_row where act = 'holding.pass' and about_id = $1`, [
      task.id,
    ]);
    expect(acts).toHaveLength(1);
  });

  it('has one successor, however many transfer it at once', async () => {
    const [post] = (await entry('cityLiaison')).posts;
    const heirs: PersonKey[] = ['waterStaff', 'housingLiaison', 'townLiaison', 'waterLiaison', 'proponent', 'reviewer'];
    const answers = await Promise.all(
      heirs.map((heir) =>
        world.as('sysadmin').post(`/posts/${post.id}/end`, { successorId: person(heir) }, { ifMatch: post.version }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 412, 412, 412, 412, 412]);
    const heads = await world.store.query(
      `select 1 from post where unit_id = $1 and role = 'unit_liaison' and (to_at is null or to_at > now())`,
      [world.county.unit.city],
    );
    expect(heads).toHaveLength(1);
  });
});
