import { cellsOf, placePaste, type PasteTarget } from './paste';

const rows: PasteTarget[] = [
  { id: 'a', number: '督〔2026〕1号' },
  { id: 'b', number: '督〔2026〕2号' },
  { id: 'c', number: null },
];

describe('cellsOf', () => {
  it.each<[string, string, string[][]]>([
    ['one cell', '甲', [['甲']]],
    [
      'a block with the line end that Excel adds',
      '甲\t乙\r\n丙\t丁\r\n',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    ['a quoted cell with tab, line end and quote', '"甲\t\n""乙"""\t丙', [['甲\t\n"乙"', '丙']]],
    ['a quote inside a cell is a quote', '5" 管\t丙', [['5" 管', '丙']]],
    ['blank rows are nobody’s report', '甲\n\t\n乙', [['甲'], ['乙']]],
  ])('reads %s', (_, text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });
});

describe('placePaste', () => {
  it('fills to the right and down from the cell it was pasted into', () => {
    const pasted = placePaste(
      [
        ['问题一', '下步一'],
        ['问题二', '下步二'],
      ],
      rows,
      { row: 1, column: 'problem' },
    );
    expect([...pasted.drafts]).toEqual([
      ['b', { problem: '问题一', nextStep: '下步一' }],
      ['c', { problem: '问题二', nextStep: '下步二' }],
    ]);
    expect(pasted).toMatchObject({ byNumber: false, unknown: 0, columns: 2 });
  });

  it('finds rows by their number in any order and leaves unknown numbers out', () => {
    const cells = [
      ['督〔2026〕2号', '进展二'],
      ['督〔2026〕9号', '别处的'],
      ['督〔2026〕1号', '进展一'],
    ];
    const pasted = placePaste(cells, rows, { row: 2, column: 'value' });
    expect([...pasted.drafts]).toEqual([
      ['b', { progress: '进展二' }],
      ['a', { progress: '进展一' }],
    ]);
    expect(pasted).toMatchObject({ byNumber: true, unknown: 1 });
  });

  it('drops what lies beyond the last column and below the last row', () => {
    const pasted = placePaste([['1', '多余'], ['2']], rows, { row: 2, column: 'value' });
    expect([...pasted.drafts]).toEqual([['c', { value: '1' }]]);
    expect(pasted.unknown).toBe(1);
  });
});
