import { type Agent, type Answer, World } from '#test-kit';

const inDays = (days: number): string => new Date(Date.UTC(2027, 0, 1) + days * 86_400_000).toISOString();

describe('access tokens', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
    await world.clock.set('2027-01-01T00:00:00Z');
  }, 60_000);
  afterAll(() => world.close());

  const make = (as: Agent, also: object = {}): Promise<Answer> =>
    as.post('/access-tokens', {
      name: '数据大屏',
      acts: ['task.read', 'matter.read'],
      expiresAt: inDays(300),
      ...also,
    });
  const ask = (token: string, path: string): Promise<Answer> =>
    world.stranger().get(path, { authorization: `Bearer ${token}` });

  it('open what they were given and nothing else, without any cookie', async () => {
    const made = await make(world.as('officer'));
    expect(made.status).toBe(201);
    const { id, token } = made.body;
    expect(token).toMatch(/^ducha_pat_\w/);
    expect((await ask(token, '/tasks')).status).toBe(200);
    expect((await ask(token, '/desk/load')).body.code).toBe('http.forbidden');
    expect((await ask(token, '/mandates')).body.code).toBe('http.forbidden');
    for (const path of ['/session', '/session/devices', '/factors', '/access-tokens', '/events'])
      expect([path, (await ask(token, path)).status]).toEqual([path, 403]);
    const { tokens, acts } = await world.as('officer').sees('/access-tokens');
    expect(tokens[0]).toMatchObject({ id, name: '数据大屏', state: 'valid', prefix: token.slice(0, 16) });
    expect(tokens[0].lastUsedAt).not.toBeNull();
    expect(JSON.stringify(tokens)).not.toContain(token);
    expect(acts).not.toContain('access_token.make');
    const kept = await world.store.query<{ row: string }>('select t::text as row from access_token t');
    expect(kept.some(({ row }) => row.includes(token))).toBe(false);
    const heard = await world.store.query<{ act: string }>(
      `select act from audit_row where subject_id = $1 order by at, id`,
      [id],
    );
    expect(heard.map(({ act }) => act)).toEqual(['access_token.make', 'access_token.use']);
  });

  it('are judged instead of the cookie beside them', async () => {
    const cookie = await world.cookieOf('officer');
    const answer = await world.stranger().get('/tasks', { authorization: 'Bearer ducha_pat_unknown', cookie });
    expect([answer.status, answer.body.code]).toEqual([401, 'http.unauthenticated']);
  });

  it('write as their post does, and never do what wants a fresh proof', async () => {
    const { token } = (await make(world.as('officer'), { acts: ['task.draft'] })).body;
    const headers = { authorization: `Bearer ${token}`, origin: 'https://elsewhere.example' };
    const drafted = await world.stranger().post('/tasks', { title: '接口登记', demand: '由县平台推送' }, { headers });
    expect(drafted.status).toBe(201);
    expect((await world.stranger().post('/access-tokens', {}, { headers })).status).toBe(403);
    // such acts are not even on offer, for nobody's token
    const { acts } = await world.as('bureauHead').sees('/access-tokens');
    expect(acts).toEqual(expect.arrayContaining(['task.draft', 'matter.read']));
    for (const act of ['task.export', 'matter.case_file', 'source.read', 'delegation.give'])
      expect(acts).not.toContain(act);
  });

  it('are refused once revoked, expired, their owner disabled or out of the post', async () => {
    const owner = world.as('waterLiaison');
    const [revoked, expiring, disabled] = await Promise.all(
      [300, 5, 300].map(async (days) => (await make(owner, { acts: ['task.read'], expiresAt: inDays(days) })).body),
    );
    expect((await owner.delete(`/access-tokens/${revoked.id}`)).status).toBe(204);
    expect((await ask(revoked.token, '/tasks')).status).toBe(401);
    expect((await owner.delete(`/access-tokens/${revoked.id}`)).status).toBe(404);
    expect((await ask(expiring.token, '/tasks')).status).toBe(200);
    await world.passes({ days: 6 });
    expect((await ask(expiring.token, '/tasks')).status).toBe(401);
    expect((await ask(disabled.token, '/tasks')).status).toBe(200);
    await world.store.query('update account set disabled_at = now() where id = $1', [
      world.county.account.waterLiaison,
    ]);
    const before = await world.refusalsOf('http.unauthenticated');
    await world.passes({ minutes: 2 });
    expect((await ask(disabled.token, '/tasks')).status).toBe(401);
    expect(await world.refusalsOf('http.unauthenticated')).toBe(before + 1);
    await world.store.query('update account set disabled_at = null where id = $1', [world.county.account.waterLiaison]);
    await world.store.query('update post set to_at = now() where person_id = $1', [world.county.person.waterLiaison]);
    expect((await ask(disabled.token, '/tasks')).status).toBe(401);
  });

  it('are made for a year at most, of the post’s own acts, and never by administrators', async () => {
    const officer = world.as('officer');
    const long = await make(officer, { expiresAt: inDays(800) });
    expect([long.status, long.body.code, long.body.errors[0].path]).toEqual([422, 'access.tokenTerm', 'expiresAt']);
    expect((await make(officer, { expiresAt: inDays(-9) })).body.code).toBe('access.tokenTerm');
    const foreign = await make(officer, { acts: ['assignment.sign'] });
    expect([foreign.status, foreign.body.code]).toEqual([422, 'access.tokenScope']);
    for (const person of ['sysadmin', 'secadmin', 'auditadmin'] as const)
      expect((await make(world.as(person))).status).toBe(403);
  });
});
