import { randomBytes } from 'node:crypto';
import { type ReadLimits } from '../src/index.js';
import { aWorkbook, centralEntry, readAll, refusalOf, textRow, zipOf } from './workbook-kit.js';

const headers = { a: { names: ['甲'], required: true }, b: { names: ['乙'] } } as const;
const titles = textRow(1, '甲', '乙');
const refused = (file: Buffer, limits?: Partial<ReadLimits>, sheet?: string) =>
  refusalOf(readAll(file, { headers, ...(limits && { limits }), sheet }));
const withSheet = (sheet: string) => aWorkbook({ sheets: { 表一: titles + sheet } });
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_024), Buffer.from(stream, 'utf16le')]);

describe('what is no table', () => {
  const cases: readonly (readonly [string, () => Buffer | Promise<Buffer>, Record<string, unknown>])[] = [
    ['an empty file', () => Buffer.alloc(0), { status: 422, code: 'spreadsheet.empty' }],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), { status: 415, code: 'spreadsheet.wrongType', found: 'pdf' }],
    [
      'a picture',
      () => Buffer.from('89504e470d0a1a0a0000', 'hex'),
      { status: 415, code: 'spreadsheet.wrongType', found: 'png' },
    ],
    ['unknown bytes', () => Buffer.alloc(64), { status: 415, code: 'spreadsheet.wrongType', found: 'binary' }],
    [
      'a web page named .xls',
      () => Buffer.from('\uFEFF\n<html><table>'),
      { status: 415, code: 'spreadsheet.wrongType', found: 'markup' },
    ],
    [
      'a Word document',
      () => zipOf({ 'word/document.xml': '<w/>' }),
      { status: 415, code: 'spreadsheet.wrongType', found: 'docx' },
    ],
    [
      'an OpenDocument sheet',
      () => zipOf({ 'content.xml': '<o/>' }),
      { status: 415, code: 'spreadsheet.wrongType', found: 'odf' },
    ],
    ['some archive', () => zipOf({ 'a.txt': 'a' }), { status: 415, code: 'spreadsheet.wrongType', found: 'zip' }],
    [
      'a binary workbook',
      () => zipOf({ 'xl/workbook.bin': 'x' }),
      { status: 415, code: 'spreadsheet.legacyFormat', found: 'xlsb' },
    ],
    ['an old workbook', () => compound('Workbook'), { status: 415, code: 'spreadsheet.legacyFormat', found: 'xls' }],
    [
      'an old Word document',
      () => compound('WordDocument'),
      { status: 415, code: 'spreadsheet.wrongType', found: 'compound' },
    ],
    ['an encrypted workbook', () => compound('EncryptedPackage'), { status: 422, code: 'spreadsheet.encrypted' }],
    [
      'text of no encoding',
      () => Buffer.from([0x41, 0xff, 0x41]),
      { status: 422, code: 'spreadsheet.undecodable', tried: ['utf-8', 'gb18030'] },
    ],
  ];

  test.each(cases)('%s', async (_name, file, refusal) => {
    expect(await refused(await file())).toEqual(refusal);
  });

  test('an archive with encrypted parts', async () => {
    const file = await aWorkbook();
    file[centralEntry(file, 'xl/workbook.xml') + 8]! |= 1;
    expect(await refused(file)).toEqual({ status: 422, code: 'spreadsheet.encrypted' });
  });
});

describe('limits', () => {
  const rows = (count: number) => Array.from({ length: count }, (_none, at) => textRow(at + 2, `行${at}`)).join('');

  test('the size of the file', async () => {
    const file = await withSheet(rows(10));
    expect(await refused(file, { maxFileBytes: file.length - 1 })).toEqual({
      status: 413,
      code: 'spreadsheet.tooLarge',
      reason: 'file',
      limit: file.length - 1,
    });
    expect((await readAll(file, { headers, limits: { maxFileBytes: file.length } })).summary.rows).toBe(10);
  });

  test('shared text in memory', async () => {
    const file = await aWorkbook({ sheets: { 表一: titles }, sharedStrings: ['<t>12345</t>', '<t>67890</t>'] });
    expect(await refused(file, { maxSharedTextLength: 41 })).toMatchObject({
      status: 413,
      code: 'spreadsheet.tooLarge',
      limit: 41,
    });
    expect((await readAll(file, { headers, limits: { maxSharedTextLength: 42 } })).summary.rows).toBe(0);
  });

  test('the memory of the worker, whose end does not harm this process', async () => {
    const strings = Array.from({ length: 750 }, () => `<t>${randomBytes(10_000).toString('hex')}</t>`);
    const file = await aWorkbook({
      sheets: { 表一: titles },
      sharedStrings: strings,
    });
    expect(await refused(file, { maxHeapMb: 16 })).toEqual({
      status: 413,
      code: 'spreadsheet.tooLarge',
      reason: 'memory',
      limitMb: 16,
    });
    expect((await readAll(file, { headers })).summary.rows).toBe(0);
  }, 120_000);

  test('the time of the worker', async () => {
    const file = await withSheet(rows(5_000));
    expect(await refused(file, { maxBusyMs: 1 })).toEqual({ status: 413, code: 'spreadsheet.tooSlow', limitMs: 1 });
    expect((await readAll(file, { headers })).summary.rows).toBe(5_000);
  });

  test.each([
    ['rows with content', { maxRows: 3 }, { row: 5 }, rows(4)],
    ['recorded rows', { maxPhysicalRows: 3 }, { row: 5 }, '<row/>'.repeat(4)],
  ])('%s', async (_name, limits, place, sheet) => {
    expect(await refused(await withSheet(sheet), limits)).toEqual({
      status: 422,
      code: 'spreadsheet.tooManyRows',
      sheet: '表一',
      ...place,
      limit: 3,
    });
    expect((await readAll(await withSheet(sheet), { headers })).summary.physicalRows).toBe(4);
  });

  test('columns, but only those that hold something', async () => {
    const far = (text: string) =>
      `<row r="2"><c r="A2" t="str"><v>x</v></c><c r="XFD2" s="1" t="str"><v>${text}</v></c></row>`;
    expect(await refused(await withSheet(far('x')))).toEqual({
      status: 422,
      code: 'spreadsheet.tooManyColumns',
      sheet: '表一',
      row: 2,
      column: 'XFD',
      limit: 200,
    });
    expect((await readAll(await withSheet(far(' ')), { headers })).summary.rows).toBe(1);
  });

  test('the length of a cell', async () => {
    const cell = (length: number) => textRow(2, 'x', '字'.repeat(length));
    expect(await refused(await withSheet(cell(32_768)))).toEqual({
      status: 422,
      code: 'spreadsheet.cellTooLong',
      sheet: '表一',
      row: 2,
      column: 'B',
      limit: 32_767,
    });
    expect((await readAll(await withSheet(cell(32_767)), { headers })).summary.rows).toBe(1);
  });
});

describe('sheets and headers', () => {
  test('a sheet that is not there', async () => {
    const file = await aWorkbook({ sheets: { 表一: titles, 表二: '' } });
    expect(await refused(file, {}, '表三')).toEqual({
      status: 422,
      code: 'spreadsheet.sheetNotFound',
      sheet: '表三',
      sheets: ['表一', '表二'],
    });
  });

  test('a sheet without content', async () => {
    expect(await refused(await aWorkbook({ sheets: { 表一: '<row r="1"><c r="A1"/></row>' } }))).toEqual({
      status: 422,
      code: 'spreadsheet.empty',
      sheet: '表一',
    });
  });

  test('a required column that is missing, with the row that looks most like a header', async () => {
    const sheet = `${textRow(1, '某县台账')}${textRow(3, '序号', '乙')}${textRow(4, '1', '二')}`;
    expect(await refused(await aWorkbook({ sheets: { 表一: sheet } }))).toEqual({
      status: 422,
      code: 'spreadsheet.headerMissing',
      sheet: '表一',
      row: 3,
      missing: [{ field: 'a', names: ['甲'] }],
      found: ['序号', '乙'],
    });
  });

  test('a header is not looked for below ten rows of something else', async () => {
    const above = Array.from({ length: 10 }, (_none, at) => textRow(at + 1, '说明')).join('');
    expect(await refused(await aWorkbook({ sheets: { 表一: `${above}${textRow(11, '甲')}` } }))).toMatchObject({
      code: 'spreadsheet.headerMissing',
    });
  });

  test('two columns of one meaning', async () => {
    expect(await refused(await aWorkbook({ sheets: { 表一: textRow(1, '甲', '乙', '甲：') } }))).toEqual({
      status: 422,
      code: 'spreadsheet.headerRepeated',
      sheet: '表一',
      row: 1,
      column: 'C',
      title: '甲：',
      field: 'a',
      firstColumn: 'A',
    });
  });
});
