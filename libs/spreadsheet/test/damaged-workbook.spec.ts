import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Fault } from '@ducha/kernel';
import { uploadLimits, type ReadLimits } from '../src/index.js';
import { tableBatches } from '../src/reading/table-batches.js';
import { aWorkbook, centralEntry, readAll, refusalOf, textRow, workbookParts, zipOf } from './workbook-kit.js';

const headers = { a: { names: ['甲'], required: true }, b: { names: ['乙'] } } as const;
const titles = textRow(1, '甲', '乙');
const refused = (file: Buffer, limits: Partial<ReadLimits> = {}) => refusalOf(readAll(file, { headers, limits }));
const withSheet = (sheet: string) => aWorkbook({ sheets: { 表一: titles + sheet } });
const sheetXml = (content: string) => ({ parts: { 'xl/worksheets/sheet1.xml': content } });

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
  }, 120_000);
});

/** Reads in this thread, as the worker does. */
async function drained(file: Buffer): Promise<unknown> {
  try {
    for await (const batch of tableBatches({
      file,
      sheet: undefined,
      headers,
      limits: uploadLimits,
      exactText: false,
      screenWords: undefined,
    }))
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
