import { PassThrough, type Readable } from 'node:stream';
import { maskedNumbers } from '@ducha/kernel';
import type { ExportColumn } from './export-column.js';
import { writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

/** What of a register goes into a file. */
export interface SheetToStream<R> {
  readonly format: 'xlsx' | 'csv';
  readonly columns: readonly ExportColumn<R>[];
  readonly rows: AsyncIterable<R>;
  /** Whether personal numbers in its texts stand as they are; a second person has allowed it. */
  readonly unmasked: boolean;
}

/**
 * A workbook or text that is written while it is read: memory does not grow with the number of rows.
 * @param broke  told when writing failed or the reader went away
 */
export function sheetStream<R>(
  { format, columns, rows, unmasked }: SheetToStream<R>,
  broke: (error: unknown) => void,
): Readable {
  const stream = new PassThrough();
  const write = format === 'xlsx' ? writeXlsx : writeCsv;
  write(stream, unmasked ? columns : columns.map(masked), rows).catch(broke);
  return stream;
}

const masked = <R>(column: ExportColumn<R>): ExportColumn<R> => ({
  ...column,
  value: (row) => {
    const value = column.value(row);
    return typeof value === 'string' ? maskedNumbers(value) : value;
  },
});

const batchSize = 500;

/**
 * The rows of a list one after the other, each with its place in the file, from 1.
 * @param batchAfter  the next `limit` rows after the id, from the start when it is null
 */
export async function* numberedRows<R extends { readonly id: string }>(
  batchAfter: (id: string | null, limit: number) => Promise<R[]>,
): AsyncGenerator<R & { readonly place: number }> {
  let place = 0;
  let last: string | null = null;
  for (;;) {
    const batch: R[] = await batchAfter(last, batchSize);
    for (const row of batch) yield { ...row, place: (place += 1) };
    if (batch.length < batchSize) return;
    last = batch.at(-1)?.id ?? null;
  }
}
