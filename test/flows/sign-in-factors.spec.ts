import { readFileSync } from 'node:fs';
import { type Browser, type Json, SoftAuthenticator, totpCode, World } from '#test-kit';

const origin = 'http://localhost:3000';

describe('signing in with a second factor', () => {
  let world: World;
  beforeAll(async () => (world = await World.open({ env: { PUBLIC_URL: origin } })), 60_000);
  afterAll(() => world.close());

  /** Enrols an authenticator application in a browser that has shown the password; answers its key and the codes. */
  const enrolsTotp = async (browser: Browser): Promise<{ key: string; recoveryCodes: string[]; answer: Json }> => {
    const begun = await browser.post('/factors/totp');
    expect(begun.status).toBe(201);
    const code = totpCode(begun.body.key, await world.seconds());
    const answer = await browser.post(`/factors/totp/${begun.body.id}/confirm`, { code });
    expect(answer.status).toBe(200);
    return { key: begun.body.key, recoveryCodes: answer.body.recoveryCodes, answer };
  };

  it('leads a bureau officer who has none to enrolment before anything else', async () => {
    const browser = world.browser();
    const first = await browser.post('/session', await world.passwordOf('officer'));
    expect([first.status, first.body.stage, first.body.acting, first.body.acts]).toEqual([201, 'enrol', null, []]);
    const early = await browser.get('/tasks');
    expect([early.status, early.body.code]).toEqual([401, 'access.enrolmentNeeded']);
    expect((await browser.get('/session')).body.code).toBe('access.enrolmentNeeded');
    expect((await browser.post('/session/proof', { password: 'x' })).body.code).toBe('access.enrolmentNeeded');
    const before = browser.cookies();

    const { recoveryCodes, answer } = await enrolsTotp(browser);
    expect([answer.body.me.stage, answer.body.me.acting.role]).toEqual(['open', 'bureau_officer']);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await browser.get('/tasks')).status).toBe(200);
    expect(browser.cookies()).not.toBe(before);
  });

  it('lets a unit’s liaison in by password alone, and keeps asking once a factor is enrolled by choice', async () => {
    const credentials = await world.passwordOf('cityLiaison');
    const browser = world.browser();
    expect((await browser.post('/session', credentials)).body.stage).toBe('open');
    const { key } = await enrolsTotp(browser);
    await world.clock.advance({ minutes: 2 });
    const again = world.browser();
    expect((await again.post('/session', credentials)).body).toMatchObject({
      stage: 'factor',
      ways: ['totp', 'recovery'],
    });
    expect((await again.get('/assignments')).body.code).toBe('access.factorNeeded');
    expect((await again.post('/factors/totp')).body.code).toBe('access.factorNeeded');
    const proven = await again.post('/session/proof', { code: totpCode(key, await world.seconds()) });
    expect([proven.status, proven.body.stage]).toEqual([201, 'open']);
    expect((await again.delete('/factors/totp')).status).toBe(204);
    expect((await world.browser().post('/session', credentials)).body.stage).toBe('open');
  });

  it('takes each recovery code once, shows how many are left, and renews the sheet', async () => {
    const credentials = await world.passwordOf('officer2');
    const first = world.browser();
    await first.post('/session', credentials);
    const { recoveryCodes } = await enrolsTotp(first);
    const [code = ''] = recoveryCodes;
    const second = world.browser();
    await second.post('/session', credentials);
    const typed = code.toUpperCase().replace(/-/g, ' ');
    expect((await second.post('/session/proof', { recoveryCode: typed })).body.stage).toBe('open');
    expect((await second.get('/factors')).body).toMatchObject({ demanded: true, recoveryCodesLeft: 9 });
    const third = world.browser();
    await third.post('/session', credentials);
    const recorded = await world.refusalsOf('access.badCode', 'officer2');
    const replayed = await third.post('/session/proof', { recoveryCode: code });
    expect([replayed.status, replayed.body.code]).toEqual([422, 'access.badCode']);
    expect(await world.refusalsOf('access.badCode', 'officer2')).toBe(recorded + 1);
    const renewed = await second.post('/factors/recovery-codes');
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    const old = await third.post('/session/proof', { recoveryCode: recoveryCodes[1] });
    expect(old.body.code).toBe('access.badCode');
    expect((await third.post('/session/proof', { recoveryCode: renewed.body.recoveryCodes[0] })).status).toBe(201);
  });

  it('keeps the last factor of whoever needs one', async () => {
    const browser = world.browser();
    await browser.post('/session', await world.passwordOf('bureauHead'));
    await enrolsTotp(browser);
    const refused = await browser.delete('/factors/totp');
    expect([refused.status, refused.body.code]).toEqual([422, 'access.lastFactor']);
    expect((await browser.get('/factors')).body.totp).not.toBeNull();
  });

  it('enrols a passkey by a real ceremony, signs in with it, and revokes it', async () => {
    const credentials = await world.passwordOf('magistrate');
    const device = new SoftAuthenticator(origin);
    const browser = world.browser();
    expect((await browser.post('/session', credentials)).body.stage).toBe('enrol');
    const { options } = (await browser.post('/factors/passkeys/options')).body;
    expect(options.rp.id).toBe('localhost');
    const made = await browser.post('/factors/passkeys', { name: '办公室电脑', credential: device.create(options) });
    expect([made.status, made.body.me.stage, made.body.recoveryCodes.length]).toEqual([201, 'open', 10]);

    const again = world.browser();
    expect((await again.post('/session', credentials)).body).toMatchObject({
      stage: 'factor',
      ways: ['passkey', 'recovery'],
    });
    const asked = (await again.post('/session/proof/passkey-options')).body.options;
    expect(asked.allowCredentials).toHaveLength(1);
    const signed = device.get(asked);
    expect((await again.post('/session/proof', { passkey: signed })).body.stage).toBe('open');
    const [listed] = (await again.get('/factors')).body.passkeys;
    expect([listed.name, listed.lastUsedAt === null]).toEqual(['办公室电脑', false]);
    expect((await again.put(`/factors/passkeys/${listed.id}`, { name: '县政府 301' })).status).toBe(204);
    expect((await again.delete(`/factors/passkeys/${listed.id}`)).body.code).toBe('access.lastFactor');

    const second = new SoftAuthenticator(origin);
    const more = (await again.post('/factors/passkeys/options')).body.options;
    expect(more.excludeCredentials).toHaveLength(1);
    await again.post('/factors/passkeys', { name: '手机', credential: second.create(more) });
    expect((await again.delete(`/factors/passkeys/${listed.id}`)).status).toBe(204);
    const last = world.browser();
    await last.post('/session', credentials);
    const revoked = device.get((await last.post('/session/proof/passkey-options')).body.options);
    expect((await last.post('/session/proof', { passkey: revoked })).body.code).toBe('access.badPasskey');
  });

  it('keeps the secret sealed at rest and out of the audit chain, under a key that is not in the database', async () => {
    const browser = world.browser();
    await browser.post('/session', await world.passwordOf('clerk'));
    const { key } = await enrolsTotp(browser);
    const [row] = await world.store.query<{ box: Buffer; rest: string }>(
      `select sealed_secret as box, (select string_agg(facts::text, '') from audit_row) as rest from totp_factor where account_id = $1`,
      [world.county.account.clerk],
    );
    const plain = key.replace(/ /g, '');
    expect(row?.box.toString('latin1').includes(plain)).toBe(false);
    expect(row?.rest.includes(plain)).toBe(false);
    expect(readFileSync(`${world.home}/secret.key`, 'utf8').trim()).toHaveLength(44);
    // negative control: a row under another key opens nothing
    await world.store.query(`update totp_factor set key_id = '0' where account_id = $1`, [world.county.account.clerk]);
    const again = world.browser();
    await again.post('/session', await world.passwordOf('clerk'));
    const answer = await again.post('/session/proof', { code: '123456' });
    expect([answer.status, answer.body.code]).toEqual([503, 'access.otherSecretKey']);
  });
});

describe('the demonstration county', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()), 60_000);
  afterAll(() => world.close());

  it('alone lets people in by links; elsewhere a link opens nothing', async () => {
    const { SignInLinks } = await import('@ducha/access');
    const token = await world.app.get(SignInLinks, { strict: false }).make(world.county.account.officer);
    const refused = await world.browser().post('/sign-in-links/use', { token });
    expect([refused.status, refused.body.code]).toEqual([404, 'access.linkSpent']);
    await world.store.query(
      `insert into county_setting (name, value) values ('county', '{"name": "试验县", "demo": true}')`,
    );
    expect((await world.browser().post('/sign-in-links/use', { token })).body.stage).toBe('open');
  });

  it('says itself which roles need a factor; without a word all that the policy names do', async () => {
    const credentials = await world.passwordOf('officer');
    expect((await world.browser().post('/session', credentials)).body.stage).toBe('enrol');
    await world.store.query(
      `insert into county_setting (name, value) values ('sign_in', '{"factorRoles": ["principal"]}')`,
    );
    expect((await world.browser().post('/session', credentials)).body.stage).toBe('open');
    expect((await world.browser().post('/session', await world.passwordOf('magistrate'))).body.stage).toBe('enrol');
  });

  it('offers no passkeys at a bare address', async () => {
    const browser = world.browser();
    await browser.post('/session', await world.passwordOf('cityLiaison'));
    expect((await browser.get('/factors')).body.passkeysPossible).toBe(false);
    expect((await browser.post('/factors/passkeys/options')).body.code).toBe('access.noPasskeysHere');
  });
});
