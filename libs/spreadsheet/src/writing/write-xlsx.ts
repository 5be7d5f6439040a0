import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { columnName } from '../cells/column-name.js';
import { countyWallMs } from '../cells/county-clock.js';
import { defused } from '../cells/defused-text.js';
import { encodeEscapes } from '../cells/escaped-text.js';
import { spreadsheetFault } from '../spreadsheet-faults.js';
import { fittingText, longestCell, type ExportColumn, type ExportSummary, type ExportValue } from './export-column.js';
import { cellStyle, fixedParts, sheetEnd, sheetStart, sheetTitle, xmlText } from './xlsx-parts.js';

const lastExcelRow = 1_048_576;
const chunkLength = 64 * 1024;
const dayMs = 86_400_000;
const serialOf1970 = 25_569;
// The archive says when its parts were changed; a constant keeps equal exports equal byte for byte.
const partTime = new Date(1980, 0, 1, 12);

/** Turns export rows into the XML of one worksheet. */
class SheetXml<R> {
  rows = 0;
  cut = 0;
  readonly #names: readonly string[];

  constructor(readonly columns: readonly ExportColumn<R>[]) {
    this.#names = columns.map((_column, at) => columnName(at + 1));
  }

  async *chunks(rows: AsyncIterable<R> | Iterable<R>): AsyncGenerator<Buffer> {
    let xml = sheetStart(this.columns.map(({ width }) => width ?? 16)) + this.#titles();
    for await (const row of rows) {
      this.rows += 1;
      if (this.rows >= lastExcelRow) throw spreadsheetFault('tooManyRows', { row: this.rows, limit: lastExcelRow - 1 });
      xml += this.#row(row);
      if (xml.length < chunkLength) continue;
      yield Buffer.from(xml);
      xml = '';
    }
    const last = this.#names.at(-1) ?? 'A';
    yield Buffer.from(xml + sheetEnd(`A1:${last}${this.rows + 1}`));
  }

  #titles(): string {
    const cells = this.columns.map(({ title }, at) => this.#text(`${this.#names[at]}1`, title, cellStyle.title));
    return `<row r="1">${cells.join('')}</row>`;
  }

  #row(row: R): string {
    const number = this.rows + 1;
    let cells = '';
    for (const [at, column] of this.columns.entries()) {
      cells += this.#cell(`${this.#names[at]}${number}`, column.value(row), column.dates);
    }
    return `<row r="${number}">${cells}</row>`;
  }

  #cell(place: string, value: ExportValue, dates: 'instant' | 'day' | undefined): string {
    if (value === null || value === undefined || value === '') return '';
    if (typeof value === 'string')
      return this.#text(place, value, value.includes('\n') ? cellStyle.wrapped : cellStyle.plain);
    if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === 'number') return this.#number(place, value);
    return `<c r="${place}" s="${dates === 'day' ? cellStyle.day : cellStyle.instant}"><v>${serialOf(value, dates)}</v></c>`;
  }

  #number(place: string, value: number): string {
    if (!Number.isFinite(value)) return this.#text(place, String(value), cellStyle.plain);
    return `<c r="${place}"><v>${value}</v></c>`;
  }

  #text(place: string, text: string, style: number): string {
    const guarded = defused(text);
    if (guarded.length > longestCell) this.cut += 1;
    const content = xmlText(encodeEscapes(fittingText(guarded)));
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
  }
}

function serialOf(instant: Date, dates: 'instant' | 'day' | undefined): number {
  const days = countyWallMs(instant) / dayMs + serialOf1970;
  return dates === 'day' ? Math.floor(days) : days;
}

/**
 * Streams a workbook of one sheet: titles in a frozen first row with a filter, dates as true date cells in county time,
 * formula-like text defused (see `defused`). Rows are taken only as fast as the stream takes bytes.
 * @param stream   is ended when the workbook is complete, destroyed when writing fails
 * @returns what was written
 * @throws whatever the rows throw, and the stream's error when the reader goes away
 */
export async function writeXlsx<R>(
  stream: Writable,
  columns: readonly ExportColumn<R>[],
  rows: AsyncIterable<R> | Iterable<R>,
  options: { readonly sheet?: string } = {},
): Promise<ExportSummary> {
  const zip = new yazl.ZipFile();
  const part = { mtime: partTime };
  for (const [name, xml] of fixedParts(sheetTitle(options.sheet ?? 'Sheet1')))
    zip.addBuffer(Buffer.from(xml), name, part);
  const sheet = new SheetXml(columns);
  const content = Readable.from(sheet.chunks(rows), { objectMode: false });
  // The archive does not hear of an error of its parts, so it is told through this stream.
  const output = zip.outputStream.pipe(new PassThrough());
  content.once('error', (error) => output.destroy(error));
  zip.addReadStream(content, 'xl/worksheets/sheet1.xml', { ...part, compressionLevel: 3 });
  zip.end();
  try {
    await pipeline(output, stream);
  } finally {
    content.destroy();
  }
  return { rows: sheet.rows, cut: sheet.cut };
}
