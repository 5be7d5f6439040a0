import { readAll, refusalOf, textsOf } from './workbook-kit.js';

const headers = { a: { names: ['甲', 'a'], required: true }, b: { names: ['乙', 'b'] } } as const;
const read = async (text: string | Buffer) => readAll(Buffer.from(text), { headers });
const refused = (text: string | Buffer) => refusalOf(read(text));

describe('CSV', () => {
  test('fields in quotes may hold separators, quotes and line ends; a record is one row', async () => {
    const { rows, summary } = await read('甲,乙\r\n"一,""引""","上\n下"\r\n\r\n , \r\n三,四');
    expect(textsOf(rows)).toEqual([
      { a: '一,"引"', b: '上\n下' },
      { a: '三', b: '四' },
    ]);
    expect(rows.map(({ sheet, row }) => [sheet, row])).toEqual([
      ['CSV', 2],
      ['CSV', 5],
    ]);
    expect(summary).toMatchObject({ format: 'csv', physicalRows: 4, rows: 2, blank: 2, complete: true });
  });

  test.each([
    ['semicolons', 'a;b\n1,5;2'],
    ['tabs', 'a\tb\n1,5\t2'],
    ['a declared separator', 'sep=|\r\na|b\r\n1,5|2'],
    ['old line ends', 'a;b\r1,5;2\r'],
    ['mixed line ends', 'a;b\r\n1,5;2\n'],
  ])('%s', async (_name, text) => {
    expect(textsOf((await read(text)).rows)).toEqual([{ a: '1,5', b: '2' }]);
  });

  test('GB18030 and UTF-16 as Excel writes them', async () => {
    const gb18030 = Buffer.concat([Buffer.from('bcd72cd2d20d0a', 'hex'), Buffer.from('d2bb2cb6fe0d0a', 'hex')]);
    expect(textsOf((await read(gb18030)).rows)).toEqual([{ a: '一', b: '二' }]);
    expect(textsOf((await read(Buffer.from('\uFEFF甲\t乙\r\n一\t二\r\n', 'utf16le'))).rows)).toEqual([
      { a: '一', b: '二' },
    ]);
  });

  test('rows may be shorter or longer than the header', async () => {
    expect(textsOf((await read('a,b\n1\n1,2,3')).rows)).toEqual([{ a: '1' }, { a: '1', b: '2' }]);
  });

  test.each([
    ['a quote that is never closed', 'a,b\n\n1,"x\ny\n', { row: 3, column: 'B' }],
    ['a quote in the middle', 'a,b\n1,2\n3,x"y\n', { row: 3, column: 'B' }],
    ['text after a closing quote', 'a,b\n"1"x,2\n', { row: 2, column: 'A' }],
  ])('%s is refused where it stands', async (_name, text, place) => {
    expect(await refused(text)).toEqual({ status: 422, code: 'spreadsheet.malformedQuote', sheet: 'CSV', ...place });
  });

  test('a record without end is refused before it fills the memory', async () => {
    expect(await refused(`a,b\n1,"${'x'.repeat(2_000_000)}`)).toMatchObject({
      code: 'spreadsheet.cellTooLong',
      row: 2,
      column: 'B',
    });
    expect(await refused(`a,b\n1,${'x'.repeat(40_000)}`)).toMatchObject({
      code: 'spreadsheet.cellTooLong',
      row: 2,
      column: 'B',
      limit: 32_767,
    });
  });

  test('prose is no table', async () => {
    expect(await refused('你好。\n这不是表格。')).toMatchObject({
      code: 'spreadsheet.headerMissing',
      row: 1,
      found: ['你好。'],
    });
  });
});
