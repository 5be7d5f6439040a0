import { HeaderIndex, normalisedTitle } from './header-map.js';

const headers = {
  number: { names: ['留言编号', 'Message ID'], required: true },
  subject: { names: ['留言主题', 'subject'], required: true },
  askedAt: { names: ['留言时间', 'asked at'] },
} as const;
const row = (...titles: string[]) => ({
  row: 3,
  cells: titles.map((text, at) => ({ column: at + 1, cell: { kind: 'text', text } as const })),
});

describe('column titles', () => {
  test.each([
    [' 留言 编号 ', '留言编号'],
    ['ＭＥＳＳＡＧＥ　ＩＤ：', 'messageid'],
    ['message_id*', 'messageid'],
    ['*Message-ID', 'messageid'],
    ['留言\n时间', '留言时间'],
  ])('%j is %j', (written, normalised) => {
    expect(normalisedTitle(written)).toBe(normalised);
  });

  test('fields are found by any of their titles, in any order', () => {
    const index = new HeaderIndex(headers);
    const columns = index.columnsOf(row('ASKED AT', '备注', 'message-id', '留言主题'));
    expect(columns.map(({ column, field }) => [column, field])).toEqual([
      ['A', 'askedAt'],
      ['B', null],
      ['C', 'number'],
      ['D', 'subject'],
    ]);
    expect(index.missingIn(columns)).toEqual([]);
  });

  test('missing required fields are named, optional ones are not', () => {
    const index = new HeaderIndex(headers);
    expect(index.missingIn(index.columnsOf(row('留言编号')))).toEqual(['subject']);
  });

  test('two columns of one meaning are refused at the second', () => {
    const index = new HeaderIndex(headers);
    const columns = index.columnsOf(row('留言编号', 'subject', 'Message ID'));
    expect(() => index.refuseRepeated('表一', 3, columns)).toThrow(
      expect.objectContaining({
        code: 'spreadsheet.headerRepeated',
        facts: { sheet: '表一', row: 3, column: 'C', title: 'Message ID', field: 'number', firstColumn: 'A' },
      }),
    );
  });

  test('one title for two fields is a mistake of the programmer', () => {
    expect(() => new HeaderIndex({ a: { names: ['时间'] }, b: { names: ['时 间'] } })).toThrow(
      'stands for both a and b',
    );
  });
});
