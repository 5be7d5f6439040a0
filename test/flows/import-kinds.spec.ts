import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import { kindsByImport } from '@ducha/matter';
import { type ExportColumn, writeXlsx } from '@ducha/spreadsheet';
import { type Answer, type Json, type PersonKey, World } from '#test-kit';

jest.setTimeout(90_000);
let s: World;
let kinds: ReadonlyMap<string, Json>;
beforeAll(async () => {
  s = await World.open();
  kinds = new Map((await s.as('officer').sees('/matter-kinds')).map((kind: Json) => [kind.kind, kind]));
});
afterAll(() => s.close());

type Titled = Readonly<Record<string, string>>;

/** A workbook with a title row and a few rows, as an office program writes it. */
async function workbook(rows: readonly Titled[]): Promise<Buffer> {
  const out = new PassThrough();
  const columns = Object.keys(rows[0] ?? {}).map((title): ExportColumn<Titled> => ({
    title,
    value: (row) => row[title] ?? '',
  }));
  const [file] = await Promise.all([buffer(out), writeXlsx(out, columns, rows, { sheet: '登记表' })]);
  return file;
}

const cellOf = ({ type, choices }: Json, at: number): string =>
  ({ text: `内容${at}`, long_text: '详见附件', date: '2026-03-05', number: String(at), yes_no: '是' })[
    type as string
  ] ?? choices[0].label.zh;

/** A row as that kind's office writes it, every own field under its own title; the text is told apart by its place. */
function rowOf(kind: Json, at: number): Titled {
  const own = kind.fields.map((field: Json): [string, string] => [field.label.zh, cellOf(field, at)]);
  return {
    ...Object.fromEntries(own),
    ...{ 标题: `${kind.label.zh}第${at}件`, 正文: `第${at}件正文`, 类别: '水利' },
    ...(kind.ofPrincipal && { 领导: '程远' }),
    ...(kind.ofMeeting && { 会议名称: '常务会议' }),
    ...(kind.askers !== null && { 姓名: `来件人${at}`, 联系方式: '13900001111' }),
  };
}
const without = (row: Titled, title: string): Titled =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== title));
const kindOf = (kind: string): Json => kinds.get(kind) ?? {};
const previews = async (kind: string, rows: readonly Titled[]): Promise<Answer> =>
  s.as('officer').upload('/imports', await workbook(rows), '登记表.xlsx', { sourceKind: kind });
const count = async (): Promise<number> => (await s.as('officer').sees('/matters/count')).value;
const commits = ({ body }: Answer): Promise<Answer> =>
  s.as('officer').post(`/imports/${body.id}/commit`, { mode: 'all_or_nothing' }, { ifMatch: 1 });

describe.each(kindsByImport)('a workbook of %s', (kind) => {
  it('is taken in with every own field, and read back as it was written', async () => {
    const rows = [1, 2].map((at) => rowOf(kindOf(kind), at));
    const seen = await previews(kind, rows);
    expect(seen.body).toMatchObject({ counts: { rows: 2, imported: 2, rejected: 0 }, rejected: [] });
    const before = await count();
    expect((await commits(seen)).body).toMatchObject({ state: 'committed', counts: { imported: 2 } });
    expect(await count()).toBe(before + 2);
    const { items } = await s.as('officer').sees(`/matters?importId=${seen.body.id}`);
    expect(items.map(({ title }: Json) => title).sort()).toEqual(rows.map((row) => row['标题']));
    const matter = await s.as('officer').sees(`/matters/${items[0].id}`);
    expect(Object.keys(matter.fields).sort()).toEqual(
      kindOf(kind)
        .fields.map(({ name }: Json) => name)
        .sort(),
    );
    expect(matter.signatories).toHaveLength(kindOf(kind).askers === null ? 0 : 1);
  });

  it('with a wrong cell names row, column and reason, and nothing of it is kept', async () => {
    const row = rowOf(kindOf(kind), 3);
    const seen = await previews(kind, [row, { ...rowOf(kindOf(kind), 4), 标题: '' }]);
    const place = Object.keys(row).indexOf('标题');
    const letters = `${place > 25 ? 'A' : ''}${String.fromCharCode(65 + (place % 26))}`;
    expect(seen.body.rejected.map(({ row: at, column, code, message }: Json) => [at, column, code, message])).toEqual([
      [3, letters, 'required', '不能为空'],
    ]);
    const before = await count();
    expect(await commits(seen)).toMatchObject({
      status: 422,
      body: { code: 'matter.importRejected', rejectedRows: 1 },
    });
    expect(await count()).toBe(before);
  });

  it('without a column that it needs is refused whole, naming the column and where it was looked for', async () => {
    const before = [await count(), (await s.as('officer').sees('/imports')).items.length];
    const needed = [
      '标题',
      ...(kindOf(kind).ofPrincipal ? ['领导'] : []),
      ...(kindOf(kind).ofMeeting ? ['会议名称'] : []),
    ];
    for (const title of needed) {
      const answer = await previews(kind, [without(rowOf(kindOf(kind), 5), title)]);
      expect([answer.status, answer.body.code, answer.body.row]).toEqual([422, 'spreadsheet.headerMissing', 1]);
      expect(answer.body.missing.flatMap(({ names }: Json) => names)).toContain(title);
      expect(answer.body.found).not.toContain(title);
    }
    expect([await count(), (await s.as('officer').sees('/imports')).items.length]).toEqual(before);
  });
});

const whole = {
  people: { 账号: '', 姓名: '孙工', 手机号: '', 单位: '县水利局', 角色: '承办人', 职务: '工程师' },
  units: { 单位名称: '河务股', 简称: '', 类别: '内设机构', 上级单位: '县水利局' },
  sites: { 类别: '村', 编号: '410225100202', 名称: '柳园村', 责任单位: '仪封镇', 所在村: '' },
  postings: { 姓名: '夏督查', 村: '坝头村', 工作队: '县水利局', 职务: '队员', 起: '2026-01-01' },
  duties: { 事项: '水利/灌渠', 主办单位: '县水利局' },
};
const tables = 'unit, person, post, posting, site, duty';
const rowsOf = async (): Promise<number[]> =>
  Promise.all(
    tables.split(', ').map(async (table) => {
      const [row] = await s.store.query<{ n: number }>(`select count(*)::int as n from ${table}`);
      return row?.n ?? -1;
    }),
  );

/** The same table as a spreadsheet program saves it as text. */
const asCsv = (rows: readonly Titled[]): Buffer =>
  Buffer.from([Object.keys(rows[0] ?? {}), ...rows.map(Object.values)].map((cells) => cells.join(',')).join('\r\n'));
const formats = [
  ['登记表.xlsx', workbook],
  ['登记表.csv', (rows: readonly Titled[]) => Promise.resolve(asCsv(rows))],
] as const;

/** Postings are to a village of the frame. */
beforeAll(async () => {
  const [path, name, file] = [
    '/roster/sites',
    '村.csv',
    asCsv([{ ...whole.sites, 编号: '410225100201', 名称: '坝头村' }]),
  ];
  const { digest } = (await s.as('officer').upload(`${path}/preview`, file, name)).body;
  expect((await s.as('officer').upload(path, file, name, { digest })).status).toBe(200);
});

describe.each([
  ['units', '/roster/units', whole.units, '类别', 'unknownKind', 'sysadmin'],
  ['people', '/roster/people', whole.people, '单位', 'unknownUnit', 'sysadmin'],
  ['posts of people', '/roster/people', whole.people, '角色', 'unknownRole', 'sysadmin'],
  ['sites', '/roster/sites', whole.sites, '类别', 'unknownSiteKind', 'officer'],
  ['postings', '/roster/postings', whole.postings, '村', 'unknownVillage', 'officer'],
  ['duties', '/duty-imports', whole.duties, '主办单位', 'unknownUnit', 'officer'],
] as const)('a sheet of %s', (_what, path, row: Titled, title, code, by: PersonKey) => {
  const ofRoster = path.startsWith('/roster');
  const uploads = (to: string, file: Buffer, name: string, fields = {}): Promise<Answer> =>
    s.as(by).upload(to, file, name, fields);
  const previewed = ofRoster ? `${path}/preview` : path;
  const again: Titled = '事项' in row ? { 事项: '水利/抗旱' } : {};
  const bad = [row, { ...row, ...again, [title]: '没有这个' }];

  it('without fault is taken as it is', async () => {
    const { body } = await uploads(previewed, await workbook([row]), '登记表.xlsx');
    expect(body).toMatchObject({ counts: { rows: 1, rejected: 0 }, rejected: [] });
  });

  it.each(formats)('%s with a wrong cell names row, column and reason, and keeps nothing', async (name, written) => {
    const before = await rowsOf();
    const file = await written(bad);
    const seen = (await uploads(previewed, file, name)).body;
    const column = String.fromCharCode(65 + Object.keys(row).indexOf(title));
    expect(seen.rejected.map((one: Json) => [one.row, one.column, one.code])).toEqual([[3, column, code]]);
    expect(seen.rejected[0].message).toMatch(/\p{Script=Han}/u);
    const taken = ofRoster
      ? await uploads(path, file, name, { digest: seen.digest })
      : await s.as(by).post(`${path}/${seen.id}/commit`, {}, { ifMatch: 1 });
    expect([taken.status, taken.body.code]).toEqual([422, ofRoster ? 'roster.sheetRefused' : 'org.dutyImportRejected']);
    expect(await rowsOf()).toEqual(before);
  });

  it.each(formats)('%s without a column that it needs is refused whole, naming the column', async (name, written) => {
    const missing = await uploads(previewed, await written([without(row, title)]), name);
    expect([missing.status, missing.body.code]).toEqual([422, 'spreadsheet.headerMissing']);
    expect(missing.body.missing.flatMap(({ names }: Json) => names)).toContain(title);
  });
});
