import { Passwords } from '@ducha/access';
import { World } from '#test-kit';

describe('signing in', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()), 60_000);
  afterAll(() => world.close());

  it('says who I am and what my post may do', async () => {
    const me = await world.as('officer').sees('/session');
    expect(me.person.name).toBe('顾督查');
    expect(me.acting.role).toBe('bureau_officer');
    expect(me.acts).toContain('task.verify');
    expect(me.acts).not.toContain('assignment.sign');
  });

  it('refuses a stranger with a problem in the language asked for', async () => {
    const zh = await world.stranger().get('/session');
    expect([zh.status, zh.body.code, zh.body.title]).toEqual([401, 'http.unauthenticated', '请先登录']);
    expect(zh.headers['content-type']).toContain('application/problem+json');
    const en = await world.stranger().get('/session', { 'accept-language': 'en' });
    expect(en.body.title).toBe('Please sign in');
  });

  it('names the bad fields of a body', async () => {
    const answer = await world.stranger().post('/session', { login: '', extra: 1 });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((e: { path: string }) => e.path).sort()).toEqual(['extra', 'login', 'password']);
  });

  it('opens a session by password once one is set, and locks guesses out', async () => {
    const passwords = world.app.get(Passwords, { strict: false });
    const hash = await passwords.hash('雨夜里的兰考城北门-7');
    await world.store.query('update account set password_hash = $1 where login = $2', [hash, 'waterliaison']);
    const good = await world.stranger().post('/session', { login: 'WaterLiaison', password: '雨夜里的兰考城北门-7' });
    expect([good.status, good.body.person.name]).toEqual([201, '水联络']);
    expect(good.headers['set-cookie']?.[0]).toContain('HttpOnly');
    const guesses = await Promise.all(
      Array.from({ length: 30 }, () => world.stranger().post('/session', { login: 'waterliaison', password: 'x' })),
    );
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(25);
  });

  it('refuses a write that another site sent', async () => {
    const answer = await world
      .as('officer')
      .put('/session/post', { postId: world.county.unit.water }, { headers: { origin: 'https://evil.example' } });
    expect([answer.status, answer.body.code]).toEqual([403, 'http.crossSite']);
  });
});
