import { type Answer, type Json, type UnitKey, World } from '#test-kit';
import { inDays } from './stories/matter-story.js';

jest.setTimeout(60_000);
let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const reason = '县委办〔2026〕5号';
const unit = (key: UnitKey): string => world.county.unit[key];
const line = (changes: object = {}): Json => ({
  category: '农村农业/水利/灌溉',
  leadUnitId: unit('water'),
  assistUnitIds: [unit('town')],
  townshipList: 'assisting',
  basis: '乡镇履职事项清单第12项',
  reason,
  ...changes,
});
const register = (query = ''): Promise<Json> => world.as('bureauHead').sees(`/duties${query}`);
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
const tries = (body: object): Promise<Answer> => world.as('officer').post('/duties', body);
const sheet = (text: string, by: 'officer' | 'clerk' = 'officer'): Promise<Answer> =>
  world.as(by).upload('/duty-imports', Buffer.from(text), '清单.csv');

describe('a line of the duty register', () => {
  it('is kept by the bureau, dated, and stays true in the history', async () => {
    const { id } = await world.as('bureauHead').does('/duties', line({ at: inDays(-30) }));
    expect(refusal(await tries(line()))).toEqual([409, 'org.dutyTaken', 'category']);
    const change = line({
      townshipList: 'withdrawn',
      assistUnitIds: [unit('city')],
      basis: '县清单调整',
      at: inDays(-10),
    });
    delete change.category;
    expect(
      refusal(await world.as('officer').post(`/duties/${id}/change`, { ...change, townshipList: 'basic' })),
    ).toEqual([428, 'http.preconditionRequired']);
    expect((await world.as('officer').post(`/duties/${id}/change`, change, { ifMatch: 7 })).status).toBe(412);
    const changed = await world.as('officer').does(`/duties/${id}/change`, change, { ifMatch: 1 });
    expect(refusal(await world.as('officer').post(`/duties/${id}/change`, change, { ifMatch: 2 }))).toEqual([
      409,
      'org.dutyEnded',
    ]);
    expect(refusal(await world.as('officer').post(`/duties/${changed.id}/change`, change, { ifMatch: 1 }))).toEqual([
      422,
      'org.dutySame',
    ]);
    const now = await register('?list=withdrawn');
    expect(now.items).toMatchObject([
      {
        id: changed.id,
        townshipList: 'withdrawn',
        assistUnits: [{ id: unit('city') }],
        to: null,
        actions: ['change', 'end'],
      },
    ]);
    const then = await register(`?at=${encodeURIComponent(inDays(-20))}`);
    expect(then.items).toMatchObject([
      { id, townshipList: 'assisting', assistUnits: [{ id: unit('town') }], actions: [] },
    ]);
    const { items } = await world.as('townLiaison').sees(`/duties/${changed.id}/history`);
    expect(items.map((one: Json) => [one.townshipList, one.to === null, one.recordedBy])).toEqual([
      ['withdrawn', true, '顾督查'],
      ['assisting', false, '陆局长'],
    ]);
    expect(items[0].from).toBe(items[1].to);
    const [row] = await world.store.query<{ n: number }>(
      `select count(*)::int as n from audit_row where act in ('duty.begin', 'duty.change') and subject_type = 'duty'`,
    );
    expect(row?.n).toBe(2);
    const ended = await world.as('officer').post(`/duties/${changed.id}/end`, { reason }, { ifMatch: 1 });
    expect(ended.status).toBe(204);
    expect((await register('?q=灌溉')).items).toEqual([]);
    expect(refusal(await tries(line({ at: inDays(-5) })))).toEqual([422, 'org.dutyDates', 'at']);
  });

  it('is refused with its field named, and only the bureau keeps it', async () => {
    const cases: [object, unknown[]][] = [
      [{ category: ' / ' }, [422, 'org.dutyUnnamed', 'category']],
      [{ leadUnitId: unit('town') }, [422, 'org.townshipLeadsAssisting', 'leadUnitId']],
      [{ townshipList: 'withdrawn' }, [422, 'org.townshipOnWithdrawn', 'assistUnitIds[0]']],
      [{ assistUnitIds: [unit('water')] }, [422, 'org.repeatedUnit', 'assistUnitIds[0]']],
      [{ assistUnitIds: ['01900000-0000-7000-8000-000000000000'] }, [422, 'org.unknownUnit', 'assistUnitIds[0]']],
      [{ townshipList: 'own' }, [400, 'http.invalidRequest', 'townshipList']],
      [{ at: inDays(2) }, [422, 'org.dutyDates', 'at']],
      [{ reason: ' ' }, [400, 'http.invalidRequest', 'reason']],
    ];
    for (const [change, expected] of cases)
      expect(refusal(await tries(line({ category: '甲/乙', ...change })))).toEqual(expected);
    for (const who of ['clerk', 'townHead', 'magistrate', 'sysadmin'] as const)
      expect((await world.as(who).post('/duties', line({ category: '甲/乙' }))).status).toBe(403);
    const nobody = '01900000-0000-7000-8000-000000000000';
    expect(refusal(await world.as('officer').post(`/duties/${nobody}/end`, { reason }, { ifMatch: 1 }))).toEqual([
      404,
      'org.dutyNotFound',
    ]);
    expect(refusal(await world.as('officer').get(`/duties/${nobody}/history`))).toEqual([404, 'org.dutyNotFound']);
    expect((await register('?q=甲')).items).toEqual([]);
  });
});

describe('a sheet of duties', () => {
  const head = '事项,主办单位,协办单位,乡镇清单,依据,起始日期\n';

  it('is looked at with every refused cell by row, column and code, and nothing of it is half done', async () => {
    const before = (await register()).items.length;
    const bad = await sheet(
      `${head}环境保护/河道保洁,仪封镇,县水利局,基本履职,清单1,2026-01-01\n` +
        `,县水利局,,,,\n` +
        `执法/违建,仪封镇,,上级部门收回,,\n` +
        `水利/抗旱,县河务局,仪封镇,配合,,2026-02-30\n` +
        `环境保护/河道保洁,县水利局,县水利局,,,2099-01-01\n`,
    );
    expect(bad.status).toBe(201);
    expect(bad.body.counts).toEqual({ physicalRows: 5, rows: 5, blank: 0, begun: 1, changed: 0, same: 0, rejected: 4 });
    expect(bad.body.rejected.map(({ row, column, code }: Json) => [row, column, code])).toEqual([
      [3, 'A', 'required'],
      [4, 'B', 'townshipOnWithdrawn'],
      [5, 'B', 'unknownUnit'],
      [5, 'D', 'unknownList'],
      [5, 'F', 'invalidDate'],
      [6, 'A', 'repeatedItem'],
      [6, 'F', 'dateInFuture'],
    ]);
    expect(bad.body.rejected[1].message).toBe('上级部门收回的事项不能由乡镇（街道）承担');
    expect(bad.body.actions).toEqual([]);
    const commit = await world.as('officer').post(`/duty-imports/${bad.body.id}/commit`, {}, { ifMatch: 1 });
    expect(refusal(commit)).toEqual([422, 'org.dutyImportRejected']);
    expect((await register()).items).toHaveLength(before);
    expect((await sheet('甲,乙\n1,2\n')).body.code).toBe('spreadsheet.headerMissing');
    expect((await sheet(head, 'clerk')).status).toBe(403);
    expect(refusal(await world.as('officer').post('/duty-imports', {}))).toEqual([422, 'org.noFile', 'file']);
  });

  it('is taken in as a whole, once; what stands there already is left, what differs is changed', async () => {
    const good =
      `${head}环境保护/河道保洁,仪封镇,县水利局、县城市管理局,基本履职,清单1,2026-01-01\n` +
      '执法/违建,县城市管理局,县住房和城乡建设局,上级部门收回,收回清单3,2026-01-01\n';
    const preview = (await sheet(good)).body;
    expect(preview).toMatchObject({ state: 'previewed', counts: { begun: 2, rejected: 0 }, actions: ['commit'] });
    expect(preview.sample).toMatchObject([
      { row: 2, leadUnit: '仪封镇', isNew: true },
      { row: 3, townshipList: 'withdrawn' },
    ]);
    const other = (await sheet(good)).body;
    const done = await world.as('officer').does(`/duty-imports/${preview.id}/commit`, {}, { ifMatch: 1 });
    expect(done).toMatchObject({ state: 'committed', version: 2 });
    const again = await world.as('officer').post(`/duty-imports/${preview.id}/commit`, {}, { ifMatch: 2 });
    expect(refusal(again)).toEqual([409, 'org.dutyImportCommitted']);
    const late = await world.as('officer').post(`/duty-imports/${other.id}/commit`, {}, { ifMatch: 1 });
    expect(refusal(late)).toEqual([409, 'org.dutyImportStale']);
    const nobody = '01900000-0000-7000-8000-000000000000';
    expect(refusal(await world.as('officer').get(`/duty-imports/${nobody}`))).toEqual([404, 'org.dutyImportNotFound']);
    expect((await register(`?unitId=${unit('city')}`)).items.map((one: Json) => one.category)).toEqual([
      '环境保护/河道保洁',
      '执法/违建',
    ]);
    const changed = (
      await sheet(
        `${head}环境保护/河道保洁,仪封镇,县水利局,基本履职,清单1,\n执法/违建,县城市管理局,县住房和城乡建设局,上级部门收回,收回清单3,\n`,
      )
    ).body;
    expect(changed.counts).toMatchObject({ begun: 0, changed: 1, same: 1 });
  });

  it('comes out as a file that imports again to the same', async () => {
    const { text } = await world.as('auditor').get('/duties/export?format=csv');
    expect(text).toContain('执法/违建');
    expect((await sheet(text)).body.counts).toMatchObject({ rows: 2, same: 2, begun: 0, changed: 0, rejected: 0 });
    expect((await world.as('magistrate').get('/duties/export?format=xlsx&list=withdrawn')).status).toBe(200);
  });
});

describe('a unit that ends', () => {
  it('leaves its lines to its successor from that day on; the history still names it', async () => {
    const [before] = (await register('?q=违建')).items;
    const page = await world.as('sysadmin').sees(`/units/${unit('city')}`);
    const merged = { successorId: unit('housing'), reason };
    expect(
      (await world.as('sysadmin').post(`/units/${unit('city')}/end`, merged, { ifMatch: page.version })).status,
    ).toBe(204);
    const [after] = (await register('?q=违建')).items;
    expect(after).toMatchObject({ leadUnit: { id: unit('housing') }, assistUnits: [], townshipList: 'withdrawn' });
    const { items } = await world.as('bureauHead').sees(`/duties/${after.id}/history`);
    expect(items.map((one: Json) => [one.id, one.leadUnit.id])).toEqual([
      [after.id, unit('housing')],
      [before.id, unit('city')],
    ]);
    expect(items[1].to).toBe(items[0].from);
  });
});
