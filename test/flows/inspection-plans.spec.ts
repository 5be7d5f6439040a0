import { nodeDigests, verifyDraw } from '@ducha/inspection';
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

describe('the two doors', () => {
  it('open only for a plan that says everything and contradicts nothing', async () => {
    const { id } = await world.as('officer').does('/inspections', { name: '人居环境' });
    expect(refusal(await s.acts(id, 'propose', 'officer'))).toEqual([
      422,
      'inspection.planIncomplete',
      ...['contentClass', 'type', 'methods', 'purpose', 'scope', 'standard', 'fromOn', 'toOn', 'objects', 'groups'],
    ]);
    const plans = async (change: object) => refusal(await s.plans(id, await s.plan(change)));
    const [group, other] = (await s.plan()).groups;
    expect(await plans({ toOn: await s.day(-3) })).toEqual([422, 'inspection.planContradicts', 'toOn']);
    expect(await plans({ objects: [{ unitId: nobody }], sites: [], groups: [group] })).toEqual([
      422,
      'inspection.unknownInPlan',
      'objects[0].unitId',
    ]);
    expect(await plans({ objects: [{ unitId: s.unit('village') }], sites: [], groups: [group] })).toEqual([
      422,
      'inspection.notAnObject',
      'objects[0].unitId',
    ]);
    expect(await plans({ objects: [{ unitId: s.unit('water') }] })).toEqual([
      422,
      'inspection.siteOutsideObjects',
      'sites[0].siteId',
    ]);
    expect(await plans({ standard: { id: s.standardId, number: 9 } })).toEqual([
      422,
      'inspection.unknownInPlan',
      'standard',
    ]);
    expect(await plans({ groups: [{ ...group, memberIds: [s.person('sysadmin')] }, other] })).toEqual([
      422,
      'inspection.unfitInspector',
      'groups[0].memberIds[0]',
    ]);
    const designation = { unitId: s.unit('housing'), matter: '环境', scope: '全县', duty: '检查' };
    const days = { fromOn: await s.day(0), toOn: await s.day(1) };
    expect(await plans({ designation: { ...designation, ...days } })).toEqual([
      422,
      'inspection.designationOver',
      'designation.toOn',
    ]);
    expect((await s.plans(id, await s.plan(), 'groupLeader')).status).toBe(404);
    expect((await world.as('waterHead').post('/inspections', { name: '自查' })).status).toBe(403);
  });

  it('ask why a level is skipped', async () => {
    const [division] = await world.store.query<{ id: string }>(
      `insert into unit (id, key, parent_id, path, name, short_name, kind, sort, from_at, version)
       select gen_random_uuid(), 'station', w.id, w.path || 'x/', '河道管理所', '河道所', 'division', 99, now(), 1 from unit w where w.id = $1 returning id`,
      [s.unit('water')],
    );
    const objects = (necessity?: string) => [
      { unitId: s.unit('town') },
      { unitId: s.unit('water') },
      { unitId: division?.id, ...(necessity && { necessity }) },
    ];
    const id = await s.drafted();
    expect(refusal(await s.plans(id, await s.plan({ objects: objects() })))).toEqual([
      422,
      'inspection.necessityMissing',
      'objects[2].necessity',
    ]);
    expect((await s.plans(id, await s.plan({ objects: objects('群众集中反映') }))).status).toBe(200);
  });

  it('keep inspectors away from their own unit, their kin and their home', async () => {
    const [group, other] = (await s.plan()).groups;
    const id = await s.drafted();
    const own = [group, { ...other, memberIds: [s.person('waterLiaison')] }];
    expect(refusal(await s.plans(id, await s.plan({ groups: own })))).toEqual([
      422,
      'inspection.recusedInspector',
      'groups[1].memberIds[0]',
    ]);
    const kin = { personId: s.person('officer2'), unitId: s.unit('town'), ground: 'kin' };
    expect((await world.as('waterHead').post('/recusal-declarations', kin)).status).toBe(403);
    await world.as('bureauHead').does('/recusal-declarations', kin);
    expect(refusal(await world.as('officer2').post('/recusal-declarations', { ...kin, personId: undefined }))).toEqual([
      409,
      'inspection.alreadyDeclared',
    ]);
    const declares = (change: object) => world.as('officer').post('/recusal-declarations', { ...kin, ...change });
    expect(refusal(await declares({ personId: nobody }))).toEqual([422, 'inspection.unknownPerson', 'personId']);
    expect(refusal(await declares({ unitId: nobody }))).toEqual([422, 'inspection.unknownUnit', 'unitId']);
    const kinsman = [{ ...group, memberIds: [s.person('officer2')] }, other];
    const refused = await s.plans(id, await s.plan({ groups: kinsman }));
    expect(refused.body.errors).toMatchObject([{ path: 'groups[0].memberIds[0]', constraint: 'kin' }]);
    const asked = { personIds: [s.person('officer2'), s.person('officer')], unitIds: [s.unit('town')] };
    expect(await world.as('officer').does('/inspectors/recusals', asked)).toEqual({
      recusals: [{ personId: s.person('officer2'), unitId: s.unit('town'), reason: 'kin' }],
    });
  });

  it('are two: a proposal that another approves, or a principal’s instruction', async () => {
    const id = await s.drafted();
    expect(refusal(await s.acts(id, 'approve', 'magistrate'))).toEqual([409, 'inspection.moveRefused']);
    expect((await s.acts(id, 'instruct', 'bureauHead')).status).toBe(403);
    expect((await s.acts(id, 'propose', 'officer')).body).toMatchObject({
      state: 'proposed',
      actions: ['merge', 'cancel'],
    });
    expect(refusal(await s.plans(id, await s.plan()))).toEqual([409, 'inspection.planFrozen']);
    await world.store.query('update inspection set proposed_by = $2 where id = $1', [id, s.person('magistrate')]);
    expect(refusal(await s.acts(id, 'approve', 'magistrate'))).toEqual([403, 'inspection.ownProposal']);
    await world.store.query('update inspection set proposed_by = $2 where id = $1', [id, s.person('officer')]);
    const planned = await s.acts(id, 'approve', 'magistrate', { words: '同意，要查实情' });
    expect(planned.body).toMatchObject({
      state: 'planned',
      door: 'proposal',
      number: expect.stringMatching(/查〔20\d\d〕1号$/),
    });
    expect((await s.acts(id, 'cancel', 'officer', { reason: '改期' })).body).toMatchObject({ state: 'cancelled' });
    const other = await s.drafted();
    expect((await s.acts(other, 'instruct', 'secretary')).body).toMatchObject({
      state: 'planned',
      door: 'instruction',
    });
    await s.acts(other, 'cancel', 'officer', { reason: '另行安排' });
    const late = await s.drafted({ fromOn: await s.day(-9), toOn: await s.day(-8) });
    await s.acts(late, 'propose', 'officer');
    expect(refusal(await s.acts(late, 'approve', 'magistrate'))).toEqual([422, 'inspection.periodOver', 'toOn']);
    await expect(world.store.query(`update inspection set state = 'planned' where id = $1`, [late])).rejects.toThrow(
      'inspection_has_a_door',
    );
  });
});

describe('a frozen plan', () => {
  let id: string;
  const inMonths = async () => ({ fromOn: await s.day(60), toOn: await s.day(62) });

  it('is changed by nobody, and by an amendment only when a principal approves it', async () => {
    id = await s.planned(await inMonths());
    const wider = await s.plan({
      ...(await inMonths()),
      objects: [{ unitId: s.unit('town') }, { unitId: s.unit('water') }, { unitId: s.unit('city') }],
    });
    expect(refusal(await s.plans(id, wider))).toEqual([409, 'inspection.planFrozen']);
    const amended = await s.acts(id, 'amendments', 'officer', { plan: wider, reason: '城管局同样负有责任' });
    expect(amended.status).toBe(201);
    expect(refusal(await s.acts(id, 'amendments', 'officer', { plan: wider, reason: '再提' }))).toEqual([
      409,
      'inspection.amendmentOpen',
    ]);
    expect((await s.reads(id, 'magistrate')).amendments).toMatchObject([
      { state: 'proposed', changes: ['objects'], decidable: true },
    ]);
    const decides = (amendmentId: string, ifMatch: number, decision = 'approve') =>
      world.as('magistrate').post(`/inspections/${id}/amendments/${amendmentId}/decide`, { decision }, { ifMatch });
    expect(refusal(await decides(nobody, 1))).toEqual([404, 'inspection.amendmentNotFound']);
    expect((await decides(amended.body.id, 7)).status).toBe(412);
    const { body } = await decides(amended.body.id, 1);
    expect(body.plan.objects).toHaveLength(3);
    expect(refusal(await decides(amended.body.id, 1))).toEqual([404, 'inspection.amendmentNotFound']);
  });

  it('meets no other inspection at one object in one week: the second is merged or refused (A14)', async () => {
    const second = await s.drafted({
      ...(await inMonths()),
      name: '水利专项',
      sites: [],
      objects: [{ unitId: s.unit('water') }, { unitId: s.unit('housing') }],
      groups: [(await s.plan()).groups[1]].map((g: Json) => ({ ...g, memberIds: [] })),
    });
    expect((await s.reads(second)).clashes).toMatchObject([{ inspectionId: id, unit: { id: s.unit('water') } }]);
    await s.acts(second, 'propose', 'officer');
    expect(refusal(await s.acts(second, 'approve', 'magistrate'))).toEqual([409, 'inspection.clash']);
    expect(refusal(await s.acts(second, 'merge', 'officer', { intoId: second }))).toEqual([
      422,
      'inspection.mergeTarget',
      'intoId',
    ]);
    const apart = await s.drafted({
      fromOn: await s.day(90),
      toOn: await s.day(91),
      objects: [{ unitId: s.unit('city') }],
      sites: [],
      groups: [],
    });
    expect(refusal(await s.acts(apart, 'merge', 'officer', { intoId: id }))).toEqual([
      422,
      'inspection.periodsApart',
      'intoId',
    ]);
    expect((await s.acts(second, 'merge', 'officer', { intoId: id })).body).toMatchObject({
      state: 'cancelled',
      mergedIntoId: id,
    });
    const [amendment] = (await s.reads(id, 'magistrate')).amendments;
    expect(amendment).toMatchObject({ state: 'proposed', changes: ['objects'] });
    const path = `/inspections/${id}/amendments/${amendment.id}/decide`;
    const merged = await world.as('magistrate').does(path, { decision: 'approve' }, { ifMatch: 1 });
    expect(merged.plan.objects.map(({ unit }: Json) => unit.id)).toContain(s.unit('housing'));
    const later = await s.drafted({ fromOn: await s.day(75), toOn: await s.day(76) });
    await s.acts(later, 'propose', 'officer');
    expect((await s.acts(later, 'approve', 'magistrate')).status).toBe(200);
    for (const one of [id, later]) await s.acts(one, 'cancel', 'officer', { reason: '练习结束' });
  });

  it('draws its villages and their groups so that an outsider draws again (A2)', async () => {
    const drawn = await s.planned({ ...(await inMonths()), sites: [], villagesPerUnit: 2 });
    expect(refusal(await s.acts(drawn, 'release', 'bureauHead'))).toEqual([409, 'inspection.undrawn']);
    expect(refusal(await s.acts(drawn, 'draws', 'bureauHead', { siteId: s.site('代庄村') }))).toEqual([
      422,
      'inspection.outsidePlan',
    ]);
    const { id: drawId } = (await s.acts(drawn, 'draws', 'officer')).body;
    expect(refusal(await s.acts(drawn, 'draws', 'officer'))).toEqual([409, 'inspection.alreadyDrawn']);
    const record = `/inspections/${drawn}/draws/${drawId}/record`;
    expect(refusal(await world.as('officer').get(record))).toEqual([409, 'inspection.notDrawn']);
    expect(refusal(await world.as('officer').get(record.replace(drawId, nobody)))).toEqual([
      404,
      'inspection.drawNotFound',
    ]);
    const view = (await s.acts(drawn, `draws/${drawId}/draw`, 'officer', { contribution: '07 23' })).body;
    expect(view.plan.sites).toMatchObject([{ drawn: true }, { drawn: true }]);
    // the second group would go to the township as well, but somebody of it may have kin there
    expect(view.plan.sites.every(({ group }: Json) => group === 1 || group === 2)).toBe(true);
    expect(verifyDraw(await world.as('officer').sees(record), nodeDigests)).toMatchObject({ holds: true });
    expect(refusal(await s.acts(drawn, `draws/${drawId}/draw`, 'officer'))).toEqual([409, 'inspection.alreadyDrawn']);
    await s.acts(drawn, 'cancel', 'officer', { reason: '练习结束' });
    const chosen = await s.planned(await inMonths());
    expect(refusal(await s.acts(chosen, 'draws', 'officer'))).toEqual([422, 'inspection.notSampled']);
    await s.acts(chosen, 'cancel', 'officer', { reason: '练习结束' });
  });
});
