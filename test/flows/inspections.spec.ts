import { type DrawRecord, nodeDigests, verifyDraw } from '@ducha/inspection';
import { type Answer, type Json, World } from '#test-kit';
import { InspectionStory } from './stories/inspection-story.js';

jest.setTimeout(120_000);
let world: World;
let s: InspectionStory;
beforeAll(async () => {
  world = await World.open();
  s = new InspectionStory(world);
  await s.plantFrame();
});
afterAll(() => world.close());

const nobody = '01900000-0000-7000-8000-000000000000';
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
const crew = ['groupLeader', 'groupMember', 'waterStaff', 'officer', 'housingHead'] as const;

describe('an inspection that goes out', () => {
  let id: string;

  it('sends out nobody untrained, no idle group, and tells nobody before', async () => {
    const [group, other] = (await s.plan()).groups;
    const loose = await s.planned({ sites: [{ siteId: s.site('代庄村') }], groups: [group, other] });
    expect(refusal(await s.acts(loose, 'release', 'bureauHead'))).toEqual([422, 'inspection.siteWithoutGroup']);
    await s.acts(loose, 'cancel', 'officer', { reason: '重做' });
    const idle = await s.planned({ sites: [] });
    expect(refusal(await s.acts(idle, 'release', 'bureauHead'))).toEqual([
      422,
      'inspection.nothingToVisit',
      'groups[0]',
    ]);
    await s.acts(idle, 'cancel', 'officer', { reason: '重做' });
    id = await s.planned();
    expect(refusal(await s.acts(id, 'release', 'bureauHead')).slice(0, 2)).toEqual([422, 'inspection.notCompetent']);
    const own = { personId: s.person('officer'), kind: 'training', fromOn: await s.day(0), toOn: await s.day(9) };
    expect(refusal(await world.as('officer').post('/competences', own))).toEqual([403, 'inspection.ownCompetence']);
    await s.trains(...crew);
    expect(await world.as('officer').sees('/inspectors?limit=200')).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ id: s.person('waterStaff'), trained: true, secrecy: true, leads: true, rounds: 0 }),
      ]),
    });
    for (const key of ['auditor', 'clerk', 'groupLeader'] as const) {
      expect((await world.as(key).get(`/inspections/${id}`)).status).toBe(404);
      expect(JSON.stringify(await world.as(key).sees('/inspections'))).not.toContain(id);
    }
    expect((await world.as('townHead').get('/inspections')).status).toBe(403);
    expect((await world.as('officer').get(`/inspections/${nobody}`)).status).toBe(404);
    expect((await world.as('officer').get(`/inspections/${nobody}/board`)).status).toBe(404);
  });

  it('is asked again for recusals when people have moved', async () => {
    await world.as('groupMember').does('/recusal-declarations', { unitId: s.unit('town'), ground: 'home' });
    expect(refusal(await s.acts(id, 'release', 'bureauHead')).slice(0, 2)).toEqual([
      422,
      'inspection.recusedInspector',
    ]);
    await world.store.query('update recusal_declaration set ended_at = now() where person_id = $1', [
      s.person('groupMember'),
    ]);
  });

  it('releases posts, visits, code and notices in one act', async () => {
    expect((await s.acts(id, 'release', 'officer')).status).toBe(403);
    const out = await s.acts(id, 'release', 'bureauHead');
    expect(out.body).toMatchObject({
      state: 'released',
      visits: 2,
      code: expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/),
    });
    const posts = await world.store.query<{ role: string; title: string }>(
      `select role, title from post where person_id in ($1, $2) and role like 'group%' order by role`,
      [s.person('waterStaff'), s.person('housingHead')],
    );
    expect(posts).toEqual([
      { role: 'group_member', title: '第一组组员' },
      { role: 'group_member', title: '第二组组员' },
    ]);
    await world.settles();
    const { items } = await world.as('groupLeader').sees('/notices');
    expect(items.map(({ kind }: Json) => kind)).toEqual(['inspection.released']);
    expect((await world.as('townHead').sees('/notices')).items).toEqual([]);
    expect(await s.reads(id, 'groupLeader')).toMatchObject({ id, actions: [], amendments: [] });
    expect((await world.as('auditor').sees('/inspections')).items).toMatchObject([{ id }]);
  });

  it('has a code that anybody verifies, and unknown codes answer alike', async () => {
    const { code, token } = await s.reads(id);
    const asks = (typed: string) => world.stranger().post('/inspection-codes/check', { code: typed });
    const { county, keys } = await world.stranger().sees('/inspection-codes/keys');
    expect([county, keys.length]).toEqual(['试验县', 1]);
    expect((await asks(code.toLowerCase().replace('-', ' '))).body).toEqual({ token, underWay: true });
    const unknown = await asks('AAAAA-AAAAA');
    expect(refusal(unknown)).toEqual([404, 'inspection.unknownCode']);
    const [part, signature] = token.split('.');
    const key = { kty: 'OKP', crv: 'Ed25519', x: keys[0].publicKey };
    const { createPublicKey, verify } = await import('node:crypto');
    const holds = (said: string) =>
      verify(null, Buffer.from(said), createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'));
    expect(holds(part)).toBe(true);
    expect(holds(`${part}x`)).toBe(false);
    const said = JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(said).toMatchObject({ code, county: '试验县', type: 'special' });
    expect(JSON.stringify(said)).not.toContain('仪封');
  });

  it('goes where the plan goes and nowhere else', async () => {
    const adds = (siteId: string) => world.as('groupLeader').post(`/inspections/${id}/visits`, { siteId });
    expect(refusal(await adds(s.site('坝头村')))).toEqual([422, 'inspection.outsidePlan', 'siteId']);
    expect(refusal(await adds(nobody))).toEqual([422, 'inspection.outsidePlan', 'siteId']);
    expect(refusal(await adds(s.site('代庄村')))).toEqual([409, 'inspection.alreadyPlanned']);
    expect((await world.as('townHead').post(`/inspections/${id}/visits`, { siteId: nobody })).status).toBe(404);
    expect(refusal(await world.as('bureauHead').post(`/inspections/${id}/visits`, { siteId: nobody }))).toEqual([
      403,
      'inspection.notInGroup',
    ]);
    const village = await s.visit(id, '代庄村');
    expect(refusal(await s.atVisit(village.id, 'arrive', 'officer'))).toEqual([403, 'inspection.notInGroup']);
    expect(refusal(await s.atVisit(nobody, 'arrive', 'officer'))).toEqual([404, 'inspection.visitNotFound']);
    expect(refusal(await s.atVisit(village.id, 'end', 'groupLeader', { outcome: 'found' }))).toEqual([
      409,
      'inspection.moveRefused',
    ]);
    const arrived = await s.atVisit(village.id, 'arrive', 'groupLeader');
    expect(arrived.body).toMatchObject({ state: 'arrived', actions: ['end', 'pass_on', 'discovered', 'draw'] });
    expect(await s.reads(id)).toMatchObject({ state: 'on_site' });
  });

  it('draws households on the ground, and a reserve comes where one has moved away', async () => {
    const draws = `/inspections/${id}/draws`;
    const siteId = s.site('代庄村');
    expect(refusal(await world.as('officer').post(draws, { siteId }))).toEqual([403, 'inspection.notInGroup']);
    const { id: drawId } = await world.as('groupLeader').does(draws, { siteId });
    await world.as('groupLeader').does(`${draws}/${drawId}/draw`, { contribution: '三 十 六' });
    const mine = (await world.as('groupMember').sees('/visits')).items.filter(
      (one: Json) => one.site.kind === 'household',
    );
    expect(mine).toHaveLength(3);
    expect(mine[0].site).toMatchObject({ village: '代庄村', name: '张**' });
    const [gone] = mine;
    await s.atVisit(gone.id, 'arrive', 'groupMember');
    expect((await s.atVisit(gone.id, 'end', 'groupMember', { outcome: 'moved' })).body).toMatchObject({
      state: 'replaced',
    });
    const record: DrawRecord = await world.as('auditor').sees(`${draws}/${drawId}/record`);
    expect(verifyDraw(record, nodeDigests)).toMatchObject({ holds: true });
    const { items } = await world.as('groupMember').sees('/visits');
    const coming = items.find(({ replacesId }: Json) => replacesId === gone.id);
    expect(coming.site.code).toBe(record.replacements[0]?.in);
    const [second, third] = mine.slice(1);
    for (const [visit, outcome] of [
      [second, 'absent'],
      [third, 'refused'],
      [coming, 'found'],
    ] as const) {
      await s.atVisit(visit.id, 'arrive', 'groupMember');
      expect((await s.atVisit(visit.id, 'end', 'groupMember', { outcome })).body.outcome).toBe(outcome);
    }
    const [household] = await world.store.query<{ id: string }>(
      `select s.id from site s where s.parent_id = $1 and not exists (select 1 from inspection_site t where t.site_id = s.id) limit 1`,
      [siteId],
    );
    const added = await world.as('groupLeader').does(`/inspections/${id}/visits`, { siteId: household?.id });
    for (const [act, body] of [
      ['arrive', {}],
      ['end', { outcome: 'found' }],
    ] as const)
      expect((await s.atVisit(added.id, act, 'groupLeader', body)).status).toBe(200);
  });

  it('passes on at the door with one tap, and what was recorded needs a second confirmer', async () => {
    const unit = await s.visit(id, null);
    expect((await s.atVisit(unit.id, 'arrive', 'officer')).status).toBe(200);
    const passed = await s.atVisit(unit.id, 'pass-on', 'officer', { ground: 'kin' });
    expect(passed.body).toMatchObject({ passedOn: true, group: { number: 2 }, actions: [] });
    expect(refusal(await s.atVisit(unit.id, 'end', 'officer', { outcome: 'found' }))).toEqual([
      403,
      'inspection.recused',
    ]);
    expect((await s.atVisit(unit.id, 'end', 'housingHead', { outcome: 'found' })).status).toBe(403);
    await s.actsForInspection('housingHead');
    // the first group has somebody of the water bureau itself, so nobody is left for the second to pass on to
    expect(refusal(await s.atVisit(unit.id, 'pass-on', 'housingHead', { ground: 'interest' }))).toEqual([
      409,
      'inspection.nobodyElse',
    ]);
    expect((await s.atVisit(unit.id, 'end', 'housingHead', { outcome: 'found' })).status).toBe(200);
  });

  it('shows a board, and comes back when its leaders bring their groups back', async () => {
    const village = await s.visit(id, '代庄村');
    const finishes = async (number: number, by: 'groupLeader' | 'officer' | 'groupMember') => {
      const { groups } = await world.as('bureauHead').sees(`/inspections/${id}/board`);
      const group = groups.find((one: Json) => one.number === number);
      return world.as(by).post(`/inspections/${id}/groups/${group.id}/finish`, {}, { ifMatch: group.version });
    };
    expect(refusal(await finishes(1, 'groupMember'))).toEqual([403, 'inspection.notLeader']);
    expect(refusal(await finishes(1, 'groupLeader'))).toEqual([409, 'inspection.visitOpen']);
    expect(
      refusal(await world.as('officer').post(`/inspections/${id}/groups/${nobody}/finish`, {}, { ifMatch: 1 })),
    ).toEqual([404, 'inspection.groupNotFound']);
    await world.passes({ minutes: 40 });
    expect((await s.atVisit(village.id, 'discovered', 'groupLeader')).body.discoveredAt).not.toBeNull();
    await s.atVisit(village.id, 'end', 'groupLeader', { outcome: 'found' });
    const board = await world.as('magistrate').sees(`/inspections/${id}/board`);
    expect(board).toMatchObject({
      visits: 7,
      open: 0,
      done: 4,
      absent: 1,
      refused: 1,
      replaced: 1,
      discoveredAfterMinutes: 40,
    });
    expect(board.groups).toMatchObject([
      { number: 1, lastSite: '代庄村', state: 'on_site' },
      { number: 2, lastSite: '县水利局' },
    ]);
    expect((await finishes(1, 'groupLeader')).body.state).toBe('on_site');
    expect((await finishes(2, 'officer')).body.state).toBe('drafting');
    expect(
      refusal(await world.as('groupLeader').post(`/inspections/${id}/visits`, { siteId: s.site('代庄村') })),
    ).toEqual([409, 'inspection.notTaking']);
    const { code } = await s.reads(id);
    expect((await world.stranger().post('/inspection-codes/check', { code })).body.underWay).toBe(false);
  });

  it('counts in the ledger of frequency; a unit reads its own', async () => {
    const all = await world.as('auditor').sees('/inspection-frequency');
    const town = all.items.find(({ unit }: Json) => unit.id === s.unit('town'));
    expect(town).toMatchObject({ planned: 1, released: 1, comprehensive: 0, visits: 6, days: 1 });
    const own = await world.as('waterHead').sees('/inspection-frequency');
    expect(own.items).toMatchObject([{ unit: { id: s.unit('water') }, planned: 0, released: 1, visits: 1 }]);
  });

  it('can be broken off', async () => {
    await world.store.query('update recusal_declaration set ended_at = now() where person_id = $1', [
      s.person('officer'),
    ]);
    await s.trains('auditor');
    const { groups } = await s.plan();
    const broken = await s.released({
      fromOn: await s.day(14),
      toOn: await s.day(15),
      groups: [{ ...groups[0], invitedIds: [s.person('auditor')] }, groups[1]],
    });
    const held = async (key: 'auditor' | 'waterStaff') =>
      (await world.as(key).sees('/session')).posts.map(({ role }: Json) => role).sort();
    expect(await held('auditor')).toEqual(['auditor', 'invited']);
    const village = await s.visit(broken, '代庄村');
    expect(refusal(await s.atVisit(village.id, 'arrive', 'groupLeader'))).toEqual([409, 'inspection.outsidePeriod']);
    expect((await s.acts(broken, 'abort', 'bureauHead', { reason: '汛情' })).body).toMatchObject({ state: 'drafting' });
    // the post ends with it, unless another inspection that is not over stands on it as well
    expect(await held('auditor')).toEqual(['auditor']);
    expect(await held('waterStaff')).toEqual(['group_member', 'unit_staff']);
    expect(refusal(await s.atVisit(village.id, 'arrive', 'groupLeader'))).toEqual([409, 'inspection.notTaking']);
  });
});
