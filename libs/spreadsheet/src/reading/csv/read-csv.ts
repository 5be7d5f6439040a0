import { Readable, type Duplex } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { PlacedCell, SheetRow } from '../../cells/cell.js';
import { columnName } from '../../cells/column-name.js';
import type { ReadLimits } from '../../limits.js';
import { spreadsheetFault } from '../../spreadsheet-faults.js';
import type { OpenSheet } from '../open-sheet.js';
import { decodedText, detectEncoding } from './encoding.js';
import { chooseSeparator, type SeparatorChoice } from './separator.js';

/** What a text file is called where a workbook would name the sheet. */
const sheet = 'CSV';
const batchRows = 200;

const quoteFaults: readonly string[] = ['CSV_QUOTE_NOT_CLOSED', 'CSV_INVALID_CLOSING_QUOTE', 'INVALID_OPENING_QUOTE'];

function placeOf(error: CsvError): Record<string, unknown> {
  const { records, index } = error;
  const row = typeof records === 'number' ? { row: records + 1 } : {};
  return { sheet, ...row, ...(typeof index === 'number' ? { column: columnName(index + 1) } : {}) };
}

/** A record without end is nearly always a quotation mark that nobody closed. */
function refusalOf(error: unknown, limits: ReadLimits): unknown {
  if (!(error instanceof CsvError)) return error;
  if (quoteFaults.includes(error.code)) return spreadsheetFault('malformedQuote', placeOf(error));
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return spreadsheetFault('cellTooLong', { ...placeOf(error), limit: limits.maxCellLength });
  return spreadsheetFault('malformed', { ...placeOf(error), reason: error.code });
}

function cellsOf(fields: readonly string[]): PlacedCell[] {
  const cells: PlacedCell[] = [];
  fields.forEach((text, at) => {
    if (text !== '') cells.push({ column: at + 1, cell: { kind: 'text', text } });
  });
  return cells;
}

async function* csvRows(
  text: Iterable<string>,
  choice: SeparatorChoice,
  limits: ReadLimits,
): AsyncGenerator<SheetRow[]> {
  const parser: AsyncIterable<string[]> & Duplex = Readable.from(text).pipe(
    parse({
      delimiter: choice.separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // One record may hold a few full cells; beyond that only a missing quotation mark explains it.
      max_record_size: limits.maxCellLength * 32,
    }),
  );
  let row = 0;
  let batch: SheetRow[] = [];
  try {
    for await (const record of parser) {
      row += 1;
      if (choice.declared && row === 1) continue;
      batch.push({ row, cells: cellsOf(record) });
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    throw refusalOf(error, limits);
  } finally {
    parser.destroy();
  }
  yield batch;
}

/**
 * Opens a CSV text of any encoding and separator that offices use. Rows are records: one that spans lines counts once.
 * @throws Fault `spreadsheet.wrongType`, `spreadsheet.undecodable`; while reading `spreadsheet.malformedQuote`
 */
export function openCsv(bytes: Buffer, isTitle: (title: string) => boolean, limits: ReadLimits): OpenSheet {
  const encoding = detectEncoding(bytes);
  const [sample = ''] = decodedText(bytes, encoding);
  const rows = csvRows(decodedText(bytes, encoding), chooseSeparator(sample, isTitle), limits);
  return { format: 'csv', sheet, sheets: [sheet], rows };
}
