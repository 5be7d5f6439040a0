import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LapseReplies } from '@ducha/matter';
import { type Json, World } from '#test-kit';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

const header = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '一级标签'];
const csv = (rows: readonly (readonly string[])[], columns: readonly string[] = header): Buffer =>
  Buffer.from(
    [columns, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  );
const preview = (file: Buffer, fileName = '留言.csv', sourceKind = 'netizen_message') =>
  s.as('clerk').upload('/imports', file, fileName, { sourceKind });
const commit = (seen: Json, mode: string) =>
  s.as('clerk').post(`/imports/${seen.id}/commit`, { mode }, { ifMatch: seen.version });
const matters = async (query: string): Promise<Json[]> =>
  (await s.as('clerk').sees(`/matters?limit=200&${query}`)).items;
const count = async (): Promise<number> => (await s.as('clerk').sees('/matters/count')).value;

const good = ['1001', 'A1', '路灯不亮', '2019/4/25 9:32:09', '幸福路', '城乡建设'];
const bad = [
  ['1002', 'A2', '', '2019/4/26', '没有标题', '城乡建设'],
  ['1003', 'A3', '日期不存在', '2019-02-30', '正文', '城乡建设'],
  ['1004', 'A4', '日期在将来', '2199-01-01', '', '城乡建设'],
  ['1005', 'A5', '长'.repeat(201), '2019/4/26', '正文', '城乡建设'],
];

describe('a sheet with bad rows', () => {
  it('names sheet, row, column and code of each, and writes nothing', async () => {
    const before = await count();
    const seen = (await preview(csv([good, ...bad]))).body;
    expect(seen.counts).toEqual({ physicalRows: 5, rows: 5, imported: 1, blank: 0, duplicates: 0, rejected: 4 });
    expect(seen.rejected.map(({ sheet, row, column, code }: Json) => [sheet, row, column, code])).toEqual([
      ['CSV', 3, 'C', 'required'],
      ['CSV', 4, 'D', 'invalidDate'],
      ['CSV', 5, 'E', 'required'],
      ['CSV', 5, 'D', 'dateInFuture'],
      ['CSV', 6, 'C', 'tooLong'],
    ]);
    expect(seen.rejected[0].message).toBe('不能为空');
    const english = await s.as('clerk').get(`/imports/${seen.id}`, { 'Accept-Language': 'en' });
    expect(english.body.rejected[0].message).toBe('is required');
    expect(await count()).toBe(before);
  });

  it('imports nothing when all or nothing was asked, and the accepted rows when asked', async () => {
    const before = await count();
    const seen = (await preview(csv([good, ...bad]))).body;
    const refused = await commit(seen, 'all_or_nothing');
    expect(refused.body).toMatchObject({ status: 422, code: 'matter.importRejected', rejectedRows: 4 });
    expect(await count()).toBe(before);
    const taken = await commit(seen, 'accepted_rows_only');
    expect(taken.body).toMatchObject({
      state: 'committed',
      mode: 'accepted_rows_only',
      counts: { imported: 1, rejected: 4 },
    });
    const [matter] = await matters(`importId=${seen.id}`);
    expect(matter).toMatchObject({
      title: '路灯不亮',
      occurredAt: '2019-04-25T01:32:09.000Z',
      category: '城乡建设',
      needsTriage: false,
    });
    expect((await commit(taken.body, 'accepted_rows_only')).body.code).toBe('matter.importCommitted');
    expect((await s.as('clerk').delete(`/imports/${seen.id}`)).body.code).toBe('matter.importCommitted');
  });

  it('is committed once, however many try at the same time', async () => {
    const before = await count();
    const seen = (await preview(csv([['2001', 'B', '同时提交', '2020-01-01', '正文', '水利']]))).body;
    const tries = await Promise.all(Array.from({ length: 8 }, () => commit(seen, 'all_or_nothing')));
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tries.filter(({ status }) => status === 409 || status === 412)).toHaveLength(7);
    expect(await count()).toBe(before + 1);
  });

  it('may be forgotten', async () => {
    const seen = (await preview(csv([good]))).body;
    expect((await commit({ ...seen, version: 9 }, 'all_or_nothing')).status).toBe(412);
    expect((await commit(seen, 'some')).status).toBe(400);
    expect((await s.as('clerk').delete(`/imports/${seen.id}`)).status).toBe(204);
    expect((await commit(seen, 'all_or_nothing')).body.code).toBe('matter.importNotFound');
    expect((await s.as('clerk').get(`/imports/${seen.id}`)).body.code).toBe('matter.importNotFound');
  });
});

describe('the same message', () => {
  const take = async (file: Buffer): Promise<Json> => (await commit((await preview(file)).body, 'all_or_nothing')).body;

  it('with one foreign id and two texts is two matters; with one text one, with the categories and askers of both', async () => {
    const row = (asker: string, body: string, category: string): string[] => [
      '3001',
      asker,
      '停水',
      '2020-01-01',
      body,
      category,
    ];
    const done = await take(
      csv([row('C1', '停水三天', '水利'), row('C1', '停水五天', '水利'), row('C2', ' 停水\u3000三天\t', '城乡建设')]),
    );
    expect(done.counts).toMatchObject({ rows: 3, imported: 2, duplicates: 1 });
    const [merged] = await matters(`importId=${done.id}&needsTriage=true`);
    const page = await s.as('clerk').sees(`/matters/${merged?.id}`);
    expect(page).toMatchObject({
      categories: ['城乡建设', '水利'].sort(),
      needsTriage: true,
      signatories: [{ name: 'C1' }, { name: 'C2' }],
    });
  });

  it('without a foreign id is the same by asker, time and text', async () => {
    const columns = ['user', 'Title', 'TIME', 'content'];
    const row = ['D1', '噪声', '2020-05-01 10:00', '夜里施工'];
    const file = csv([row, row, ['D2', ...row.slice(1)], ['D1', '噪声', '2020-05-02 10:00', '夜里施工']], columns);
    expect((await take(file)).counts).toMatchObject({ imported: 3, duplicates: 1 });
    expect((await take(file)).counts).toMatchObject({ imported: 0, duplicates: 4 });
  });

  it('comes in without a name as nameless, and is found for triage without a category', async () => {
    const done = await take(csv([['匿名投诉', '正文']], ['标题', '内容']));
    const [matter] = await matters(`importId=${done.id}`);
    const page = await s.as('clerk').sees(`/matters/${matter?.id}`);
    expect(page).toMatchObject({ needsTriage: true, category: null, signatories: [{ name: '匿名', contact: null }] });
  });

  it('brings a category of three levels', async () => {
    const done = await take(
      csv([['甲', '乙', '城乡建设', '市政设施', '路灯']], ['标题', '内容', '一级标签', '二级标签', '三级标签']),
    );
    expect(await matters(`importId=${done.id}`)).toMatchObject([
      { category: '城乡建设/市政设施/路灯', needsTriage: false },
    ]);
  });
});

describe('a file that cannot be read', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 415],
    ['an old or encrypted workbook', ole, 4],
    ['half a workbook', Buffer.from('504b0304140000000800', 'hex'), 422],
    ['nothing', Buffer.alloc(0), 4],
    ['no known column', csv([['1']], ['价格']), 422],
    ['no body column', csv([['1']], ['标题']), 422],
    ['two title columns', csv([['1', '2', '3']], ['标题', '主题', '内容']), 422],
    ['an open quotation mark', Buffer.from('标题,内容\n"甲,乙'), 422],
  ])('%s: 4xx, and no import is kept', async (_, file, status) => {
    const before = (await s.as('clerk').sees('/imports')).items.length;
    const answer = await preview(file);
    expect(String(answer.status)).toMatch(new RegExp(`^${status}`));
    expect(answer.body.code).toMatch(/^spreadsheet\./);
    expect((await s.as('clerk').sees('/imports')).items).toHaveLength(before);
  });

  it('is refused when it is larger than 20 MB', async () => {
    expect((await preview(Buffer.alloc(20 * 1024 * 1024 + 1, 'x'))).status).toBe(413);
  });

  it('is refused without a file, with an unknown kind, with more than was asked, and to others than the bureau', async () => {
    expect((await preview(csv([good]), 'a.csv', 'rumour')).body).toMatchObject({
      status: 400,
      errors: [{ path: 'sourceKind' }],
    });
    expect((await preview(csv([good]), 'a.csv', 'inspection_finding')).body).toMatchObject({
      status: 400,
      errors: [{ path: 'sourceKind' }],
    });
    expect((await s.as('clerk').post('/imports', { sourceKind: 'netizen_message' })).body).toMatchObject({
      status: 400,
      errors: [{ path: 'file' }],
    });
    expect(
      (await s.as('clerk').upload('/imports', csv([good]), 'a.csv', { sourceKind: 'netizen_message', more: '1' }))
        .status,
    ).toBe(400);
    expect(
      (await s.as('waterLiaison').upload('/imports', csv([good]), 'a.csv', { sourceKind: 'netizen_message' })).status,
    ).toBe(403);
  });
});

const real = join(__dirname, '../../../shared/data/messages');
const withRealMessages = existsSync(real) ? describe : describe.skip;
if (!existsSync(real))
  console.warn('SKIPPED: imports of real messages with likes and replies, ../shared/data is absent');

withRealMessages('real messages in ../shared', () => {
  it('with likes and true date cells', async () => {
    const seen = (await preview(readFileSync(join(real, 'messages-likes-sample.xlsx')), '点赞.xlsx')).body;
    expect(seen).toMatchObject({ counts: { rows: 30, imported: 30, duplicates: 0, rejected: 0 } });
    expect(seen.columns.map(({ field }: Json) => field)).toEqual(
      expect.arrayContaining(['likes', 'dislikes', 'occurredAt']),
    );
    const done = await commit(seen, 'all_or_nothing');
    const times = (await matters(`importId=${done.body.id}`)).map(({ occurredAt }) => occurredAt);
    expect(times.every((time) => /^20\d\d-\d\d-\d\dT/.test(String(time)))).toBe(true);
  });

  it('with replies that were given elsewhere: they are answered already, and close by themselves', async () => {
    const seen = (await preview(readFileSync(join(real, 'messages-replies-sample.xlsx')), '答复.xlsx')).body;
    expect(seen).toMatchObject({ counts: { rows: 120, imported: 120, duplicates: 0, rejected: 0 } });
    const done = await commit(seen, 'all_or_nothing');
    const [matter] = await matters(`importId=${done.body.id}&state=replied`);
    const page = await s.as('clerk').sees(`/matters/${matter?.id}`);
    expect(page.replies).toMatchObject([
      { repliedAt: expect.stringMatching(/^20(1|2)\d-/), signedOffBy: { name: '苗内勤' }, firstReadAt: null },
    ]);
    expect(page.body).not.toMatch(/^\s/);
    await s.app.get(LapseReplies, { strict: false }).run();
    expect(await matters(`importId=${done.body.id}&state=closed`)).toHaveLength(120);
  });
});
