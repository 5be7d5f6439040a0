import { type Answer, type Json, type PersonKey, World } from '#test-kit';

jest.setTimeout(60_000);
let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const nobody = '01900000-0000-7000-8000-000000000000';
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
const roof = { key: 'roof', text: '房屋不漏雨', rule: 'yes_no', points: 0, redLine: true };
const income = { key: 'income', text: '人均纯收入', rule: 'at_least', limit: 4000, points: 0, redLine: true };
const absent = { key: 'absent', text: '驻村队员月缺勤天数', rule: 'at_most', limit: 3, points: 10, redLine: false };

/** The county's day so many days from now. */
async function day(from: number): Promise<string> {
  const at = new Date(((await world.seconds()) + from * 86_400) * 1000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);
}

describe('a standard', () => {
  let id: string;
  const reads = (by: PersonKey = 'officer'): Promise<Json> => world.as(by).sees(`/standards/${id}`);
  const drafts = async (body: object, by: PersonKey = 'officer'): Promise<Answer> =>
    world.as(by).put(`/standards/${id}/draft`, body, { ifMatch: (await reads()).version });
  const acts = async (act: string, by: PersonKey): Promise<Answer> =>
    world.as(by).post(`/standards/${id}/${act}`, {}, { ifMatch: (await reads()).version });
  const finds = (findings: object[], change: object = {}): Promise<Answer> =>
    world.as('officer2').post(`/standards/${id}/results`, {
      unitId: world.county.unit.village,
      site: '代庄村 12号',
      findings,
      ...change,
    });
  const well = [
    { key: 'roof', met: true },
    { key: 'income', value: 4200 },
    { key: 'absent', value: 2 },
  ];

  it('is drafted by one, published by another, and seen by all once it is published', async () => {
    ({ id } = await world.as('officer').does('/standards', { code: 'household-exit', name: '贫困户退出标准' }));
    const again = await world.as('officer').post('/standards', { code: 'household-exit', name: '另一个' });
    expect(refusal(again)).toEqual([409, 'inspection.codeTaken', 'code']);
    expect(refusal(await acts('publish', 'bureauHead'))).toEqual([409, 'inspection.noDraft']);
    const first = { effectiveFrom: await day(0), passMark: 10, clauses: [roof, income, absent] };
    expect(refusal(await drafts({ ...first, passMark: 11 }))).toEqual([422, 'inspection.faultyChecklist', 'passMark']);
    expect(refusal(await drafts({ ...first, effectiveFrom: await day(-1) }))).toEqual([
      422,
      'inspection.notLater',
      'effectiveFrom',
    ]);
    expect((await drafts(first, 'clerk')).status).toBe(403);
    expect((await drafts(first, 'bureauHead')).status).toBe(200);
    expect(refusal(await acts('publish', 'bureauHead'))).toEqual([403, 'inspection.ownDraft']);
    expect((await reads('waterStaff')).versions).toEqual([]);
    expect(refusal(await finds(well))).toEqual([409, 'inspection.notInForce']);
    expect((await drafts(first)).body.versions).toMatchObject([{ number: 1, state: 'drafted', draftedBy: '顾督查' }]);
    expect((await acts('publish', 'bureauHead')).body).toMatchObject({ inForce: 1, hasDraft: false });
    expect((await reads('waterStaff')).versions).toMatchObject([
      { number: 1, inForce: true, clauses: [{ limit: null }, {}, {}] },
    ]);
    expect(await world.as('townHead').sees('/standards')).toMatchObject({
      items: [{ code: 'household-exit', inForce: 1 }],
    });
  });

  it('keeps every result with the version it was found by', async () => {
    expect((await finds(well)).status).toBe(201);
    expect((await finds([...well.slice(1), { key: 'roof', met: false }], { site: '代庄村 13号' })).status).toBe(201);
    expect((await finds(well.slice(0, 2), { site: '代庄村 14号' })).status).toBe(201);
    expect(refusal(await finds([{ key: 'wall', met: true }]))).toEqual([
      422,
      'inspection.unknownClause',
      'findings[0].key',
    ]);
    expect(refusal(await finds(well, { unitId: nobody }))).toEqual([422, 'inspection.unknownUnit', 'unitId']);
    const { items } = await world.as('auditor').sees(`/standards/${id}/results`);
    expect(items.map(({ site, verdict, number }: Json) => [site, verdict, number])).toEqual([
      ['代庄村 14号', 'incomplete', 1],
      ['代庄村 13号', 'failed', 1],
      ['代庄村 12号', 'passed', 1],
    ]);
    expect((await world.as('townHead').get(`/standards/${id}/results`)).status).toBe(403);
  });

  it('does not relax a red line, and shows who flips under a stricter version', async () => {
    const next = { effectiveFrom: await day(30), passMark: 10 };
    const softer = [roof, { ...income, limit: 3900 }, absent];
    expect(refusal(await drafts({ ...next, clauses: softer }))).toEqual([
      422,
      'inspection.redLineRelaxed',
      'clauses[1]',
    ]);
    expect(refusal(await drafts({ ...next, clauses: [income, absent] }))).toEqual([
      422,
      'inspection.redLineRelaxed',
      'clauses',
    ]);
    const turned = [roof, income, { ...absent, rule: 'at_least' }];
    expect(refusal(await drafts({ ...next, clauses: turned }))).toEqual([
      422,
      'inspection.ruleChanged',
      'clauses[2].rule',
    ]);
    const sameDay = { ...next, effectiveFrom: await day(0), clauses: [roof, income, absent] };
    expect(refusal(await drafts(sameDay))).toEqual([422, 'inspection.notLater', 'effectiveFrom']);
    const stricter = { ...next, clauses: [roof, { ...income, limit: 4500 }, absent] };
    expect((await drafts(stricter)).status).toBe(200);
    const flips = await world.as('bureauHead').sees(`/standards/${id}/versions/2/reevaluation`);
    expect(flips).toMatchObject({ number: 2, evaluated: 3, flipped: 2 });
    expect(flips.flips.map(({ site, from, to, unmet }: Json) => [site, from, to, unmet])).toEqual([
      ['代庄村 14号', 'incomplete', 'failed', ['income']],
      ['代庄村 12号', 'passed', 'failed', ['income']],
    ]);
    expect(refusal(await world.as('officer').get(`/standards/${id}/versions/9/reevaluation`))).toEqual([
      404,
      'inspection.versionNotFound',
    ]);
    expect(refusal(await world.as('officer').get(`/standards/${nobody}`))).toEqual([
      404,
      'inspection.standardNotFound',
    ]);
    expect((await acts('publish', 'bureauHead')).body.inForce).toBe(1);
    await world.passes({ days: 31 });
    expect((await reads()).inForce).toBe(2);
    expect((await finds(well)).status).toBe(201);
    const { items } = await world.as('officer').sees(`/standards/${id}/results?limit=1`);
    expect(items).toMatchObject([{ number: 2, verdict: 'failed' }]);
  });

  it('never changes once published, not even in the database', async () => {
    const change = world.store.query(
      `update standard_version set pass_mark = 0 where standard_id = $1 and number = 1`,
      [id],
    );
    await expect(change).rejects.toMatchObject({ driverError: { constraint: 'standard_version_stays' } });
    const after = { effectiveFrom: await day(90), passMark: 0, clauses: [roof, { ...income, limit: 4500 }] };
    expect((await drafts(after)).status).toBe(200);
    expect((await acts('discard', 'officer')).body).toMatchObject({ hasDraft: false, inForce: 2 });
    const said = await world.store.query<{ act: string }>(
      `select act from audit_row where subject_type = 'standard' and act not like '%.refused' order by at, id`,
    );
    expect(said.map(({ act }) => act)).toEqual(
      ['found', 'draft', 'draft', 'publish', 'draft', 'publish', 'draft', 'discard'].map((act) => `standard.${act}`),
    );
  });

  it('does not evaluate more than it can in one answer', async () => {
    await world.store.query(
      `insert into standard_result (id, standard_id, number, unit_id, site, findings, verdict, score, found_by, found_at)
       select gen_random_uuid(), $1, 1, $2, n::text, '{}', 'incomplete', 0, $3, now() from generate_series(1, 20001) n`,
      [id, world.county.unit.village, world.county.person.officer],
    );
    const path = `/standards/${id}/versions/2/reevaluation`;
    expect(refusal(await world.as('officer').get(path))).toEqual([422, 'inspection.tooManyResults']);
    const { water } = world.county.unit;
    expect(await world.as('officer').sees(`${path}?unitId=${water}`)).toMatchObject({ evaluated: 0 });
  });
});
