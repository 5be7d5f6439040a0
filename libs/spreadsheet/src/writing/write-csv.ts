import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { countyText } from '../cells/county-clock.js';
import { defused } from '../cells/defused-text.js';
import { wellFormed } from '../cells/well-formed.js';
import { fittingText, longestCell, type ExportColumn, type ExportSummary, type ExportValue } from './export-column.js';

/** Turns export rows into records of text. */
class CsvRecords<R> {
  rows = 0;
  cut = 0;

  constructor(readonly columns: readonly ExportColumn<R>[]) {}

  async *records(rows: AsyncIterable<R> | Iterable<R>): AsyncGenerator<string[]> {
    yield this.columns.map(({ title }) => this.#text(title));
    for await (const row of rows) {
      this.rows += 1;
      yield this.columns.map((column) => this.#field(column.value(row), column.dates));
    }
  }

  #field(value: ExportValue, dates: 'instant' | 'day' = 'instant'): string {
    if (value === null || value === undefined) return '';
    if (typeof value === 'string') return this.#text(value);
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    if (typeof value === 'number') return String(value);
    return countyText(value, dates);
  }

  #text(text: string): string {
    const guarded = defused(text);
    if (guarded.length > longestCell) this.cut += 1;
    // Neither a zero character nor half a character can stand in a text file.
    return wellFormed(fittingText(guarded)).replaceAll('\u0000', '\uFFFD');
  }
}

/**
 * Streams a CSV text that Excel opens with Chinese intact: UTF-8 with byte order mark, commas, CRLF, every field quoted
 * that needs it. Dates are the county's clock time, formula-like text is defused (see `defused`).
 * @param stream   is ended when the text is complete, destroyed when writing fails
 * @returns what was written
 */
export async function writeCsv<R>(
  stream: Writable,
  columns: readonly ExportColumn<R>[],
  rows: AsyncIterable<R> | Iterable<R>,
): Promise<ExportSummary> {
  const csv = new CsvRecords(columns);
  const text = stringify({ bom: true, record_delimiter: 'windows', quoted_match: /[\s,;'"]/u });
  await pipeline(Readable.from(csv.records(rows)), text, stream);
  return { rows: csv.rows, cut: csv.cut };
}
