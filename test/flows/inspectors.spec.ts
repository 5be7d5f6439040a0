import { type Answer, type Json, type PersonKey, World } from '#test-kit';
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
const reads = (key: PersonKey, by: PersonKey = 'bureauHead'): Promise<Json> =>
  world.as(by).sees(`/inspectors/${s.person(key)}`);
const named = async (query: string): Promise<string[]> =>
  (await world.as('officer').sees(`/inspectors?limit=200&${query}`)).items.map(({ id }: Json) => id).sort();
const idsOf = (...keys: PersonKey[]): string[] => keys.map((key) => s.person(key)).sort();

describe('what inspectors bring along', () => {
  let id: string;

  it('is recorded for a whole course at once, by somebody else, or for nobody', async () => {
    const course = { kind: 'leading', fromOn: await s.day(-1), toOn: await s.day(300) };
    const trains = (by: PersonKey, people: string[], change: object = {}) =>
      world.as(by).post('/trainings', { personIds: people, ...course, ...change });
    expect((await trains('waterHead', idsOf('waterStaff'))).status).toBe(403);
    expect(refusal(await trains('officer', idsOf(...crew)))).toEqual([403, 'inspection.ownCompetence']);
    expect(refusal(await trains('bureauHead', [...idsOf(...crew), nobody]))).toEqual([
      422,
      'inspection.unknownPerson',
      'personId',
    ]);
    const reversed = { fromOn: await s.day(2), toOn: await s.day(1) };
    expect(refusal(await trains('bureauHead', idsOf(...crew), reversed))).toEqual([
      422,
      'inspection.periodReversed',
      'toOn',
    ]);
    expect(await named('standing=lacking')).toEqual([]);
    expect((await trains('bureauHead', idsOf(...crew))).body).toEqual({ recorded: crew.length });
    expect(await named('standing=lacking')).toEqual(idsOf(...crew));
    expect(await named('standing=fit')).toEqual([]);
    expect(await named('standing=known')).toEqual(idsOf(...crew));
    expect(await named(`ids=${idsOf('officer', 'waterStaff').join(',')}`)).toEqual(idsOf('officer', 'waterStaff'));
  });

  it('decides who goes out: whoever lacks something keeps the release back until it is there', async () => {
    id = await s.planned();
    const releases = () => s.acts(id, 'release', 'bureauHead');
    const lacking = await releases();
    expect(refusal(lacking).slice(0, 2)).toEqual([422, 'inspection.notCompetent']);
    expect(new Set(lacking.body.errors.map(({ constraint }: Json) => constraint))).toEqual(new Set(['secrecy']));
    for (const key of crew) {
      expect(await world.as(key).sees('/inspectors/me')).toMatchObject({ trained: true, secrecy: false });
      await world.as(key).does('/secrecy-acknowledgements');
    }
    expect(await world.as('waterStaff').sees('/inspectors/me')).toMatchObject({
      secrecy: true,
      secrecyUntil: await s.day(364),
      competences: [
        { kind: 'secrecy', endable: false },
        { kind: 'leading', holds: true },
      ],
    });
    expect(await named('standing=fit')).toEqual(idsOf(...crew));
  });

  it('counts no longer once a training was ended, which nobody does for themselves', async () => {
    const training = (await reads('waterStaff')).competences.find(({ endable }: Json) => endable);
    const ends = (by: PersonKey, what: string) => world.as(by).post(`/competences/${what}/end`, {});
    expect(refusal(await ends('officer', nobody))).toEqual([404, 'inspection.competenceNotFound']);
    const own = (await reads('officer')).competences.find(({ endable }: Json) => endable);
    expect(refusal(await ends('officer', own.id))).toEqual([403, 'inspection.ownCompetence']);
    const oath = (await reads('waterStaff')).competences.find(({ kind }: Json) => kind === 'secrecy');
    expect(refusal(await ends('officer', oath.id))).toEqual([404, 'inspection.competenceNotFound']);
    expect((await ends('officer', training.id)).status).toBe(204);
    expect(refusal(await ends('officer', training.id))).toEqual([409, 'inspection.alreadyEnded']);
    expect(await reads('waterStaff')).toMatchObject({ trained: false, trainedUntil: null });
    const kept = await s.acts(id, 'release', 'bureauHead');
    expect(refusal(kept).slice(0, 2)).toEqual([422, 'inspection.notCompetent']);
    expect(kept.body.errors).toMatchObject([{ constraint: 'training' }]);
    const again = { personIds: idsOf('waterStaff'), kind: 'training', fromOn: await s.day(0), toOn: await s.day(9) };
    await world.as('officer').does('/trainings', again);
    expect((await s.acts(id, 'release', 'bureauHead')).status).toBe(200);
  });

  it('keeps declarations until another person ends them with a reason', async () => {
    await world.as('housingHead').does('/recusal-declarations', { unitId: s.unit('town'), ground: 'kin' });
    const { declarations } = await world.as('housingHead').sees('/inspectors/me');
    expect(declarations).toMatchObject([
      { unit: { id: s.unit('town') }, ground: 'kin', endable: false, endedAt: null, endReason: null },
    ]);
    const [{ id: declared }] = declarations;
    const ends = (by: PersonKey, what: string, reason = '亲属已调离') =>
      world.as(by).post(`/recusal-declarations/${what}/end`, { reason });
    expect((await ends('housingHead', declared)).status).toBe(403);
    expect(refusal(await ends('officer', nobody))).toEqual([404, 'inspection.declarationNotFound']);
    const own = await world.as('officer').does('/recusal-declarations', { unitId: s.unit('town'), ground: 'home' });
    expect(refusal(await ends('officer', own.id))).toEqual([403, 'inspection.ownDeclaration']);
    const asked = { personIds: idsOf('housingHead'), unitIds: [s.unit('town')] };
    const mustStayAway = async () => (await world.as('officer').does('/inspectors/recusals', asked)).recusals.length;
    expect(await mustStayAway()).toBe(1);
    expect((await ends('officer', declared)).status).toBe(204);
    expect(await mustStayAway()).toBe(0);
    expect(refusal(await ends('officer', declared))).toEqual([409, 'inspection.alreadyEnded']);
    expect((await reads('housingHead')).declarations).toMatchObject([{ endReason: '亲属已调离', endable: false }]);
  });

  it('is the business of the bureau and of oneself', async () => {
    for (const path of ['/inspectors', `/inspectors/${s.person('housingHead')}`])
      expect((await world.as('housingHead').get(path)).status).toBe(403);
    expect((await world.as('sysadmin').get('/inspectors/me')).status).toBe(403);
    expect(refusal(await world.as('officer').get(`/inspectors/${nobody}`))).toEqual([
      404,
      'inspection.inspectorNotFound',
    ]);
    expect((await world.as('officer').get('/inspectors?ids=nobody')).status).toBe(400);
  });
});
