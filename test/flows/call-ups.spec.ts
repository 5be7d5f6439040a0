import { type Answer, type Json, type PersonKey, World } from '#test-kit';
import { CallUpStory, drawn } from './stories/call-up-story.js';

jest.setTimeout(240_000);
let world: World;
let s: CallUpStory;
beforeAll(async () => {
  world = await World.open();
  s = new CallUpStory(world);
  await s.sealed.open.plantFrame(2);
  s.id = await s.sealed.started();
});
afterAll(() => world.close());

const nobody = '01900000-0000-7000-8000-000000000000';
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
const called = ['groupLeader', 'groupMember', 'waterStaff', 'officer', 'housingHead'] as const;
const outsiders: readonly PersonKey[] = [
  ...(['clerk', 'auditor', 'sysadmin', 'auditadmin', 'officer2', 'waterHead', 'townHead', 'viceMagistrate'] as const),
];
// the audit record is compared row by row: in what it answers the outsiders' own refusals stand
const asked = [
  ...['/session', '/notices', '/notices/count', '/notices/call-list', '/inspections', '/visits'],
  ...['/inspectors?limit=200', '/call-ups', '/persons?limit=200', '/accounts', '/people?limit=200', '/tasks'],
  ...['/inspection-frequency', '/sealed-inspections', '/delegations', '/export-requests', '/desk/load', '/tray'],
];

/** What everybody outside is told, by who asks what. */
async function heard(people: readonly PersonKey[], paths: readonly string[] = asked): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const key of people)
    for (const path of paths) {
      const { status, text } = await world.as(key).get(path);
      told[`${key} ${path}`] = `${status} ${text}`;
    }
  return told;
}

describe('people called up without a purpose', () => {
  it('are told by nobody else than their own page, and nothing moves that others see', async () => {
    for (const key of [...called, ...outsiders, 'bureauHead', 'magistrate'] as const)
      await world.as(key).sees('/session');
    const before = await heard(outsiders);
    await world.settles();
    const rows = await s.everything();
    await s.does('', await s.order(...called));
    const own = await s.own('waterStaff');
    expect(own).toMatchObject({ place: '县政府大礼堂', lasts: '两天', bring: '换洗衣物', acknowledgedAt: null });
    expect((await world.as('waterStaff').post(`/call-ups/${own.id}/acknowledge`)).status).toBe(204);
    const line = await s.line('groupMember');
    await s.does(`/${line.id}/ring`, { words: '已通知，七点到' });
    await s.does(`/${line.id}/arrive`);
    await s.does(`/${line.id}/phone`, { step: 'hand_in', description: '黑色手机', signature: drawn });
    await s.device('groupLeader');
    await world.settles();
    expect(await s.everything()).toEqual(rows);
    expect(await heard(outsiders)).toEqual(before);
    expect(Object.keys(before)).toHaveLength(outsiders.length * asked.length);
  });

  it('show in that comparison as soon as one row is told to anybody', async () => {
    const rows = await s.everything();
    await world.store.query(`update person set version = version + 1 where id = $1`, [s.person('clerk')]);
    expect(await s.everything()).not.toEqual(rows);
    const before = await heard(['waterHead'], ['/call-ups']);
    await s.does('', await s.order('waterHead'));
    expect(await heard(['waterHead'], ['/call-ups'])).not.toEqual(before);
    await s.does(`/${(await s.line('waterHead')).id}/withdraw`);
    expect(await world.as('waterHead').sees('/call-ups')).toMatchObject([{ withdrawn: true, acknowledgedAt: null }]);
  });

  it('see their own call-up and nobody else, and nothing of it lies open in the database', async () => {
    for (const key of called) {
      const text = JSON.stringify(await world.as(key).sees('/call-ups'));
      for (const other of [...called, 'bureauHead'] as const) expect(text).not.toContain(s.person(other));
      expect(text).not.toMatch(/夜查|仪封|purpose/);
    }
    expect(await world.as('clerk').sees('/call-ups')).toEqual([]);
    const others = (await s.own('groupMember')).id;
    for (const [by, id] of [
      ['waterStaff', others],
      ['clerk', others],
      ['clerk', nobody],
    ] as const) {
      const answer = await world.as(by).post(`/call-ups/${id}/acknowledge`);
      expect(refusal(answer)).toEqual([404, 'http.notFound']);
    }
    const [dump] = await world.store.query<{ text: string }>(
      `select (select string_agg(o::text, ' ') from call_up_order o) || (select string_agg(c::text, ' ') from call_up c) as text`,
    );
    for (const said of ['大礼堂', '换洗', '黑色手机', drawn, Buffer.from('大礼堂').toString('hex')])
      expect(dump?.text).not.toContain(said);
  });

  it('are listed for named persons with their passphrase, who has not acknowledged first', async () => {
    const { people, orders } = await s.does('/read', {}, 'magistrate');
    expect(orders[0]).toMatchObject({ place: '县政府大礼堂', lasts: '两天' });
    expect(people.at(-1)).toMatchObject({ personId: s.person('waterStaff'), acknowledgedAt: expect.any(String) });
    expect(people[0]).toHaveProperty('telephone');
    expect(await s.line('groupMember')).toMatchObject({
      rings: [{ words: '已通知，七点到' }],
      phone: { description: '黑色手机', handedIn: { signature: drawn }, returned: null },
      arrivedAt: expect.any(String),
    });
    for (const [by, id] of [
      ['officer2', s.id],
      ['waterStaff', s.id],
      ['officer2', nobody],
    ] as const) {
      const answer = await world
        .as(by)
        .post(`/sealed-inspections/${id}/call-ups/read`, { passphrase: '不知道的口令啊 1' });
      expect(answer.status).toBe(404);
    }
    expect(refusal(await s.posts('/read', { passphrase: '不是这个口令 12' }))).toEqual([
      422,
      'sealed.wrongPassphrase',
      'passphrase',
    ]);
  });

  it('are called once, by a period that goes forward, if they can be told at all', async () => {
    const order = await s.order('waterStaff');
    expect(refusal(await s.posts('', order))).toEqual([409, 'call_up.calledAlready', 'personIds[0]']);
    const reversed = { ...order, personIds: [s.person('officer2')], endsAt: order.startsAt };
    expect(refusal(await s.posts('', reversed))).toEqual([422, 'call_up.periodReversed', 'endsAt']);
    const unfit = { ...order, personIds: [s.person('officer2'), s.person('sysadmin'), nobody] };
    expect(refusal(await s.posts('', unfit))).toEqual([422, 'call_up.unfit', 'personIds[1]', 'personIds[2]']);
    const { id } = await s.line('groupMember');
    expect(refusal(await s.posts(`/${id}/arrive`))).toEqual([409, 'call_up.doneAlready']);
    expect(refusal(await s.posts(`/${nobody}/arrive`))).toEqual([404, 'http.notFound']);
    const again = { step: 'hand_in', description: '又一部', signature: drawn };
    expect(refusal(await s.posts(`/${id}/phone`, again))).toEqual([409, 'call_up.phoneMoved']);
    const script = { ...again, signature: 'M1 2"/><script>alert(1)</script>' };
    expect(refusal(await s.posts(`/${id}/phone`, script))).toEqual([400, 'http.invalidRequest', 'signature']);
    const { id: off } = (await world.as('waterHead').sees('/call-ups'))[0];
    expect(refusal(await world.as('waterHead').post(`/call-ups/${off}/acknowledge`))).toEqual([
      409,
      'call_up.withdrawn',
    ]);
  });

  it('are answered for by one opening of the plan a step', async () => {
    const acts = (): Promise<{ n: number }[]> =>
      world.store.query('select count(*)::int as n from sealed_act where sealed_id = $1', [s.id]);
    const { id } = await s.line('housingHead');
    const [before] = await acts();
    const { people } = await s.does(`/${id}/ring`, { words: '无人接听' });
    expect(people.find((one: Json) => one.id === id).rings).toMatchObject([{ words: '无人接听' }]);
    expect(await acts()).toEqual([{ n: (before?.n ?? 0) + 1 }]);
  });

  it('keep what was noted of them when the key is made anew', async () => {
    await s.sealed.joins(s.id, 'officer2');
    const codes = await s.sealed.does('bureauHead', s.id, 'withdraw', { personId: s.person('officer2') });
    expect(await s.line('groupMember')).toMatchObject({ phone: { description: '黑色手机' } });
    const [{ code }] = Array.isArray(codes) ? codes : codes.invitations;
    await s.sealed.does('magistrate', s.id, 'join', { code });
    const back = { step: 'return', description: '', signature: drawn };
    await s.does(`/${(await s.line('groupMember')).id}/phone`, back);
    expect((await s.line('groupMember')).phone.returned).toMatchObject({ signature: drawn });
  });
});

describe('a device issued for one inspection', () => {
  it('waits before the release and may do nothing else', async () => {
    const { token } = await s.does(`/${(await s.line('waterStaff')).id}/device`);
    const device = world.browser();
    const enrolled = await device.post('/issued-devices', { token });
    expect(enrolled.body).toMatchObject({ issued: true, acting: null, posts: [], acts: [] });
    expect(refusal(await world.browser().post('/issued-devices', { token }))).toEqual([404, 'call_up.linkSpent']);
    expect(refusal(await world.browser().post('/issued-devices', { token: 'x'.repeat(43) }))).toEqual([
      404,
      'call_up.linkSpent',
    ]);
    expect((await device.get('/session')).body).toMatchObject({ issued: true, acting: null });
    for (const path of ['/inspections', '/visits', '/tasks', '/notices', '/session/devices', '/call-ups', '/events'])
      expect([path, (await device.get(path)).status]).toEqual([path, 403]);
    const own = (await world.as('waterStaff').sees('/session')).posts[0].id;
    for (const [path, body] of [
      ['/session/post', { postId: own }],
      ['/account/password', { password: '新的口令很长很长 99' }],
    ] as const)
      expect([path, (await device.put(path, body)).status]).toEqual([path, 403]);
    expect((await device.post('/session/proof', { password: 'x' })).status).toBe(403);
    expect((await s.line('waterStaff')).deviceEnrolledAt).toEqual(expect.any(String));
  });

  it('acts after the release in that inspection and for nothing else, also for an officer of the bureau', async () => {
    const [staff, officer] = [await s.device('waterStaff'), await s.device('officer')];
    await s.sealed.open.trains(...called);
    await s.sealed.does('bureauHead', s.id, 'propose');
    await s.sealed.does('magistrate', s.id, 'approve');
    await s.sealed.takesShares(s.id, 'bureauHead', 'magistrate');
    await s.sealed.does('bureauHead', s.id, 'seal');
    await s.sealed.does('bureauHead', s.id, 'ask-release');
    await s.sealed.does('magistrate', s.id, 'confirm-release');
    expect((await staff.get('/session')).body).toMatchObject({ issued: true, acting: { role: 'group_member' } });
    expect((await officer.get('/session')).body).toMatchObject({ issued: true, acting: { role: 'group_leader' } });
    const { items } = (await staff.get('/visits')).body;
    const [visit] = items;
    expect(visit).toMatchObject({ inspection: { id: s.id }, state: 'assigned' });
    const arrived = await staff.post(`/visits/${visit.id}/arrive`, {}, { ifMatch: visit.version });
    expect(arrived.body).toMatchObject({ state: 'arrived' });
    for (const device of [staff, officer])
      for (const path of ['/tasks', '/notices', '/matters', '/inspectors', '/assignments', '/session/devices'])
        expect([path, (await device.get(path)).status]).toEqual([path, 403]);
    expect((await officer.get('/inspections')).body.items.map(({ id }: Json) => id)).toEqual([s.id]);
    expect((await world.as('officer').get('/tasks')).status).toBe(200);
    expect((await staff.get(`/inspections/${s.id}`)).body.id).toBe(s.id);
  });

  it('is signed out when it is given back, and with the end of the inspection', async () => {
    const [staff, officer] = [await s.device('waterStaff'), await s.device('officer')];
    expect((await staff.get('/visits')).status).toBe(200);
    await s.does(`/${(await s.line('waterStaff')).id}/device/return`);
    expect((await staff.get('/session')).status).toBe(401);
    expect(refusal(await s.posts(`/${(await s.line('waterStaff')).id}/device/return`))).toEqual([
      409,
      'call_up.doneAlready',
    ]);
    expect((await officer.get('/visits')).status).toBe(200);
    expect((await s.sealed.open.acts(s.id, 'abort', 'bureauHead', { reason: '大雨' })).status).toBe(200);
    expect((await officer.get('/session')).status).toBe(401);
    expect((await world.as('officer').get('/session')).status).toBe(200);
  });
});
