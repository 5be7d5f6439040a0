import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportedHistory, ImportHistory } from '@ducha/report';
import { type Answer, type Json, World } from '#test-kit';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(120_000);
let world: World;
let story: TaskStory;
const folder = mkdtempSync(join(tmpdir(), 'ducha-history-'));
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const data = join(__dirname, '../../../shared/data');
const real = existsSync(data) ? it : it.skip;
if (!existsSync(data))
  process.stdout.write('history-figures: the shared data is absent, its figures are not looked at\n');

type Wanted = Partial<Parameters<ImportHistory['run']>[0]>;
const imports = (path: string, columns: Json, more: Wanted = {}): Promise<ImportedHistory> =>
  world.app
    .get(ImportHistory, { strict: false })
    .run({ path, columns, mode: 'accepted_rows_only', dryRun: false, ...more });
const sheet = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const history = (source: string, query = ''): Promise<Json> =>
  world.as('auditor').sees(`/reports/history?source=${encodeURIComponent(source)}${query}`);
const n = ({ all }: Json): number[] => all.within.map((one: Json) => one.n);
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];

describe('ledgers that were closed elsewhere', () => {
  it('are due by the law that is named where they do not say it themselves', async () => {
    const text =
      'received,answered,due\n2026-02-06,2026-05-06,\n2026-02-06,2026-05-07,\n2026-02-06,2026-05-07,2026-05-31\n';
    const columns = { received: 'received', answered: 'answered', due: 'due' };
    const file = sheet('by-law.csv', text);
    const profile = 'henan.deputy_suggestion/answer';
    expect(await imports(file, columns, { profile })).toMatchObject({ rows: 3, imported: 3, rejected: [] });
    expect((await history('by-law')).all.byOriginalDate).toMatchObject({ onTime: 2, late: 1 });
    await expect(imports(file, columns, { profile: 'no.such/answer' })).rejects.toMatchObject({
      code: 'report.unknownProfile',
    });
  });

  real('give the figures of the 120 replies', async () => {
    const file = join(data, 'messages/messages-replies-sample.xlsx');
    const columns = { received: '留言时间', answered: '答复时间' };
    expect(await imports(file, columns, { source: 'replies' })).toMatchObject({
      rows: 120,
      imported: 120,
      rejected: [],
    });
    expect(await imports(file, columns, { source: 'replies' })).toMatchObject({ rows: 120, imported: 0, known: 120 });
    const report = await history('replies', '&within=5wd,7wd,10wd,15wd,15d,30d,60d');
    expect(n(report)).toEqual([45, 63, 83, 95, 81, 104, 111]);
    expect(report.all.within[0]).toEqual({
      term: '5wd',
      n: 45,
      of: 120,
      running: 0,
      percent: 37.5,
      provisional: false,
    });
    expect(report.all).toMatchObject({ total: 120, excluded: 0, open: 0, noLimit: 120 });
  });

  real('reproduce the verdict of the city of Boston on every row, to the second', async () => {
    const file = join(data, 'service-requests/boston311-2013.csv');
    const columns = { received: 'open_dt', answered: 'closed_dt', due: 'sla_target_dt', unit: 'on_time' };
    expect(await imports(file, columns, { source: 'boston' })).toMatchObject({ rows: 3_095, imported: 3_095 });
    // the city's own word stands where a unit would, so each group must be all on time or all late
    const report = await history('boston', '&by=unit&asOf=2026-01-01T00:00:00Z');
    expect(report.all).toMatchObject({
      total: 3_095,
      open: 578,
      noLimit: 404,
      byCurrentDate: { onTime: 2_837, late: 258 },
    });
    expect(report.groups).toMatchObject([
      { key: 'ONTIME', total: 2_837, byCurrentDate: { onTime: 2_837, late: 0, percent: 100 } },
      { key: 'OVERDUE', total: 258, byCurrentDate: { onTime: 0, late: 258, percent: 0 } },
    ]);
    const then = await history('boston', '&asOf=2013-06-30T16:00:00Z');
    expect(then.all.total).toBeLessThan(3_095);
    expect(await history('boston', '&asOf=2013-06-30T16:00:00Z')).toEqual(then);
  });

  it('tell days apart by the second, keep an answer before its receipt and leave it out', async () => {
    const file = sheet(
      'kept.csv',
      'received,due,answered\n2025-03-03 09:00:00,2025-03-04 09:00:00,2025-03-04 09:00:00\n' +
        '2025-03-03 09:00:00,2025-03-04 09:00:00,2025-03-04 09:00:01\n2025-03-03 09:00:00,,2025-03-02 08:00:00\n' +
        '2025-03-03 09:00:00,,\n2025-03-03 09:00:00,,\n2025-03-03 09:00:00,2025-03-05,\n',
    );
    const columns = { received: 'received', due: 'due', answered: 'answered' };
    expect(await imports(file, columns)).toMatchObject({ source: 'kept', rows: 6, imported: 6, known: 0 });
    expect(await imports(file, columns)).toMatchObject({ imported: 0, known: 6 });
    const report = await history('kept', '&asOf=2025-03-04T15:00:00Z&within=1d,2d');
    expect(report.all).toMatchObject({
      ...{ total: 6, excluded: 1, open: 3, noLimit: 2 },
      byCurrentDate: { onTime: 4, late: 1, of: 5, percent: 80 },
    });
    expect(report.all.within).toMatchObject([
      { n: 2, of: 2, running: 3, percent: 100 },
      { n: 2, of: 2, running: 3 },
    ]);
    expect(report.exclusions).toEqual([{ reason: 'answeredBeforeReceipt', n: 1 }]);
    const sheetOf = (format: string): Promise<Answer> =>
      world
        .as('auditor')
        .get(`/reports/history/export?source=kept&asOf=2025-03-04T15:00:00Z&within=1d,2d&format=${format}`);
    const lines = (await sheetOf('csv')).text.trim().split('\r\n');
    expect(lines[0]).toContain('总数,不计入,计入,未办结,无时限,按原定时限按时');
    expect(lines.at(-1)).toBe('合计,6,1,5,3,2,4,1,80,4,1,80,2,2,100,2,2,100');
    expect((await sheetOf('xlsx')).status).toBe(200);
    expect(refusal(await sheetOf('pdf'))).toEqual([400, 'http.invalidRequest', 'format']);
    // before that answer was given, the case was open and in time
    expect((await history('kept', '&asOf=2025-03-04T00:59:59Z')).all).toMatchObject({
      open: 5,
      byCurrentDate: { late: 0 },
    });
  });

  it('with numbers bring answers later, and are refused cell by cell', async () => {
    const columns = { received: 'received', answered: 'answered', id: 'no', unit: 'unit' };
    const first =
      'no,unit,received,answered\nA1,水利局,2025-03-03,\nA1,水利局,2025-03-03,\nA2,住建局,2025-02-30,2025-13-01\n' +
      'A3,住建局,275760-09-13,\nA4,住建局,2099-01-01,\nA5,住建局,,2025-01-01\nA6,,0213-01-05,\n';
    const taken = await imports(sheet('n.csv', first), columns, { source: 'numbered' });
    expect(taken).toMatchObject({ rows: 7, imported: 1, rejectedRows: 6 });
    expect(taken.rejected.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '4 C invalidDate',
      '4 D invalidDate',
      '5 C invalidDate',
      '6 C dateInFuture',
      '7 C required',
      '8 C invalidDate',
      '3 A repeatedId',
    ]);
    const whole = { source: 'whole', mode: 'all_or_nothing' } as const;
    expect(await imports(sheet('n.csv', first), columns, whole)).toMatchObject({ imported: 0, rejectedRows: 6 });
    expect(refusal(await world.as('auditor').get('/reports/history?source=whole'))).toEqual([
      404,
      'report.unknownSource',
      'source',
    ]);
    const later = sheet('later.csv', 'no,unit,received,answered\nA1,水利局,2025-03-03,2025-03-05\n');
    expect(await imports(later, columns, { source: 'numbered', dryRun: true })).toMatchObject({ imported: 1 });
    expect((await history('numbered')).all).toMatchObject({ total: 1, open: 1 });
    expect(await imports(later, columns, { source: 'numbered' })).toMatchObject({ imported: 1, known: 0 });
    expect((await history('numbered', '&unit=水利局&month=2025-03&by=month')).groups).toMatchObject([
      { key: '2025-03', total: 1, open: 0 },
    ]);
    expect((await world.as('officer').sees('/reports/history/sources')).map(({ source }: Json) => source)).toContain(
      'numbered',
    );
  });

  it('name their columns, each once', async () => {
    const file = sheet('columns.csv', 'a,b\n2025-01-02,2025-01-03\n');
    await expect(imports(file, { received: 'a', answered: 'c' })).rejects.toMatchObject({
      code: 'spreadsheet.headerMissing',
    });
    await expect(imports(file, { received: 'a', answered: 'A ' })).rejects.toMatchObject({
      code: 'report.columnTwice',
    });
    await expect(imports(file, { received: 'a' }, { source: '  ' })).rejects.toMatchObject({
      code: 'report.sourceName',
    });
  });

  it.each([
    ['within=0d', [422, 'calendar.termOutOfRange', 'within']],
    ['within=1000000000wd', [422, 'calendar.termOutOfRange', 'within']],
    ['within=soon', [422, 'report.unknownTerm', 'within']],
    ['within=1d,2d,3d,4d,5d,6d,7d,8d,9d,10d,11d,12d,13d', [422, 'report.tooManyTerms', 'within']],
    ['asOf=2026-02-30T00:00:00Z', [400, 'http.invalidRequest', 'asOf']],
    ['asOf=275760-09-13T00:00:00Z', [400, 'http.invalidRequest', 'asOf']],
    ['month=2026-13', [400, 'http.invalidRequest', 'month']],
    ['by=person', [400, 'http.invalidRequest', 'by']],
  ])('are not reported by %s', async (query, wanted) =>
    expect(refusal(await world.as('officer').get(`/reports/timeliness?${query}`))).toEqual(wanted),
  );
});

describe('this county’s own assignments', () => {
  const own = async (query = '', who: 'officer' | 'waterHead' = 'officer'): Promise<Json> =>
    world.as(who).sees(`/reports/timeliness?by=unit${query}`);
  const water = ({ groups }: Json): Json => groups.find(({ key }: Json) => key === world.county.unit.water);
  const now = async (): Promise<string> =>
    (await world.store.query<{ now: Date }>('select now() as now'))[0]?.now.toISOString() ?? '';

  it('count an answer in time as in time for ever, by the original and the present date, as of any instant', async () => {
    const task = await story.mandated({ assists: [], dueAt: story.inDays(3) });
    const before = await now();
    const was = await own(`&asOf=${before}`);
    expect(water(was)).toMatchObject({ total: 1, open: 1, byOriginalDate: { onTime: 1, late: 0, percent: 100 } });
    await story.answers(task.id, 'water');
    const answered = await now();
    const lead = await story.assignment(task.id, 'water');
    await story.waits(5);
    await story.does('officer', task.id, 'verify', {
      ...{ verdict: 'redo', manner: 'desk', words: '材料不全', redoAssignmentIds: [lead.id] },
    });
    // the redo empties answered_at; the first answer stays in time
    expect(water(await own())).toMatchObject({ open: 0, byOriginalDate: { onTime: 1, late: 0 } });
    const second = await story.mandated({ lead: 'water', dueAt: story.inDays(2) });
    await story.waits(1);
    const early = await now();
    const earlier = await own(`&asOf=${early}`);
    await story.does('officer', second.id, 'correct', { reason: '延期', dueAt: story.inDays(9) });
    await story.waits(4);
    const late = water(await own());
    expect(late).toMatchObject({
      total: 2,
      byOriginalDate: { onTime: 1, late: 1, percent: 50 },
      byCurrentDate: { onTime: 2, late: 0 },
    });
    // what was asked of a past instant is answered as it was then
    expect(await own(`&asOf=${before}`)).toEqual(was);
    expect(await own(`&asOf=${early}`)).toEqual(earlier);
    expect(water(await own(`&asOf=${answered}`))).toMatchObject({ total: 1, open: 0 });
    const recalled = await story.assignment(second.id, 'water');
    await world
      .as('officer')
      .does(`/assignments/${recalled.id}/recall`, { reason: '改派' }, { ifMatch: recalled.version });
    const end = await own();
    expect(water(end)).toMatchObject({ total: 2, excluded: 1 });
    expect(end.exclusions).toEqual([{ reason: 'takenBack', n: 1 }]);
    expect(await own(`&asOf=${early}`)).toEqual(earlier);
    expect((await own('', 'waterHead')).groups.map(({ key }: Json) => key)).toEqual([world.county.unit.water]);
  });

  it('are not shown beyond one’s own, and ledgers of elsewhere not to units', async () => {
    await story.mandated({ lead: 'housing' });
    expect((await own('', 'waterHead')).groups.map(({ label }: Json) => label)).toHaveLength(1);
    expect((await own()).groups).toHaveLength(2);
    expect(refusal(await world.as('waterHead').get('/reports/history/sources'))).toEqual([403, 'http.forbidden']);
  });
});
