import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Fault } from '@ducha/kernel';
import { uploadLimits, type ReadLimits } from '../src/index.js';
import { tableBatches } from '../src/reading/table-batches.js';
import { aWorkbook, readAll, refusalOf, textRow, workbookParts, zipOf } from './workbook-kit.js';

const headers = { a: { names: ['甲'], required: true }, b: { names: ['乙'] } } as const;
const titles = textRow(1, '甲', '乙');
const refused = (file: Buffer, limits?: Partial<ReadLimits>, sheet?: string) =>
  refusalOf(readAll(file, { headers, ...(limits && { limits }), sheet }));
const withSheet = (sheet: string) => aWorkbook({ sheets: { 表一: titles + sheet } });
const sheetXml = (content: string) => ({ parts: { 'xl/worksheets/sheet1.xml': content } });
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_024), Buffer.from(stream, 'utf16le')]);
const centralEntry = (zip: Buffer, name: string) => zip.lastIndexOf(Buffer.from(name)) - 46;

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

describe('damaged workbooks', () => {
  const malformed = { status: 422, code: 'spreadsheet.malformed' };

  test('a truncated archive', async () => {
    const file = await withSheet(textRow(2, 'x'));
    expect(await refused(file.subarray(0, file.length - 200))).toMatchObject(malformed);
  });

  test('a part that inflates to more than it claims', async () => {
    const file = await withSheet('<row/>'.repeat(5_000));
    file.writeUInt32LE(100, centralEntry(file, 'xl/worksheets/sheet1.xml') + 24);
    expect(await refused(file)).toMatchObject({ ...malformed, part: 'xl/worksheets/sheet1.xml' });
  });

  test('a part whose checksum differs', async () => {
    const file = await withSheet(textRow(2, 'x'));
    file.writeUInt32LE(7, centralEntry(file, 'xl/worksheets/sheet1.xml') + 16);
    expect(await refused(file)).toEqual({ ...malformed, part: 'xl/worksheets/sheet1.xml', reason: 'checksum differs' });
  });

  test('a part that stands twice', async () => {
    const file = await zipOf({ ...workbookParts(), 'XL/workbook.xml': '<x/>' });
    expect(await refused(file)).toMatchObject({ ...malformed, reason: 'part stands twice' });
  });

  test.each([
    ['unclosed XML', `${titles}<row r="2">`, { sheet: '表一', row: 2 }],
    [
      'an unknown entity',
      `${titles}<row r="2"><c r="B2" t="str"><v>&bomb;</v></c></row>`,
      { sheet: '表一', row: 2, column: 'B' },
    ],
    ['rows out of order', `${titles}<row r="7"/><row r="3"/>`, { reason: 'rows are not in order', sheet: '表一' }],
    ['a row number that is none', `${titles}<row r="x"/>`, { reason: 'rows are not in order' }],
    [
      'cells out of order',
      `${titles}<row r="2"><c r="B2"/><c r="A2"/></row>`,
      { reason: 'cells are not in order', row: 2, column: 'B' },
    ],
    [
      'a string that is not there',
      `${titles}<row r="2"><c r="A2" t="s"><v>9</v></c></row>`,
      { reason: 'shared string is missing', row: 2, column: 'A' },
    ],
    [
      'a number that is none',
      `${titles}<row r="2"><c r="A2"><v>x</v></c></row>`,
      { reason: 'number is not readable', row: 2, column: 'A' },
    ],
    ['elements nested without end', `${titles}${'<a>'.repeat(100)}`, { reason: 'nested too deeply' }],
  ])('%s', async (_name, sheet, facts) => {
    expect(await refused(await aWorkbook({ sheets: { 表一: sheet } }))).toMatchObject({ ...malformed, ...facts });
  });

  test('bytes that are no Unicode', async () => {
    const part = Buffer.from([0x3c, 0x78, 0x3e, 0xff, 0x3c, 0x2f, 0x78, 0x3e]);
    const file = await aWorkbook({ parts: { 'xl/worksheets/sheet1.xml': part } });
    expect(await refused(file)).toMatchObject({ ...malformed, reason: 'not Unicode', sheet: '表一' });
  });

  test('whatever bytes are changed, the answer is rows or a refusal with 4xx, never an error', async () => {
    const sound = await withSheet(
      Array.from({ length: 50 }, (_none, at) => textRow(at + 2, `事项${at}`, '水利局')).join(''),
    );
    const changes = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    const cut = fc.option(fc.nat(sound.length), { freq: 5 });
    await fc.assert(
      fc.asyncProperty(changes, cut, async (some, end) => {
        const file = Buffer.from(sound.subarray(0, end ?? sound.length));
        for (const [at, byte] of some) if (at < file.length) file[at] = byte;
        const outcome = await drained(file);
        expect(outcome).toBe('rows or refusal');
      }),
      { numRuns: 400 },
    );
  });

  test('whatever characters of a part are changed, the answer is rows or a refusal with 4xx, never an error', async () => {
    const parts = workbookParts({
      sheets: { 表一: `${titles}<row r="2"><c r="A2" s="1"><v>43580.5</v></c><c r="B2" t="s"><v>0</v></c></row>` },
      sharedStrings: ['<r><t>水利</t></r><rPh><t>shui</t></rPh>'],
      formats: ['yyyy-mm-dd'],
    });
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '&',
      '0',
      '-1',
      '9e9',
      'x',
      '',
      ' ',
      '<c>',
      '</row>',
      '&#0;',
      '_x0000_',
      'sst',
    );
    const change = fc.record({
      part: fc.constantFrom(...Object.keys(parts)),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(12),
      piece,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = { ...parts };
        for (const { part, at, length, piece: put } of changes) {
          const xml = String(changed[part]);
          const from = Math.floor(at * xml.length);
          changed[part] = xml.slice(0, from) + put + xml.slice(from + length);
        }
        expect(await drained(await zipOf(changed))).toBe('rows or refusal');
      }),
      { numRuns: 400 },
    );
  }, 30_000);
});

/** Reads in this thread, as the worker does. */
async function drained(file: Buffer): Promise<unknown> {
  try {
    for await (const batch of tableBatches({ file, sheet: undefined, headers, limits: uploadLimits, exactText: false }))
      void batch;
  } catch (error) {
    if (!(error instanceof Fault) || error.spec.status >= 500) return error;
  }
  return 'rows or refusal';
}

describe('bombs', () => {
  test.each([
    ['entities in entities', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'],
    ['an external entity', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'],
    ['a document type alone', '<!DOCTYPE worksheet><x/>'],
  ])('%s', async (_name, xml) => {
    expect(await refused(await aWorkbook(sheetXml(xml)))).toEqual({
      status: 422,
      code: 'spreadsheet.documentType',
      part: 'xl/worksheets/sheet1.xml',
    });
  });

  test('a part that claims more than is ever inflated', async () => {
    const file = await withSheet('<row/>'.repeat(1_000));
    file.writeUInt32LE(uploadLimits.maxInflatedBytes + 1, centralEntry(file, 'xl/worksheets/sheet1.xml') + 24);
    expect(await refused(file)).toMatchObject({ status: 413, code: 'spreadsheet.bomb', reason: 'inflated' });
  });

  test('a part that inflates a thousandfold; four MiB of the same are read', async () => {
    const bomb = await withSheet(`<row>${' '.repeat(16 * 1_024 * 1_024)}</row>`);
    expect(await refused(bomb)).toMatchObject({ status: 413, code: 'spreadsheet.bomb', reason: 'ratio', limit: 200 });
    const control = await withSheet('<row/>'.repeat(500_000));
    expect((await readAll(control, { headers })).summary.blank).toBe(500_000);
  });

  test('many parts that are fine alone', async () => {
    const limits = { maxInflatedBytes: 40_000 };
    const plan = { sheets: { 表一: titles + '<row/>'.repeat(4_000) }, sharedStrings: ['<t>x</t>'.repeat(2_000)] };
    expect(await refused(await aWorkbook(plan), limits)).toMatchObject({
      code: 'spreadsheet.bomb',
      reason: 'inflated',
    });
  });

  test('an archive of thousands of entries', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2_001 }, (_none, at) => [`xl/media/${at}.png`, 'x']));
    expect(await refused(await aWorkbook({ parts }))).toEqual({
      status: 413,
      code: 'spreadsheet.bomb',
      reason: 'entries',
      limit: 2_000,
    });
  });

  test.each([
    [
      'a cell',
      (text: string) => `${titles}<row r="2"><c r="B2" t="str"><v>${text}</v></c></row>`,
      { row: 2, column: 'B' },
    ],
    ['an attribute', (text: string) => `${titles}<row r="2"><c r="A2" x="${text}"/></row>`, {}],
    ['a comment', (text: string) => `${titles}<!--${text}-->`, {}],
  ])('%s without end', async (_name, sheet, place) => {
    const file = await aWorkbook({ sheets: { 表一: sheet(randomBytes(2_000_000).toString('hex')) } });
    expect(await refused(file)).toMatchObject({ status: 422, code: 'spreadsheet.cellTooLong', ...place });
  });

  test('a shared string without end', async () => {
    const text = randomBytes(20_000).toString('hex');
    const file = await aWorkbook({ sharedStrings: [`<r><t>${text}</t></r>`.repeat(20)] });
    expect(await refused(file)).toMatchObject({ code: 'spreadsheet.cellTooLong', part: 'xl/sharedStrings.xml' });
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
    expect(await refused(file, { maxSharedTextLength: 9 })).toMatchObject({
      status: 413,
      code: 'spreadsheet.tooLarge',
      limit: 9,
    });
    expect((await readAll(file, { headers, limits: { maxSharedTextLength: 10 } })).summary.rows).toBe(0);
  });

  test('the memory of the worker, whose end does not harm this process', async () => {
    const strings = Array.from({ length: 1_100 }, () => `<t>${randomBytes(10_000).toString('hex')}</t>`);
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
  }, 30_000);

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
