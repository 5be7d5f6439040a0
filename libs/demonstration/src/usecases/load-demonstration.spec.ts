import { DemonstrationLinks, LoadDemonstration } from '@ducha/demonstration';
import { type Json, World } from '#test-kit';

describe('the demonstration county', () => {
  let world: World;
  const told: string[] = [];
  beforeAll(async () => {
    world = await World.open({ planted: false });
    await world.app.get(LoadDemonstration, { strict: false }).run({ report: (line) => told.push(line), livedAs: null });
  }, 120_000);
  afterAll(() => world.close());

  const count = async (sql: string): Promise<number> =>
    (await world.store.query<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n ?? 0;

  it('has its units, people, posts and duties', async () => {
    expect(await count('unit')).toBeGreaterThanOrEqual(80);
    expect(await count('unit where division_code is not null')).toBe(22);
    expect([await count('person'), await count('account where password_hash is null')]).toEqual([273, 273]);
    expect(await count('duty')).toBe(116);
    expect(
      await count('case_officer_rule r where not exists (select 1 from post p where p.person_id = r.officer_id)'),
    ).toBe(0);
  });

  it('refuses a database that is in use', async () => {
    const again = world.app.get(LoadDemonstration, { strict: false });
    await expect(again.run({ report: () => undefined, livedAs: null })).rejects.toMatchObject({
      code: 'demonstration.notEmpty',
    });
    expect(await again.isNeeded()).toBe(false);
  });

  it('tells its progress without naming anybody', async () => {
    const names = await world.store.query<{ name: string; phone: string }>('select name, phone from person');
    expect(told.length).toBeGreaterThan(0);
    expect(names.filter(({ name, phone }) => told.some((line) => line.includes(name) || line.includes(phone)))).toEqual(
      [],
    );
  });

  it('signs in by a link that asks for one click and dies of it', async () => {
    const links = await world.app.get(DemonstrationLinks, { strict: false }).forGuides();
    expect(new Set(links.map(({ role }) => role)).size).toBe(13);
    const token = links.find(({ role }) => role === 'bureau_officer')?.path.split('=')[1];
    const peek = await world.stranger().post('/sign-in-links/preview', { token });
    expect([peek.status, peek.body.person]).toEqual([200, '滕国庆']);
    const used = await world.stranger().post('/sign-in-links/use', { token });
    expect([used.status, (used.body as Json).acting.role, used.body.county.demo]).toEqual([
      201,
      'bureau_officer',
      true,
    ]);
    for (const path of ['/sign-in-links/use', '/sign-in-links/preview']) {
      const spent = await world.stranger().post(path, { token });
      expect([spent.status, spent.body.code]).toEqual([404, 'access.linkSpent']);
    }
  });

  it('makes links for people it has, and only while the county is the demonstration', async () => {
    const links = world.app.get(DemonstrationLinks, { strict: false });
    await expect(links.forLogins(['nobody'])).rejects.toMatchObject({ code: 'demonstration.unknownLogin' });
    await world.store.query(`update county_setting set value = value || '{"demo": false}' where name = 'county'`);
    await expect(links.forGuides()).rejects.toMatchObject({ code: 'demonstration.notLoaded' });
    await world.store.query(`update county_setting set value = value || '{"demo": true}' where name = 'county'`);
  });
});
