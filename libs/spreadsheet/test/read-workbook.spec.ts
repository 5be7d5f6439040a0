import { readTable } from '../src/index.js';
import { aWorkbook, readAll, textRow, textsOf, workbookParts, zipOf } from './workbook-kit.js';

const headers = { a: { names: ['甲', 'alpha'], required: true }, b: { names: ['乙'] }, c: { names: ['丙'] } } as const;
const titles = textRow(1, '甲', '乙', '丙');

describe('cells of a workbook', () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['shared text', '<c r="A2" t="s"><v>0</v></c>', { kind: 'text', text: '共享' }],
    ['rich text without its phonetic hints', '<c r="A2" t="s"><v>1</v></c>', { kind: 'text', text: '水利局' }],
    [
      'inline text',
      '<c r="A2" t="inlineStr"><is><r><t>行</t></r><r><t xml:space="preserve"> 内</t></r></is></c>',
      { kind: 'text', text: '行 内' },
    ],
    ['escaped characters', '<c r="A2" t="s"><v>2</v></c>', { kind: 'text', text: 'a\rb_x000D_' }],
    ['line ends as XML means them', '<c r="A2" t="str"><v>a\r\nb</v></c>', { kind: 'text', text: 'a\nb' }],
    ['CDATA', '<c r="A2" t="str"><v><![CDATA[<b>]]></v></c>', { kind: 'text', text: '<b>' }],
    ['outer whitespace trimmed', '<c r="A2" t="str"><v>\t\n　\u00a0字 \uFEFF</v></c>', { kind: 'text', text: '字' }],
    ['a defused formula armed again', '<c r="A2" t="str"><v>\'=1+1</v></c>', { kind: 'text', text: '=1+1' }],
    ['a formula by its cached value', '<c r="A2"><f>1+1</f><v>2</v></c>', { kind: 'number', text: '2', number: 2 }],
    ['a text formula', '<c r="A2" t="str"><f>CONCAT("x")</f><v>x</v></c>', { kind: 'text', text: 'x' }],
    [
      'a long id',
      '<c r="A2"><v>410225199003071234</v></c>',
      { kind: 'number', text: '410225199003071234', number: 410225199003071234 },
    ],
    [
      'a true date',
      '<c r="A2" s="1"><v>43580.5</v></c>',
      { kind: 'date', text: '2019-04-25 12:00:00', wall: '2019-04-25T12:00:00.000' },
    ],
    ['a padded number', '<c r="A2" s="2"><v>42</v></c>', { kind: 'number', text: '000042', number: 42 }],
    [
      'an ISO date',
      '<c r="A2" t="d"><v>2019-04-25T09:32:09</v></c>',
      { kind: 'date', text: '2019-04-25 09:32:09', wall: '2019-04-25T09:32:09.000' },
    ],
    ['a boolean', '<c r="A2" t="b"><v>1</v></c>', { kind: 'boolean', text: 'TRUE', boolean: true }],
    ['an error', '<c r="A2" t="e"><v>#N/A</v></c>', { kind: 'error', text: '#N/A' }],
    ['a cell without reference', '<c t="str"><v>x</v></c>', { kind: 'text', text: 'x' }],
  ];

  test.each(cases)('%s', async (_name, cell, expected) => {
    const file = await aWorkbook({
      sheets: { 表一: `${titles}<row r="2">${cell}</row>` },
      sharedStrings: [
        '<t>共享</t>',
        '<r><rPr><b/></rPr><t>水利</t></r><r><t>局</t></r><rPh sb="0" eb="2"><t>shuili</t></rPh>',
        '<t>a_x000D_b_x005F_x000D_</t>',
      ],
      formats: ['yyyy/m/d h:mm', '000000'],
    });
    const { rows } = await readAll(file, { headers });
    expect(rows).toEqual([{ sheet: '表一', row: 2, cells: { a: expected } }]);
  });

  test('the 1904 epoch moves dates', async () => {
    const sheets = { 表一: `${titles}<row r="2"><c r="A2" s="1"><v>42118.5</v></c></row>` };
    const file = await aWorkbook({ sheets, formats: ['yyyy-mm-dd'], workbookPr: 'date1904="1"' });
    expect(textsOf((await readAll(file, { headers })).rows)).toEqual([{ a: '2019-04-25 12:00:00' }]);
  });

  test('outer whitespace stays when asked for', async () => {
    const file = await aWorkbook({ sheets: { 表一: `${titles}${textRow(2, ' 字\t', ' ')}` } });
    expect(textsOf((await readAll(file, { headers, exactText: true })).rows)).toEqual([{ a: ' 字\t', b: ' ' }]);
  });
});

describe('rows of a workbook', () => {
  test('blank rows are counted, rows above the header are not', async () => {
    const blank = '<row r="6"><c r="A6" s="1"/><c r="B6" t="str"><v>　 </v></c></row>';
    const sheet = `${textRow(1, '某县台账')}<row r="2"/>${textRow(3, '序号', '乙', '甲')}${textRow(5, '1', '二', '一')}${blank}${textRow(1_048_576, '', '', '末')}`;
    const { rows, summary } = await readAll(await aWorkbook({ sheets: { 台账: sheet } }), { headers });
    expect(textsOf(rows)).toEqual([{ a: '一', b: '二' }, { a: '末' }]);
    expect(rows.map(({ row }) => row)).toEqual([5, 1_048_576]);
    expect(summary).toEqual({
      format: 'xlsx',
      sheet: '台账',
      sheets: ['台账'],
      header: {
        row: 3,
        columns: [
          { column: 'A', title: '序号', field: null },
          { column: 'B', title: '乙', field: 'b' },
          { column: 'C', title: '甲', field: 'a' },
        ],
      },
      physicalRows: 3,
      rows: 2,
      blank: 1,
      complete: true,
    });
  });

  test('the first visible sheet is read, or the one that is named', async () => {
    const sheet = (word: string) => `${titles}${textRow(2, word)}`;
    const file = await aWorkbook({ sheets: { 旧: sheet('旧'), 新: sheet('新'), 更新: sheet('更') }, hidden: ['旧'] });
    expect((await readAll(file, { headers })).summary.sheet).toBe('新');
    expect(textsOf((await readAll(file, { headers, sheet: '更新' })).rows)).toEqual([{ a: '更' }]);
    expect(textsOf((await readAll(file, { headers, sheet: '旧' })).rows)).toEqual([{ a: '旧' }]);
  });

  test('prefixed element names, UTF-16 parts and part names in other case are the same workbook', async () => {
    const parts = workbookParts({ sheets: { 表一: '' } });
    const prefixed =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="str"><x:v>甲</x:v></x:c></x:row><x:row><x:c t="str"><x:v>一</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const { 'xl/worksheets/sheet1.xml': _replaced, ...others } = parts;
    const file = await zipOf({ ...others, 'xl/Worksheets/Sheet1.xml': Buffer.from(`\uFEFF${prefixed}`, 'utf16le') });
    expect(textsOf((await readAll(file, { headers })).rows)).toEqual([{ a: '一' }]);
  });
});

describe('reading', () => {
  const many = (count: number) => Array.from({ length: count }, (_none, at) => textRow(at + 2, `行${at}`)).join('');

  test('rows come in batches and in order while the visitor takes its time', async () => {
    const file = await aWorkbook({ sheets: { 表一: titles + many(2_000) } });
    const sizes: number[] = [];
    const seen: number[] = [];
    await readTable(file, { headers }, async (rows, soFar) => {
      await new Promise(setImmediate);
      sizes.push(rows.length);
      seen.push(...rows.map(({ row }) => row));
      expect(soFar.rows).toBe(seen.length);
    });
    expect(sizes.length).toBeGreaterThan(2);
    expect(seen).toEqual(Array.from({ length: 2_000 }, (_none, at) => at + 2));
  });

  test('a preview ends the reading', async () => {
    const file = await aWorkbook({ sheets: { 表一: titles + many(20_000) } });
    const summary = await readTable(file, { headers }, () => 'enough');
    expect(summary.complete).toBe(false);
    expect(summary.rows).toBeLessThan(2_000);
  });

  test('what the visitor throws is thrown', async () => {
    const file = await aWorkbook({ sheets: { 表一: titles + many(2_000) } });
    const refuse = () => Promise.reject(new Error('no'));
    await expect(readTable(file, { headers }, refuse)).rejects.toThrow('no');
  });

  test('an aborted reading throws the reason', async () => {
    const file = await aWorkbook({ sheets: { 表一: titles + many(20_000) } });
    const abort = new AbortController();
    const reading = readTable(file, { headers, signal: abort.signal }, () => abort.abort(new Error('gone')));
    await expect(reading).rejects.toThrow('gone');
  });

  test('many files at once are read one after another, each complete', async () => {
    const file = await aWorkbook({ sheets: { 表一: titles + many(300) } });
    const readings = await Promise.all(Array.from({ length: 6 }, () => readAll(file, { headers })));
    expect(readings.map(({ summary }) => summary.rows)).toEqual([300, 300, 300, 300, 300, 300]);
  });

  test('a file that is not there is no refusal but an error', async () => {
    await expect(readTable('/nowhere.xlsx', { headers }, () => undefined)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
