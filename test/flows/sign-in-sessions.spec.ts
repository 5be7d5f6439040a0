import { type Browser, World } from '#test-kit';
import { Door } from '../promises/kit/door.js';

describe('sessions', () => {
  let world: World;
  beforeAll(async () => (world = await World.open({ env: { DUCHA_SESSION_IDLE_MINUTES: '60' } })), 60_000);
  afterAll(() => world.close());

  /** A unit's liaison, signed in by password alone. */
  const liaison = async (
    person: 'waterLiaison' | 'cityLiaison' | 'townLiaison' | 'housingLiaison',
  ): Promise<Browser> => {
    const browser = world.browser();
    expect((await browser.post('/session', await world.passwordOf(person))).status).toBe(201);
    return browser;
  };

  it('end when idle, however short of their last hour, and live on while somebody works', async () => {
    const idle = await liaison('waterLiaison');
    const busy = await liaison('cityLiaison');
    for (let turn = 0; turn < 3; turn += 1) {
      await world.clock.advance({ minutes: 40 });
      expect((await busy.get('/session')).status).toBe(200);
    }
    expect((await idle.get('/session')).body.code).toBe('http.unauthenticated');
  });

  it('end at their last hour, however busy', async () => {
    const busy = await liaison('cityLiaison');
    for (let turn = 0; turn < 17; turn += 1) {
      await world.clock.advance({ minutes: 42 });
      expect((await busy.get('/session')).status).toBe(200);
    }
    await world.clock.advance({ minutes: 7 });
    expect((await busy.get('/session')).status).toBe(401);
  });

  it('idle out sooner for whoever needs a second factor', async () => {
    const cookie = await world.cookieOf('magistrate');
    const browser = world.browser();
    browser.plant(cookie);
    expect((await browser.get('/session')).status).toBe(200);
    await world.clock.advance({ minutes: 31 });
    expect((await browser.get('/session')).status).toBe(401);
  });

  it('ask anew who it is before what wants a fresh proof, and go on under another token', async () => {
    const browser = await liaison('waterLiaison');
    expect((await browser.post('/factors/totp')).status).toBe(201);
    await world.clock.advance({ minutes: 11 });
    const stale = await browser.post('/factors/totp');
    expect([stale.status, stale.body.code]).toEqual([403, 'access.proofNeeded']);
    const before = browser.cookies() ?? '';
    const { password } = await world.passwordOf('waterLiaison');
    const wrong = await browser.post('/session/proof', { password: 'not this one' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'access.badCode']);
    expect((await browser.post('/session/proof', { password })).status).toBe(201);
    expect((await browser.post('/factors/totp')).status).toBe(201);
    const old = world.browser();
    old.plant(before);
    expect((await old.get('/session')).status).toBe(401);
  });

  it('keep the chosen post over a new proof', async () => {
    const { county, store } = world;
    await store.query(
      `insert into post (id, person_id, role, unit_id, title, from_at, version) values (gen_random_uuid(), $1, 'unit_liaison', $2, '兼任联络员', now() - interval '1 day', 1)`,
      [county.person.townLiaison, county.unit.village],
    );
    const browser = await liaison('townLiaison');
    const { posts, acting } = (await browser.get('/session')).body;
    expect([posts.length, acting]).toEqual([2, null]);
    await browser.put('/session/post', { postId: posts[1].id });
    const { password } = await world.passwordOf('townLiaison');
    const proven = await browser.post('/session/proof', { password });
    expect(proven.body.acting.id).toBe(posts[1].id);
    expect((await browser.get('/session')).body.acting.id).toBe(posts[1].id);
  });

  it('are listed by device; one or all others are signed out', async () => {
    const here = await liaison('housingLiaison');
    const [there, elsewhere] = [await liaison('housingLiaison'), await liaison('housingLiaison')];
    const devices = (await here.get('/session/devices')).body;
    expect(devices.filter((device: { current: boolean }) => device.current)).toHaveLength(1);
    expect(devices).toHaveLength(3);
    expect((await here.delete('/session/devices?except=this')).body).toEqual({ closed: 2 });
    expect((await there.get('/session')).status + (await elsewhere.get('/session')).status).toBe(802);
    expect((await here.get('/session')).status).toBe(200);
    expect((await here.delete('/session/devices')).status).toBe(400);
  });

  it('of a disabled account end at once, live streams too', async () => {
    const browser = await liaison('cityLiaison');
    const door = new Door(world, 1);
    const stream = door.listen('/events', browser.cookies() ?? '', {});
    await stream.said('event: ready');
    const secadmin = world.as('secadmin');
    const { items } = await secadmin.sees('/accounts?q=citylia');
    await secadmin.does(`/accounts/${items[0].id}/disable`, { reason: '调离本县' }, { ifMatch: items[0].version });
    expect((await browser.get('/session')).status).toBe(401);
    await world.settles();
    await expect(stream.said('never said')).rejects.toThrow('the stream ended');
    door.close();
    const again = await world.browser().post('/session', await world.passwordOf('cityLiaison'));
    expect([again.status, again.body.code]).toEqual([401, 'access.badCredentials']);

    const [disabled] = (await secadmin.sees('/accounts?q=citylia')).items;
    expect(disabled.disabledAt).not.toBeNull();
    const stale = await secadmin.post(`/accounts/${disabled.id}/enable`, { reason: '回任' }, { ifMatch: 1 });
    expect(stale.status).toBe(412);
    await secadmin.does(`/accounts/${disabled.id}/enable`, { reason: '回任' }, { ifMatch: disabled.version });
    expect((await browser.get('/session')).status).toBe(401);
    const returned = await world.browser().post('/session', await world.passwordOf('cityLiaison'));
    expect(returned.status).toBe(201);
  });

  it('of the last administrator of a kind, and one’s own, are nobody’s to end', async () => {
    const sysadmin = world.as('sysadmin');
    const disable = async (who: string): Promise<unknown> => {
      const [account] = (await sysadmin.sees(`/accounts?q=${who}`)).items;
      const answer = await sysadmin.post(
        `/accounts/${account.id}/disable`,
        { reason: '越权' },
        { ifMatch: account.version },
      );
      return [answer.status, answer.body.code];
    };
    expect(await disable('auditadmin')).toEqual([422, 'access.lastAdministrator']);
    expect(await disable('sysadmin')).toEqual([403, 'access.ownRequest']);
    expect((await world.as('auditadmin').get('/session')).status).toBe(200);
  });

  it('of whoever leaves their last post end at once', async () => {
    const browser = await liaison('waterLiaison');
    await world.store.query('update post set to_at = now() where person_id = $1', [world.county.person.waterLiaison]);
    expect((await browser.get('/session')).status).toBe(401);
    const again = await world.browser().post('/session', await world.passwordOf('waterLiaison'));
    expect([again.status, again.body.code]).toEqual([403, 'access.noPostToday']);
  });
});
