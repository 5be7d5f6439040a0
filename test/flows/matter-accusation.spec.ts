import { type Json, type PersonKey, World } from '#test-kit';
import { matterStory } from './stories/matter-story.js';

const canary = 'kanari检举住建';
jest.setTimeout(90_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());
const story = matterStory(() => s);

const accusation = (changes: object = {}): object => ({
  ...{ kind: 'petition', title: `检举${canary}`, body: `${canary}局长收受好处`, declaredUnclassified: true },
  fields: { manner: 'letter', purpose: 'accusation' },
  signatories: [{ name: '来信人甲', contact: '13800001111', isProtected: true }],
  sourceOfficerIds: [s.county.person.officer, s.county.person.officer2],
  restriction: {
    accusedUnitIds: [s.county.unit.housing],
    accusedPersonIds: [s.county.person.secretary],
    keeperIds: [s.county.person.officer],
  },
  ...changes,
});

/** Everything that a person can ask for and that might tell of it. */
async function everythingSeenBy(person: PersonKey, id: string): Promise<string> {
  const agent = s.as(person);
  const asked = [
    '/matters?limit=200',
    '/matters/count',
    '/matters?kind=petition',
    `/matters?q=${encodeURIComponent('检举')}`,
    `/matters/${id}`,
    '/notices',
    '/notices/count',
    '/tray',
    '/tasks',
    '/tasks/export?format=csv',
    '/assignments?box=all',
    '/own-matters',
    '/desk/decided',
  ];
  const answers = await Promise.all(asked.map((path) => agent.get(path)));
  const hints = await agent.post('/matters/hints', { title: `检举${canary}` });
  return [...answers, hints].map(({ status, text }) => `${status} ${text}`).join('\n');
}

const accusedPeople: PersonKey[] = ['secretary', 'clerkOfSecretary', 'housingHead', 'housingLiaison'];

describe('an accusation', () => {
  it('never reaches, lists, counts or searches for the accused, and changes nothing that they are told', async () => {
    const nowhere = '01920000-0000-7000-8000-000000000000';
    const before = await Promise.all(accusedPeople.map((person) => everythingSeenBy(person, nowhere)));
    const matter = await s.as('clerk').does('/matters', accusation());
    await s.settles();
    const after = await Promise.all(accusedPeople.map((person) => everythingSeenBy(person, matter.id)));
    expect(after.map((seen) => seen.replaceAll(matter.id, nowhere))).toEqual(before);
    expect(after.join()).not.toContain(canary);
    // the control: the same questions of those who may know find it
    for (const person of ['officer', 'clerk', 'bureauHead', 'magistrate'] as const)
      expect(await everythingSeenBy(person, matter.id)).toContain(canary);
    expect(await everythingSeenBy('officer2', matter.id)).not.toContain(canary);
  });

  it('stands open to the accused when it is not restricted: the test sees what it looks for', async () => {
    const appeal = { restriction: null, fields: { manner: 'letter', purpose: 'appeal' }, title: `公开${canary}` };
    const open = await s.as('clerk').does('/matters', accusation(appeal));
    expect(await everythingSeenBy('secretary', open.id)).toContain(canary);
  });

  it('comes in by no open door: not by hand, not by triage, not by a sheet', async () => {
    const before = await s.as('officer').sees('/matters/count');
    const open = await s.as('clerk').post('/matters', accusation({ restriction: null }));
    expect([open.status, open.body.code, open.body.errors[0].path]).toEqual([
      422,
      'matter.fieldsWrong',
      'fields.purpose',
    ]);
    const sheet = [
      '信访形式,信访目的,概况,信访内容,信访人',
      `来信,申诉求决,求助,供水,甲`,
      `来信,检举,检举${canary},${canary},乙`,
    ];
    const file = Buffer.from(sheet.join('\n'));
    const taken = await s.as('officer').upload('/imports', file, '信访.csv', { sourceKind: 'petition' });
    expect(taken.body.counts).toMatchObject({ rows: 2, imported: 1, rejected: 1 });
    expect(taken.body.rejected).toMatchObject([{ row: 3, column: 'B', code: 'accusation' }]);
    expect(taken.text).not.toContain(canary);
    expect(await s.as('officer').sees('/matters/count')).toEqual(before);
    const appeal = { restriction: null, fields: { manner: 'letter', purpose: 'appeal' } };
    const { id } = await s.as('clerk').does('/matters', accusation(appeal));
    const turned = { fields: { manner: 'letter', purpose: 'accusation' } };
    const triaged = await s.as('officer').patch(`/matters/${id}`, turned, { ifMatch: 1 });
    expect([triaged.status, triaged.body.errors?.[0]?.path]).toEqual([422, 'fields.purpose']);
    const body = { accusedPersonIds: [s.county.person.secretary], keeperIds: [s.county.person.officer] };
    await s.as('clerk').does(`/matters/${id}/restrict`, body, { ifMatch: 1 });
    expect((await s.as('officer').patch(`/matters/${id}`, turned, { ifMatch: 2 })).status).toBe(200);
  });

  it('takes its number from a series of its own and opens no work', async () => {
    const matter = await s.as('clerk').does('/matters', accusation());
    expect(matter).toMatchObject({ restricted: true, intakeNo: expect.stringMatching(/^检〔\d{4}〕0000\d号$/) });
    expect(matter.restriction).toMatchObject({
      accusedUnits: [{ shortName: '县住房和城乡建设局' }],
      accusedPersons: [{ name: '秦书记' }],
    });
    expect((await s.as('officer').sees(`/matters/${matter.id}`)).actions).toEqual([
      'triage',
      'reply',
      'file',
      'decline',
      'hand_over',
      'pass_on',
    ]);
    const other = await story.message();
    const tries = {
      register: { by: 'instruction', task: { leadUnitId: s.county.unit.water } },
      propose: { handlingProposal: { wording: '拟办', forPersonId: s.county.person.magistrate } },
      merge: { intoId: other.id },
    };
    const order = { subjectType: 'matter', subjectId: matter.id, kind: 'order', words: '请查' };
    const { id: instructionId } = await s.as('magistrate').does('/instructions', order);
    for (const [route, body] of Object.entries(tries)) {
      const answer = await s
        .as('officer')
        .post(
          `/matters/${matter.id}/${route}`,
          { ...body, ...(route === 'register' && { instructionId }) },
          { ifMatch: 1 },
        );
      expect([route, answer.status, answer.body.code]).toEqual([route, 409, 'matter.restrictedWay']);
    }
    const task = { title: '查', demand: '查', matterId: matter.id, leadUnitId: s.county.unit.housing };
    expect((await s.as('magistrate').post('/tasks', task)).status).toBeGreaterThanOrEqual(400);
    expect(
      await s.as('officer').post(`/matters/${other.id}/merge`, { intoId: matter.id }, { ifMatch: 1 }),
    ).toMatchObject({ status: 422 });
  });

  it('is handed over, and the receipt is written down once', async () => {
    const matter = await s.as('clerk').does('/matters', accusation());
    const handed = await s
      .as('officer')
      .does(`/matters/${matter.id}/hand-over`, { to: '县监察委员会', reason: '涉嫌职务违法' }, { ifMatch: 1 });
    expect(handed).toMatchObject({
      state: 'handed_over',
      handOvers: [{ manner: 'hand_over', toOrgan: '县监察委员会', receiptAt: null }],
    });
    expect(handed.actions).toContain('receipt');
    const receipt = { receivedBy: '监委案管室', receiptNo: '收〔2026〕7号', receivedAt: '2026-01-01T00:00:00Z' };
    const done = await s.as('officer').does(`/matters/${matter.id}/receipt`, receipt, { ifMatch: handed.version });
    expect(done.handOvers[0]).toMatchObject({ receivedBy: '监委案管室', receiptNo: '收〔2026〕7号' });
    expect(
      await s.as('officer').post(`/matters/${matter.id}/receipt`, receipt, { ifMatch: done.version }),
    ).toMatchObject({ status: 409, body: { code: 'matter.receiptNotAwaited' } });
  });

  it('refuses unknown and unfit people, and an accused enterer', async () => {
    const restriction = (changes: object) =>
      accusation({ restriction: { accusedUnitIds: [s.county.unit.housing], ...changes } });
    const nobody = '01920000-0000-7000-8000-000000000000';
    const refused = async (body: object): Promise<[number, string, string | undefined]> => {
      const { status, body: problem } = await s.as('officer').post('/matters', body);
      return [status, problem.code, problem.errors?.[0]?.path];
    };
    expect(await refused(restriction({ accusedUnitIds: [nobody] }))).toEqual([
      422,
      'matter.accusedUnknown',
      'restriction.accusedUnitIds[0]',
    ]);
    expect(await refused(restriction({ accusedUnitIds: [] }))).toEqual([
      422,
      'matter.accusedUnknown',
      'restriction.accusedUnitIds',
    ]);
    expect(await refused(restriction({ keeperIds: [s.county.person.waterHead] }))).toEqual([
      422,
      'matter.keeperUnfit',
      'restriction.keeperIds[0]',
    ]);
    expect(
      await refused(
        restriction({ accusedPersonIds: [s.county.person.officer2], keeperIds: [s.county.person.officer2] }),
      ),
    ).toEqual([422, 'matter.keeperUnfit', 'restriction.keeperIds[0]']);
    expect(await refused(restriction({ accusedUnitIds: [s.county.unit.bureau] }))).toEqual([
      403,
      'matter.accusedEnters',
      undefined,
    ]);
    expect(await refused(accusation({ sourceOfficerIds: [s.county.person.officer] }))).toEqual([
      422,
      'matter.sourceOfficers',
      'sourceOfficerIds',
    ]);
    expect(await refused(accusation({ signatories: [{ name: '甲', personId: s.county.person.officer }] }))).toEqual([
      422,
      'matter.notAProponent',
      'signatories[0].personId',
    ]);
    const both = accusation({ handlingProposal: { wording: '拟', forPersonId: s.county.person.magistrate } });
    expect(await refused(both)).toEqual([409, 'matter.restrictedWay', undefined]);
  });

  it('is made one by triage, and from then on hidden', async () => {
    const matter = await story.message({ title: `来信${canary}`, body: canary });
    expect((await s.as('secretary').get(`/matters/${matter.id}`)).status).toBe(200);
    const body = { accusedPersonIds: [s.county.person.secretary] };
    const restricted = await s.as('officer').does(`/matters/${matter.id}/restrict`, body, { ifMatch: 1 });
    expect(restricted).toMatchObject({ restricted: true, version: 2 });
    expect((await s.as('secretary').get(`/matters/${matter.id}`)).status).toBe(404);
    expect((await s.as('officer').post(`/matters/${matter.id}/restrict`, body, { ifMatch: 2 })).body.code).toBe(
      'matter.moveRefused',
    );
  });
});

describe('a protected source', () => {
  it('is read by the two named officers only, and every reading and attempt is recorded', async () => {
    const appeal = { restriction: null, fields: { manner: 'letter', purpose: 'appeal' } };
    const matter = await s.as('clerk').does('/matters', accusation(appeal));
    const reads = (person: PersonKey) => s.as(person).post(`/matters/${matter.id}/source`, { reason: '核实线索' });
    expect(matter.signatories).toMatchObject([{ name: '受保护的来源', contact: null, isProtected: true }]);
    for (const person of ['bureauHead', 'magistrate', 'auditor', 'clerk'] as const)
      expect((await s.as(person).get(`/matters/${matter.id}`)).text).not.toMatch(/来信人甲|13800001111/);
    expect((await reads('officer')).body).toEqual({
      sources: [{ signatoryId: matter.signatories[0].id, name: '来信人甲', contact: '13800001111' }],
    });
    expect(await reads('bureauHead')).toMatchObject({ status: 403, body: { code: 'matter.notSourceOfficer' } });
    expect((await reads('magistrate')).status).toBe(403);
    const acts = await s.store.query<Json>(
      `select act, person_id as "personId" from audit_row where subject_id = $1 and act like 'source.%' order by at, id`,
      [matter.id],
    );
    expect(acts.filter(({ act }) => act === 'source.read')).toEqual([
      { act: 'source.read', personId: s.county.person.officer },
    ]);
    expect(acts.filter(({ act }) => act === 'source.refused').length).toBeGreaterThanOrEqual(1);
    const open = await story.message();
    expect((await s.as('officer').post(`/matters/${open.id}/source`, { reason: '核实' })).body.code).toBe(
      'matter.noSource',
    );
  });

  it('is read by nobody who has not just proved who they are, and by no machine', async () => {
    const appeal = { restriction: null, fields: { manner: 'letter', purpose: 'appeal' } };
    const matter = await s.as('clerk').does('/matters', accusation(appeal));
    const reads = () => s.as('officer').post(`/matters/${matter.id}/source`, { reason: '核实线索' });
    expect((await reads()).status).toBe(200);
    expect((await s.as('officer').sees('/access-tokens')).acts).not.toContain('source.read');
    await s.clock.advance({ minutes: 16 });
    const stale = await reads();
    expect([stale.status, stale.body.code]).toEqual([403, 'access.proofNeeded']);
  });
});
