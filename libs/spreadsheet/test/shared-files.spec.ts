import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parseInstant, type HeaderMap } from '../src/index.js';
import { readAll, refusalOf, textsOf } from './workbook-kit.js';

const shared = '../shared/data';
const present = existsSync(shared);
if (!present) console.warn(`SKIPPED: ${shared} is absent, real files are not read`);

const messages = {
  number: { names: ['留言编号'], required: true },
  asker: { names: ['留言用户'] },
  subject: { names: ['留言主题'], required: true },
  askedAt: { names: ['留言时间'] },
  body: { names: ['留言详情'] },
  category: { names: ['一级标签', '一级分类'] },
  reply: { names: ['答复意见'] },
  repliedAt: { names: ['答复时间'] },
  likes: { names: ['点赞数'] },
  dislikes: { names: ['反对数'] },
} as const;

(present ? describe : describe.skip)('real files of ../shared/data', () => {
  test('65,202 physical rows, 495 of them with content', async () => {
    const { rows, summary } = await readAll(`${shared}/messages/messages-labelled-sample.xlsx`, { headers: messages });
    expect(summary).toMatchObject({ sheet: 'Sheet1', physicalRows: 65_202, rows: 495, blank: 64_707, complete: true });
    expect(rows.filter(({ cells }) => cells.askedAt && parseInstant(cells.askedAt)).length).toBe(495);
    const twice = rows.filter(({ cells }) => cells.number?.text === '37042');
    expect(new Set(twice.map(({ cells }) => cells.body?.text)).size).toBe(1);
    expect(new Set(twice.map(({ cells }) => cells.category?.text)).size).toBe(2);
  });

  test('true date cells, columns by title', async () => {
    const { rows } = await readAll(`${shared}/messages/messages-likes-sample.xlsx`, { headers: messages });
    expect(rows.length).toBe(30);
    expect(new Set(rows.map(({ cells }) => cells.askedAt?.kind))).toEqual(new Set(['date']));
    expect(rows[0]?.cells.askedAt && parseInstant(rows[0].cells.askedAt)).toEqual(new Date('2017-06-08T09:31:20Z'));
    expect(rows[0]?.cells).toMatchObject({ likes: { number: 9 }, dislikes: { number: 0 } });
  });

  test('dates as text, bodies without the whitespace around them, instants as computed elsewhere', async () => {
    const { rows } = await readAll(`${shared}/messages/messages-replies-sample.xlsx`, { headers: messages });
    expect(rows[0]?.cells.askedAt).toEqual({ kind: 'text', text: '2019/4/25 9:32:09' });
    expect(rows.every(({ cells }) => cells.body?.text === cells.body?.text.trim())).toBe(true);
    const vectors = {
      number: { names: ['id'] },
      received: { names: ['received'] },
      replied: { names: ['replied'] },
    } as const;
    const expected = await readAll(`${shared}/expected/tipdm_fj4_sample_vectors.csv`, { headers: vectors });
    expect(rows.length).toBe(120);
    expect(rows.map(({ cells }) => cells.askedAt && parseInstant(cells.askedAt))).toEqual(
      expected.rows.map(({ cells }) => cells.received && parseInstant(cells.received)),
    );
  });

  test('a workbook of the 1904 epoch', async () => {
    const headers = { item: { names: ['item'] }, date: { names: ['date'] } } as const;
    const { rows } = await readAll(`${shared}/bad-input/excel-1904-epoch.xlsx`, { headers });
    expect(textsOf(rows)).toEqual([
      { item: 'alpha', date: '2024-01-15' },
      { item: 'beta', date: '2020-07-04' },
    ]);
  });

  test.each([
    [
      'categories.xlsx',
      'messages',
      { first: { names: ['一级分类'] }, third: { names: ['三级分类'], required: true } },
      517,
    ],
    ['boston311-2013.csv', 'service-requests', { id: { names: ['case_enquiry_id'], required: true } }, 3_095],
    ['nyc311-100.csv', 'service-requests', { id: { names: ['Unique Key'], required: true } }, 100],
    ['henan_41_streets.csv', 'divisions', { code: { names: ['code'], required: true } }, 2_586],
    ['SAFI_clean.csv', 'households', { id: { names: ['key_ID'], required: true } }, 131],
  ] as const)('%s', async (file, folder, headers: HeaderMap<string>, count) => {
    expect((await readAll(`${shared}/${folder}/${file}`, { headers })).summary).toMatchObject({
      rows: count,
      blank: 0,
    });
  });

  test('every form of another program opens, sheet by sheet', async () => {
    const forms = readdirSync(`${shared}/forms`).filter((name) => name.endsWith('.xlsx'));
    const survey = { type: { names: ['type'], required: true }, name: { names: ['name'] } } as const;
    for (const form of forms) {
      const { summary } = await readAll(`${shared}/forms/${form}`, { headers: survey, sheet: 'survey' });
      expect(summary.rows).toBeGreaterThan(0);
    }
    expect(forms.length).toBeGreaterThan(5);
  }, 30_000);

  test('photos are refused whatever they are called', async () => {
    const photo = readFileSync(`${shared}/bad-input/portrait_6.jpg`);
    expect(await refusalOf(readAll(photo, { headers: messages }))).toEqual({
      status: 415,
      code: 'spreadsheet.wrongType',
      found: 'jpeg',
    });
  });
});
