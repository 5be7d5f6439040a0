import { type Answer, type Browser, OpenIdProvider, World } from '#test-kit';

const origin = 'http://localhost:3000';

describe('signing in through the county’s identity provider', () => {
  let world: World;
  let provider: OpenIdProvider;
  beforeAll(async () => {
    provider = await OpenIdProvider.start(`${origin}/sign-in/oidc`);
    const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'ducha', OIDC_CLIENT_SECRET: 'a secret of the test' };
    world = await World.open({ env: { PUBLIC_URL: origin, ...oidc } });
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await provider.stop();
  });

  const start = async (browser: Browser): Promise<string> => {
    const { body } = await browser.post('/sign-in/oidc/start');
    const asked = new URL(body.address).searchParams;
    expect([asked.get('response_type'), asked.get('code_challenge_method'), asked.get('scope')]).toEqual([
      'code',
      'S256',
      'openid',
    ]);
    return body.address;
  };
  const maps = async (person: string, subject: string | null): Promise<Answer> => {
    const secadmin = world.as('secadmin');
    const [account] = (await secadmin.sees(`/accounts?q=${person}`)).items;
    return secadmin.put(`/accounts/${account.id}/subject`, { subject }, { ifMatch: account.version });
  };

  it('is offered, and refuses whom no administrator has mapped to anybody here', async () => {
    expect((await world.stranger().get('/sign-in/ways')).body).toEqual({ password: true, oidc: true });
    const browser = world.browser();
    const answer = await provider.signsIn('stranger-7', await start(browser));
    const refused = await browser.post('/sign-in/oidc', { answer });
    expect([refused.status, refused.body.code]).toEqual([403, 'access.subjectUnknown']);
    expect((await browser.get('/session')).status).toBe(401);
  });

  it('lets a mapped person in, and asks for the second factor where the post does', async () => {
    expect((await maps('waterliaison', 'shui-001')).status).toBe(204);
    const browser = world.browser();
    const answer = await provider.signsIn('shui-001', await start(browser));
    const entered = await browser.post('/sign-in/oidc', { answer });
    expect([entered.status, entered.body.stage, entered.body.person.name]).toEqual([201, 'open', '水联络']);
    expect((await browser.get('/assignments')).status).toBe(200);

    expect((await maps('magistrate', 'xian-001')).status).toBe(204);
    const principal = world.browser();
    const theirs = await provider.signsIn('xian-001', await start(principal));
    expect((await principal.post('/sign-in/oidc', { answer: theirs })).body.stage).toBe('enrol');
    expect((await principal.get('/tasks')).body.code).toBe('access.enrolmentNeeded');
  });

  it('maps one identity to one account, never one’s own, and lets go of it', async () => {
    const taken = await maps('cityliaison', 'shui-001');
    expect([taken.status, taken.body.code]).toEqual([409, 'access.subjectTaken']);
    expect((await maps('secadmin', 'me')).body.code).toBe('access.ownRequest');
    expect((await world.as('sysadmin').get('/accounts?q=waterliaison')).body.items[0].subject).toBe('shui-001');
    expect((await maps('waterliaison', null)).status).toBe(204);
    const browser = world.browser();
    const answer = await provider.signsIn('shui-001', await start(browser));
    expect((await browser.post('/sign-in/oidc', { answer })).body.code).toBe('access.subjectUnknown');
  });

  it('refuses an answer a second time, and in another browser', async () => {
    await maps('cityliaison', 'cheng-001');
    const browser = world.browser();
    const answer = await provider.signsIn('cheng-001', await start(browser));
    const other = await world.browser().post('/sign-in/oidc', { answer });
    expect([other.status, other.body.code]).toEqual([401, 'access.oidcRefused']);
    const cookies = browser.cookies() ?? '';
    expect((await browser.post('/sign-in/oidc', { answer })).status).toBe(201);
    const again = world.browser();
    again.plant(cookies);
    expect((await again.post('/sign-in/oidc', { answer })).body.code).toBe('access.oidcRefused');
  });

  it('says that it refused, where auditors look', async () => {
    await world.settles();
    const codes = await world.store.query<{ code: string }>(
      `select distinct facts ->> 'code' as code from audit_row where act = 'public.refused'`,
    );
    expect(codes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['access.oidcRefused', 'access.subjectUnknown']),
    );
  });

  it('says so when the provider cannot be reached', async () => {
    const oidc = {
      OIDC_ISSUER: 'http://127.0.0.1:1',
      OIDC_CLIENT_ID: 'ducha',
      OIDC_CLIENT_SECRET: 'a secret of the test',
    };
    const alone = await World.open({ env: { PUBLIC_URL: origin, ...oidc } });
    const answer = await alone.stranger().post('/sign-in/oidc/start');
    expect([answer.status, answer.body.code]).toEqual([503, 'access.oidcUnreachable']);
    await alone.close();
  }, 60_000);
});

describe('without an identity provider', () => {
  it('there is no such way in', async () => {
    const world = await World.open();
    expect((await world.stranger().get('/sign-in/ways')).body).toEqual({ password: true, oidc: false });
    for (const path of ['/sign-in/oidc/start', '/sign-in/oidc']) {
      const answer = await world.stranger().post(path, path.endsWith('start') ? {} : { answer: '?code=x&state=y' });
      expect([answer.status, answer.body.code]).toEqual([404, 'access.oidcOff']);
    }
    const secadmin = world.as('secadmin');
    const [account] = (await secadmin.sees('/accounts?q=officer2')).items;
    const mapped = await secadmin.put(
      `/accounts/${account.id}/subject`,
      { subject: 'x' },
      { ifMatch: account.version },
    );
    expect(mapped.body.code).toBe('access.oidcOff');
    await world.close();
  }, 60_000);
});
