import { buffer } from 'node:stream/consumers';
import { SettlePeople } from '@ducha/access';
import { DemonstrationLinks, LoadDemonstration, Raid } from '@ducha/demonstration';
import { ImportUnits, UnitExport } from '@ducha/roster';
import type { AddressInfo } from 'node:net';
import { World } from '#test-kit';

const present = '2026-11-23T04:00:00Z';

describe('the demonstration county', () => {
  let world: World;
  const told: string[] = [];
  beforeAll(async () => {
    world = await World.open({ planted: false });
    // in office hours between two batches: what the last one left waits still, and everything else has moved on
    await world.clock.set(present);
    await world.app
      .get(LoadDemonstration, { strict: false })
      .run({ report: (line) => told.push(line), livedAs: world.urls.ownerUrl });
  }, 300_000);
  afterAll(() => world.close());

  const count = async (sql: string): Promise<number> =>
    (await world.store.query<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n ?? 0;

  it('is a county like another: its own sheet of units changes nothing', async () => {
    const file = await buffer(await world.app.get(UnitExport, { strict: false }).open('csv', null));
    const { counts } = await world.app.get(ImportUnits, { strict: false }).preview({ file, by: null });
    expect(counts).toMatchObject({ rejected: 0, added: 0, changed: 0, same: await count('unit') });
  });

  it('has its units, people, posts and duties', async () => {
    expect(await count('unit')).toBeGreaterThanOrEqual(80);
    expect(await count('unit where division_code is not null')).toBe(22);
    expect([await count('person'), await count('account where password_hash is null')]).toEqual([274, 274]);
    expect(await count('duty')).toBe(116);
    const lists = await world.store.query<{ list: string; n: number }>(
      `select township_list as list, count(*)::int as n from duty where township_list is not null and basis is not null group by 1 order by 1`,
    );
    expect(lists).toEqual([
      { list: 'assisting', n: 33 },
      { list: 'basic', n: 5 },
      { list: 'withdrawn', n: 9 },
    ]);
    expect(
      await count('case_officer_rule r where not exists (select 1 from post p where p.person_id = r.officer_id)'),
    ).toBe(0);
  });

  it('has lived: matters and tasks in every state, late, suspended, redone, given away', async () => {
    const states = async (table: string): Promise<string[]> =>
      (await world.store.query<{ state: string }>(`select distinct state from ${table} order by state`)).map(
        ({ state }) => state,
      );
    const matterStates = ['closed', 'declined', 'filed', 'handed_over', 'merged', 'received', 'registered', 'replied'];
    expect(await states('matter')).toEqual(matterStates);
    const lasting = ['cancelled', 'closed', 'dispatched', 'draft', 'effective', 'proposed', 'registered', 'under_way'];
    expect(await states('task')).toEqual(expect.arrayContaining(lasting));
    expect(await states('assignment')).toEqual(
      expect.arrayContaining(['accepted', 'delivered', 'moved', 'recalled', 'signed']),
    );
    expect(await states('assignment')).not.toContain('queued');
    expect(await count(`task where due_at < now() and state in ('dispatched', 'under_way')`)).toBeGreaterThan(3);
    expect(await count('task where suspended_at is not null')).toBeGreaterThan(0);
    expect(await count(`errand where state = 'given'`)).toBeGreaterThan(0);
    expect(await count(`errand where state = 'finished'`)).toBeGreaterThan(5);
    expect(await states('extension')).toEqual(['asked']);
    expect(await states('dispute')).toEqual(['raised', 'ruled']);
    expect(await count('task where round > 1')).toBeGreaterThan(0);
    expect(await count(`verification where verdict = 'redo'`)).toBeGreaterThan(3);
    expect(await count('handling_proposal where decision is null')).toBeGreaterThan(0);
    expect(await count(`standing_mandate where approved_at is null`)).toBe(1);
    expect(await states('upward_need')).toEqual(['asked', 'declined', 'registered', 'solved']);
    expect(await count('reply where feedback is not null')).toBeGreaterThan(10);
    expect(await count('notice where read_at is null')).toBeGreaterThan(10);
  });

  it('is late now and then, and says something to the slips that this brings', async () => {
    const slips = await world.store.query<{ state: string; n: number }>(
      `select state, count(*)::int as n from slip group by 1 order by 1`,
    );
    expect(slips.map(({ state }) => state)).toEqual(expect.arrayContaining(['replied', 'served', 'stands']));
    expect(await count(`objection where state = 'raised'`)).toBe(1);
  });

  it('has matters of every kind that a person enters, some of them waiting to be sorted', async () => {
    const kinds = await world.store.query<{ kind: string; n: number }>(
      'select kind, count(*)::int as n from matter group by kind',
    );
    expect(kinds).toHaveLength(11);
    expect(await count(`(select distinct kind from matter where state = 'received') as waiting`)).toBeGreaterThan(4);
    expect(await count('call_back')).toBeGreaterThan(0);
    expect(await count('hand_over where receipt_at is not null')).toBeGreaterThan(1);
    expect(await count('matter where restricted')).toBe(1);
  });

  it('checks homework too: an inspection is on site, with findings, conclusions and a review', async () => {
    const [running] = await world.store.query<{ state: string; today: boolean }>(
      'select state, now()::date between from_on and to_on as today from inspection where not standing',
    );
    expect(running).toEqual({ state: 'on_site', today: true });
    const of = (standing: boolean): string =>
      `inspection_id in (select id from inspection where standing = ${standing})`;
    expect([
      await count(`inspection_group where ${of(false)}`),
      await count(`inspection_group where ${of(true)}`),
    ]).toEqual([4, 3]);
    expect(
      await count(`visit where ${of(false)} and site_id not in (select id from site where kind = 'household')`),
    ).toBe(6);
    expect(await count(`visit where ${of(false)} and site_id is null`)).toBe(2);
    expect(await count(`visit where ${of(true)}`)).toBeGreaterThan(3);
    expect([await count(`finding where raised <> 'cross_check'`), await count('finding')]).toEqual([6, 7]);
    const visits = await world.store.query<{ state: string }>('select distinct state from visit order by state');
    expect(visits.map(({ state }) => state)).toEqual(['arrived', 'assigned', 'done']);
    expect(await count(`finding where state = 'recorded' and raised <> 'cross_check'`)).toBe(2);
    expect(await count(`finding where state = 'ordered' and task_id is not null`)).toBe(1);
    const conclusions = await world.store.query<{ state: string }>('select state from conclusion order by state');
    expect(conclusions.map(({ state }) => state)).toEqual(['checking', 'under_review']);
    expect(await count(`review where state = 'applied'`)).toBe(1);
    expect(await count(`post where role in ('group_leader', 'group_member') and to_at is null`)).toBeGreaterThan(1);
  });

  it('lived in the past, in the order of the chain, and the clock is gone', async () => {
    // calendars and laws come with the product when it starts: before the county begins to live, and by the real clock
    const lived = `audit_row where act not like '%.ship'`;
    expect(await count(`${lived} and at > now()`)).toBe(0);
    expect(await count(`(select at, lag(at) over (order by id) as before from ${lived}) as r where at < before`)).toBe(
      0,
    );
    expect(await count(`matter where received_at < now() - interval '50 days'`)).toBeGreaterThan(0);
    expect(await count(`pg_namespace where nspname = 'demonstration_clock'`)).toBe(0);
    const [{ drift } = { drift: 99 }] = await world.store.query<{ drift: number }>(
      'select abs(extract(epoch from now() - $1::timestamptz))::float8 as drift',
      [present],
    );
    expect(drift).toBeLessThan(300);
  });

  it('refuses a database that is in use', async () => {
    const again = world.app.get(LoadDemonstration, { strict: false });
    await expect(again.run({ report: () => undefined, livedAs: null })).rejects.toMatchObject({
      code: 'demonstration.notEmpty',
    });
    expect(await again.isNeeded()).toBe(false);
  });

  it('settles nobody who would administer and do business', async () => {
    const unitId = (await world.store.query<{ id: string }>('select id from unit limit 1'))[0]?.id ?? '';
    const post = { unitId, title: '兼职', from: '2024-01-01T00:00:00Z' };
    const posts = [
      { ...post, role: 'sysadmin' as const },
      { ...post, role: 'unit_staff' as const },
    ];
    const settle = world.app.get(SettlePeople, { strict: false });
    const settling = world.store.transaction((tx) =>
      settle.run(tx, [{ name: '两头兼', login: 'liangtou', posts }], null),
    );
    await expect(settling).rejects.toMatchObject({ code: 'access.mixedAdministrator' });
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
    expect(new Set(links.map(({ role }) => role)).size).toBe(14);
    const token = links.find(({ role }) => role === 'bureau_officer')?.path.split('=')[1];
    const peek = await world.stranger().post('/sign-in-links/preview', { token });
    expect([peek.status, peek.body.person]).toEqual([200, '滕国庆']);
    const used = await world.stranger().post('/sign-in-links/use', { token });
    expect([used.status, used.body.acting.role, used.body.county.demo]).toEqual([201, 'bureau_officer', true]);
    for (const path of ['/sign-in-links/use', '/sign-in-links/preview']) {
      const spent = await world.stranger().post(path, { token });
      expect([spent.status, spent.body.code]).toEqual([404, 'access.linkSpent']);
    }
  });

  it('is raided at night, sealed and released, as often as somebody asks for it', async () => {
    const links = world.app.get(DemonstrationLinks, { strict: false });
    const id = await new Raid({
      address: addressOf(world),
      makeLinks: (logins) => links.forLogins(logins),
      now: new Date((await world.seconds()) * 1000),
      report: (line) => told.push(line),
    }).run();
    const [raided] = await world.store.query(
      'select state, number is not null as numbered from inspection where id = $1',
      [id],
    );
    expect(raided).toEqual({ state: 'on_site', numbered: true });
    const called = `call_up where sealed_id = '${id}'`;
    expect([
      await count(called),
      await count(`${called} and acknowledged_at is not null`),
      await count(`${called} and device_enrolled_at is not null`),
      await count(`${called} and device_returned_at is not null`),
    ]).toEqual([4, 3, 1, 1]);
    expect(await count(`visit where inspection_id = '${id}' and state = 'arrived'`)).toBe(1);
  });

  it('makes links for people it has, and only while the county is the demonstration', async () => {
    const links = world.app.get(DemonstrationLinks, { strict: false });
    await expect(links.forLogins(['nobody'])).rejects.toMatchObject({ code: 'demonstration.unknownLogin' });
    await world.store.query(`update county_setting set value = value || '{"demo": false}' where name = 'county'`);
    await expect(links.forGuides()).rejects.toMatchObject({ code: 'demonstration.notLoaded' });
    await world.store.query(`update county_setting set value = value || '{"demo": true}' where name = 'county'`);
  });
});

/** Where the world's own server listens. */
function addressOf(world: World): string {
  // boundary: a server on a port answers with its port
  const { port } = world.app.getHttpServer().address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
