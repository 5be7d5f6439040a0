import { type Answer, type Browser, SoftAuthenticator, totpCode, World } from '#test-kit';
import { ForgingProvider, type Forgery } from './kit/forging-provider.js';

const origin = 'http://localhost:3000';

describe('attacks on signing in', () => {
  let world: World;
  let provider: ForgingProvider;
  beforeAll(async () => {
    provider = await new ForgingProvider().start();
    const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'ducha', OIDC_CLIENT_SECRET: 'a secret of the test' };
    world = await World.open({ env: { PUBLIC_URL: origin, ...oidc } });
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await provider.stop();
  });

  const codeNow = async (key: string, steps = 0): Promise<string> =>
    totpCode(key, (await world.seconds()) + steps * 30);
  const enrolled = async (person: 'officer' | 'officer2' | 'clerk' | 'bureauHead'): Promise<string> => {
    const browser = world.browser();
    await browser.post('/session', await world.passwordOf(person));
    const { body } = await browser.post('/factors/totp');
    const answer = await browser.post(`/factors/totp/${body.id}/confirm`, { code: await codeNow(body.key) });
    expect(answer.status).toBe(200);
    return body.key;
  };
  const halfIn = async (person: 'officer' | 'officer2' | 'clerk' | 'bureauHead' | 'magistrate'): Promise<Browser> => {
    const browser = world.browser();
    expect((await browser.post('/session', await world.passwordOf(person))).status).toBe(201);
    return browser;
  };

  it('a code is accepted once: not replayed, not at the same moment by many, and not an earlier one after it', async () => {
    const key = await enrolled('officer');
    await world.clock.advance({ minutes: 20 });
    const code = await codeNow(key);
    const browsers = await Promise.all([halfIn('officer'), halfIn('officer')]);
    const answers = await Promise.all(browsers.map((browser) => browser.post('/session/proof', { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    await world.clock.advance({ minutes: 20 });
    const late = await halfIn('officer');
    expect((await late.post('/session/proof', { code })).body.code).toBe('access.badCode');
    // one step of tolerance to either side, and no more
    expect((await late.post('/session/proof', { code: await codeNow(key, -3) })).body.code).toBe('access.badCode');
    expect((await late.post('/session/proof', { code: await codeNow(key, 1) })).status).toBe(201);
    const before = await halfIn('officer');
    expect((await before.post('/session/proof', { code: await codeNow(key) })).body.code).toBe('access.badCode');
  });

  it('whoever knows the password has five guesses at the code, however often they sign in anew', async () => {
    await enrolled('officer2');
    await world.clock.advance({ minutes: 20 });
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const browser = world.browser();
      const first = await browser.post('/session', await world.passwordOf('officer2'));
      statuses.push(first.status);
      if (first.status === 201) statuses.push((await browser.post('/session/proof', { code: '000000' })).status);
    }
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(5);
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });

  it('300 parallel wrong passwords are looked at five times at most', async () => {
    const { login } = await world.passwordOf('cityLiaison');
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => world.stranger().post('/session', { login, password: 'wrong' })),
    );
    const looked = answers.filter(({ body }) => body.code === 'access.badCredentials').length;
    const locked = answers.filter(({ body }) => body.code === 'access.lockedOut').length;
    console.info(`300 parallel wrong passwords: ${looked} verified, ${locked} locked out before`);
    expect(looked).toBeLessThanOrEqual(5);
    expect(looked + locked).toBe(300);
    await world.clock.advance({ minutes: 20 });
    // negative control: after the wait the right password opens
    expect((await world.browser().post('/session', await world.passwordOf('cityLiaison'))).status).toBe(201);
  });

  it('a session that was planted before signing in is worth nothing afterwards', async () => {
    const key = await enrolled('clerk');
    await world.clock.advance({ minutes: 20 });
    const attacker = await halfIn('clerk');
    const fixed = attacker.cookies() ?? '';
    const victim = world.browser();
    victim.plant(fixed);
    expect((await victim.post('/session/proof', { code: await codeNow(key) })).status).toBe(201);
    expect(victim.cookies()).not.toBe(fixed);
    expect((await attacker.get('/session')).status).toBe(401);
    const opened = victim.cookies() ?? '';
    expect((await victim.post('/session/proof', { code: await codeNow(key, 1) })).status).toBe(201);
    attacker.plant(opened);
    expect((await attacker.get('/session')).status).toBe(401);
  });

  it('a passkey’s answer is refused when replayed, for another place, with a copied counter, or for another challenge', async () => {
    const device = new SoftAuthenticator(origin);
    const first = await halfIn('magistrate');
    const { options } = (await first.post('/factors/passkeys/options')).body;
    const foreign = new SoftAuthenticator('https://evil.example').create(options);
    expect((await first.post('/factors/passkeys', { name: 'x', credential: foreign })).body.code).toBe(
      'access.badPasskey',
    );
    const anew = (await first.post('/factors/passkeys/options')).body.options;
    expect((await first.post('/factors/passkeys', { name: '电脑', credential: device.create(anew) })).status).toBe(201);
    await world.clock.advance({ minutes: 20 });

    const browser = await halfIn('magistrate');
    const ask = async (): Promise<{ challenge: string; rpId: string }> =>
      (await browser.post('/session/proof/passkey-options')).body.options;
    const prove = async (passkey: object): Promise<Answer> => browser.post('/session/proof', { passkey });
    const asked = await ask();
    expect((await prove(device.get({ ...asked, challenge: 'b3RoZXI' }))).body.code).toBe('access.badPasskey');
    const unused = device.get(asked);
    expect((await prove(unused)).body.code).toBe('access.badPasskey');
    const signed = device.get(await ask());
    expect((await prove(signed)).status).toBe(201);
    expect((await prove(signed)).body.code).toBe('access.badPasskey');
    device.counter = 0;
    expect((await prove(device.get(await ask()))).body.code).toBe('access.badPasskey');
  });

  describe('forged answers of the identity provider', () => {
    const signsIn = async (
      forgery: Forgery,
      change: (query: URLSearchParams) => void = () => undefined,
    ): Promise<Answer> => {
      const browser = world.browser();
      const { address } = (await browser.post('/sign-in/oidc/start')).body;
      const asked = new URL(address).searchParams;
      provider.says('shui-001', asked.get('nonce') ?? '', forgery);
      const query = new URLSearchParams({ code: 'c', state: asked.get('state') ?? '', iss: provider.issuer });
      change(query);
      return browser.post('/sign-in/oidc', { answer: `?${query.toString()}` });
    };
    beforeAll(async () => {
      const secadmin = world.as('secadmin');
      const [account] = (await secadmin.sees('/accounts?q=waterliaison')).items;
      await secadmin.put(`/accounts/${account.id}/subject`, { subject: 'shui-001' }, { ifMatch: account.version });
    });

    it('negative control: an answer in order opens a session', async () => {
      expect((await signsIn({})).body).toMatchObject({ stage: 'open', person: { name: '水联络' } });
    });

    it.each<[string, Forgery & { change?: (query: URLSearchParams) => void }]>([
      ['with another state', { change: (query) => query.set('state', 'another') }],
      ['without a state', { change: (query) => query.delete('state') }],
      ['naming another issuer beside the code', { change: (query) => query.set('iss', 'https://evil.example') }],
      ['without the issuer beside the code', { change: (query) => query.delete('iss') }],
      ['with another nonce', { claims: { nonce: 'another' } }],
      ['without a nonce', { claims: { nonce: undefined } }],
      ['of another issuer', { claims: { iss: 'https://evil.example' } }],
      ['for another client', { claims: { aud: 'another' } }],
      ['out of date', { claims: { exp: 1_700_000_000 } }],
      ['signed with a key of somebody else', { foreignKey: true }],
      ['not signed at all', { unsigned: true }],
      ['that is an error', { change: (query) => query.set('error', 'access_denied') }],
    ])('%s', async (_name, { change, ...forgery }) => {
      const answer = await signsIn(forgery, change);
      expect([answer.status, answer.body.code]).toEqual([401, 'access.oidcRefused']);
      expect(answer.headers['set-cookie']?.includes('ducha=')).not.toBe(true);
    });

    it('are recorded', async () => {
      await world.settles();
      const [row] = await world.store.query<{ n: number }>(
        `select count(*)::int as n from audit_row where act = 'public.refused' and facts ->> 'code' = 'access.oidcRefused'`,
      );
      expect(row?.n).toBeGreaterThan(0);
    });
  });
});
