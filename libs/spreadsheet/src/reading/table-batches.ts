import { readFile } from 'node:fs/promises';
import { HeaderIndex } from '../headers/header-map.js';
import { openCsv } from './csv/read-csv.js';
import { detectFormat } from './detect-format.js';
import type { OpenSheet } from './open-sheet.js';
import type { ReadOrder } from './protocol.js';
import { TableAssembly } from './table-assembly.js';
import type { TableRow, TableSummary } from './table.js';
import { openXlsx } from './xlsx/read-xlsx.js';

const batchRows = 250;
const batchTextLength = 256 * 1024;

/** Some rows and what was read so far; `last` when the sheet has ended. */
export interface TableBatch<F extends string> {
  readonly rows: readonly TableRow<F>[];
  readonly soFar: TableSummary<F>;
  readonly last: boolean;
}

async function openSheet<F extends string>(order: ReadOrder<F>, index: HeaderIndex<F>): Promise<OpenSheet> {
  const { file, sheet, limits, screenWords } = order;
  const bytes =
    typeof file === 'string' ? await readFile(file) : Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (detectFormat(bytes) === 'xlsx') return openXlsx(bytes, sheet, limits, screenWords);
  return openCsv(bytes, (title) => index.fieldOf(title) !== undefined, limits);
}

function summaryOf<F extends string>(open: OpenSheet, assembly: TableAssembly<F>, complete: boolean): TableSummary<F> {
  const { format, sheet, sheets } = open;
  const { physicalRows, rows } = assembly;
  return { format, sheet, sheets, header: assembly.header(), physicalRows, rows, blank: physicalRows - rows, complete };
}

function textLength<F extends string>({ cells }: TableRow<F>): number {
  let length = 0;
  for (const field in cells) length += cells[field]?.text.length ?? 0;
  return length;
}

/** Reads a file to its end in this thread, in batches of bounded size; at least the last batch is yielded. */
export async function* tableBatches<F extends string>(order: ReadOrder<F>): AsyncGenerator<TableBatch<F>> {
  const index = new HeaderIndex(order.headers);
  const open = await openSheet(order, index);
  const assembly = new TableAssembly(open.sheet, index, order);
  let rows: TableRow<F>[] = [];
  let length = 0;
  for await (const recorded of open.rows) {
    for (const one of recorded) {
      const row = assembly.add(one);
      if (row === undefined) continue;
      rows.push(row);
      length += textLength(row);
    }
    if (rows.length < batchRows && length < batchTextLength) continue;
    yield { rows, soFar: summaryOf(open, assembly, false), last: false };
    rows = [];
    length = 0;
  }
  yield { rows, soFar: summaryOf(open, assembly, true), last: true };
}
