import { type DrawRecord, nodeDigests, verifyDraw } from '@ducha/inspection';
import { type Answer, type Json, type PersonKey, World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(120_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const nobody = '01900000-0000-7000-8000-000000000000';
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
const period = () => ({ from: story.inDays(-30), to: story.inDays(1), leastPercent: 20, mostPercent: 60 });
const asked = (of: object): string =>
  new URLSearchParams(Object.entries(of).map(([k, v]): [string, string] => [k, String(v)])).toString();

/** A claim that the bureau closed; the officer verified it. */
async function closed(lead: 'water' | 'housing'): Promise<string> {
  const { id } = await story.mandated({ lead });
  await story.answers(id, lead);
  await story.passes(id, 'officer');
  await story.does('officer', id, 'close');
  return id;
}
const keyOf = (personId: string): PersonKey => {
  const [key] = Object.entries(world.county.person).find(([, id]) => id === personId) ?? [];
  return key as PersonKey; // boundary: the county's own table
};
const drawnOf = async (lookBackId: string, state = 'assigned'): Promise<Json[]> =>
  (await world.as('auditor').sees(`/look-back-checks?lookBackId=${lookBackId}&state=${state}`)).items;
const evidence = async (by: PersonKey): Promise<string> =>
  (await world.as(by).upload('/evidence', png, '现场.png')).body.id;
const settles = async (check: Json, outcome: 'confirm' | 'relapse', by = keyOf(check.checker.id)): Promise<Answer> =>
  world
    .as(by)
    .post(
      `/look-back-checks/${check.id}/settle`,
      { outcome, words: '到场看过，与报结所说一致', evidenceIds: [await evidence(by)] },
      { ifMatch: check.version },
    );

describe('a look-back', () => {
  const tasks: string[] = [];
  let round: Json;
  let record: DrawRecord;

  it('shows strata and quotas before anything is committed', async () => {
    for (let i = 0; i < 5; i += 1) tasks.push(await closed('water'));
    for (let i = 0; i < 2; i += 1) tasks.push(await closed('housing'));
    await story.mandated({ lead: 'water' });
    const preview = await world.as('bureauHead').sees(`/look-backs/preview?${asked(period())}`);
    expect(preview).toMatchObject({ claims: 7, drawn: 5, excluded: [] });
    expect(preview.strata.map(({ unit, kind, size, quota }: Json) => [unit.name, kind, size, quota]).sort()).toEqual([
      ['县住房和城乡建设局', 'netizen_message', 2, 2],
      ['县水利局', 'netizen_message', 5, 3],
    ]);
    expect(preview.units).toEqual(
      expect.arrayContaining([expect.objectContaining({ checked: 0, low: 0, high: 1, percent: 60 })]),
    );
    expect(preview.checkers.map(({ name }: Json) => name).sort()).toEqual(['夏督查', '陆局长', '顾督查']);
  });

  it('refuses a period, bounds, a person and a unit that cannot be', async () => {
    const head = world.as('bureauHead');
    const plans = (change: object) => head.post('/look-backs', { ...period(), ...change });
    expect(refusal(await plans({ to: story.inDays(-31) }))).toEqual([422, 'inspection.periodReversed', 'to']);
    expect(refusal(await plans({ mostPercent: 10 }))).toEqual([422, 'inspection.boundsReversed', 'mostPercent']);
    expect((await plans({ leastPercent: 0 })).status).toBe(400);
    expect((await world.as('clerk').post('/look-backs', period())).status).toBe(403);
    expect((await world.as('waterHead').get('/look-backs')).status).toBe(403);
    const empty = await head.does('/look-backs', { ...period(), from: story.inDays(-60), to: story.inDays(-59) });
    const draws = (body: object) => head.post(`/look-backs/${empty.id}/draw`, body, { ifMatch: 1 });
    expect(refusal(await draws({}))).toEqual([422, 'inspection.nothingToDraw']);
    const { waterHead } = world.county.person;
    expect(refusal(await draws({ checkerIds: [waterHead] }))).toEqual([
      422,
      'inspection.unknownChecker',
      'checkerIds[0]',
    ]);
    const recusals = [{ personId: waterHead, unitId: nobody, reason: 'kin' }];
    expect(refusal(await draws({ recusals }))).toEqual([422, 'inspection.unknownUnit', 'recusals[0].unitId']);
    expect(refusal(await draws({ contribution: '1\n2' }))[0]).toBe(400);
    expect(refusal(await head.get(`/look-backs/${empty.id}/record`))).toEqual([409, 'inspection.notDrawn']);
    expect((await head.does(`/look-backs/${empty.id}/cancel`, {}, { ifMatch: 1 })).state).toBe('cancelled');
    expect(refusal(await head.post(`/look-backs/${empty.id}/draw`, {}, { ifMatch: 2 }))).toEqual([
      409,
      'inspection.moveRefused',
    ]);
    expect(refusal(await head.get(`/look-backs/${nobody}`))).toEqual([404, 'inspection.lookBackNotFound']);
    expect(refusal(await head.get(`/look-back-checks/${nobody}`))).toEqual([404, 'inspection.checkNotFound']);
  });

  it('commits to a seed that nobody reads, then draws once, by a record that an outsider recomputes', async () => {
    const head = world.as('bureauHead');
    const { id } = await head.does('/look-backs', period());
    const [secret] = await world.store.query<{ seed: string }>(
      'select seed from draw d join look_back l on l.draw_id = d.id where l.id = $1',
      [id],
    );
    const planned = await head.get(`/look-backs/${id}`);
    expect(planned.body).toMatchObject({ state: 'committed', claims: null, actions: ['draw', 'cancel'] });
    expect(planned.text).not.toContain(secret?.seed);
    const { officer2, bureauHead } = world.county.person;
    const kin = { personId: officer2, unitId: world.county.unit.housing, reason: 'kin' };
    const draws = () => head.post(`/look-backs/${id}/draw`, { contribution: '23 07', recusals: [kin] }, { ifMatch: 1 });
    const both = await Promise.all([draws(), draws()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    round = await head.sees(`/look-backs/${id}`);
    expect(round).toMatchObject({ state: 'drawn', claims: 7, counts: { assigned: 5 }, actions: [] });
    record = await world.as('auditor').sees(`/look-backs/${id}/record`);
    expect(verifyDraw(record, nodeDigests)).toMatchObject({ holds: true });
    expect([record.commitment, record.seed]).toEqual([planned.body.commitment, secret?.seed]);
    const [water] = record.drawn.filter(({ objects }) => objects.length === 3);
    const swapped = record.drawn.map((one) =>
      one === water ? { ...one, objects: one.reserves, reserves: one.objects } : one,
    );
    expect(verifyDraw({ ...record, drawn: swapped }, nodeDigests)).toMatchObject({
      holds: false,
      difference: { code: 'result' },
    });
    const checks = await drawnOf(id);
    expect(checks.map(({ checker }) => checker.id)).not.toContain(world.county.person.officer);
    const housing = checks.filter(({ unit }) => unit.id === world.county.unit.housing);
    expect(housing.map(({ checker }) => checker.id)).toEqual([bureauHead, bureauHead]);
    await world.settles();
    const notices = await world.as('officer2').sees('/notices');
    expect(notices.items.map(({ kind }: Json) => kind)).toContain('look_back.drawn');
    expect((await world.as('bureauHead').sees(`/look-backs/preview?${asked(period())}`)).excluded).toEqual([
      { reason: 'under_check', count: 5 },
    ]);
  });

  it('is settled by whom the lots named, with words and evidence, and moves the task', async () => {
    const [first, ...rest] = await drawnOf(round.id);
    expect(first.claim).toBe('全部整治完成');
    const other: PersonKey = keyOf(first.checker.id) === 'officer2' ? 'bureauHead' : 'officer2';
    expect(refusal(await settles(first, 'confirm', other))).toEqual([403, 'inspection.notYours']);
    const bare = { outcome: 'confirm', words: '好', evidenceIds: [] };
    const path = `/look-back-checks/${first.id}/settle`;
    expect(refusal(await world.as(keyOf(first.checker.id)).post(path, bare, { ifMatch: 1 }))).toEqual([
      400,
      'http.invalidRequest',
      'evidenceIds',
    ]);
    const done = await settles(first, 'confirm');
    expect(done.body).toMatchObject({ state: 'effective', evidence: [{ fileName: '现场.png' }], actions: [] });
    expect((await story.page(first.taskId)).state).toBe('effective');
    expect(refusal(await settles(first, 'confirm'))).toEqual([412, 'http.preconditionFailed']);
    const water = rest.find(({ unit }) => unit.id === world.county.unit.water);
    expect((await settles(water, 'relapse')).body).toMatchObject({ state: 'relapsed' });
    expect(await story.page(water.taskId)).toMatchObject({ state: 'registered', round: 2 });
  });

  it('brings in the reserve that the seed named when a claim was worked again, and finishes with the last check', async () => {
    const before = await drawnOf(round.id);
    const gone = before.find(({ unit }) => unit.id === world.county.unit.water);
    await story.does('officer', gone.taskId, 'reopen', { reason: '另有新情况' });
    expect(refusal(await settles(gone, 'confirm'))).toEqual([409, 'inspection.taskMovedOn']);
    const body = { reason: 'moved_on', words: '已重新办理' };
    const replaced = await world.as('bureauHead').does(`/look-back-checks/${gone.id}/replace`, body, { ifMatch: 1 });
    expect(replaced).toMatchObject({ state: 'replaced', reason: 'moved_on' });
    const again: DrawRecord = await world.as('auditor').sees(`/look-backs/${round.id}/record`);
    expect(verifyDraw(again, nodeDigests)).toMatchObject({ holds: true });
    expect(again.drawn).toEqual(record.drawn);
    const [stratum] = record.drawn.filter(({ objects }) => objects.length === 3);
    expect(again.replacements).toMatchObject([{ in: stratum?.reserves[0], reason: 'moved_on' }]);
    const left = await drawnOf(round.id);
    expect(left.find(({ replacesId }) => replacesId === gone.id)?.taskNumber).toBe(stratum?.reserves[0]);
    for (const check of left) expect((await settles(check, 'confirm')).status).toBe(200);
    expect(await world.as('auditor').sees(`/look-backs/${round.id}`)).toMatchObject({
      state: 'finished',
      counts: { assigned: 0, effective: 4, relapsed: 1, replaced: 1 },
    });
  });

  it('counts for the unit, which reads its own figures, and makes the next sample larger where less held', async () => {
    const figures = await world.as('auditor').sees('/look-backs/figures');
    const water = figures.items.find(({ unit }: Json) => unit.id === world.county.unit.water);
    expect(water).toMatchObject({ checked: 3, held: 2, relapsed: 1, open: 0 });
    expect([water.low, water.high].map((end: number) => Math.round(end * 1000) / 1000)).toEqual([0.208, 0.939]);
    const own = await world.as('waterHead').sees('/look-backs/figures');
    expect(own.items.map(({ unit }: Json) => unit.id)).toEqual([world.county.unit.water]);
    expect((await world.as('waterStaff').get('/look-backs/figures')).status).toBe(403);
    const { units } = await world
      .as('bureauHead')
      .sees(`/look-backs/preview?${asked({ ...period(), from: story.inDays(-90) })}`);
    const percents = new Map(units.map(({ unit, percent }: Json) => [unit.id, percent]));
    expect(percents.get(world.county.unit.water)).toBe(51.7);
    const acts = await world.store.query<{ act: string }>(
      `select act from audit_row where subject_type like 'look_back%' and act not like '%.refused' order by at, id`,
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'look_back.plan',
      'look_back.cancel',
      'look_back.plan',
      'look_back.draw',
      'look_back_check.confirm',
      'look_back_check.relapse',
      'look_back_check.replace',
      ...Array.from({ length: 3 }, () => 'look_back_check.confirm'),
    ]);
  });

  it('takes no frame that is too large for one draw', async () => {
    await world.store.query(
      `insert into task (id, kind, title, demand, state, round, lead_unit_id, assist_unit_ids, closed_at, created_by, created_at, version)
       select gen_random_uuid(), 'hotline', '旧件', '旧件', 'closed', 1, $1, '{}', now() - interval '5 years', $2, now(), 1 from generate_series(1, 20001)`,
      [world.county.unit.water, world.county.person.officer],
    );
    const wanted = { ...period(), from: story.inDays(-2000), to: story.inDays(-1500) };
    const preview = await world.as('officer').get(`/look-backs/preview?${asked(wanted)}`);
    expect(refusal(preview)).toEqual([422, 'inspection.frameTooLarge']);
  });
});
