import { type HeaderMap, readTable, type TableRow, type TableSummary } from '@ducha/spreadsheet';
import type { BadCell } from '../domain/report.js';

/** Largest file that is taken in, in bytes. */
export const largestFileBytes = 5 * 1024 * 1024;

/** A sheet whose every row was read. */
export interface SheetRead<L, F extends string> {
  readonly lines: readonly L[];
  readonly bad: readonly BadCell[];
  readonly summary: TableSummary<F>;
}

/**
 * Reads all rows of a sheet; rosters are small enough to be looked at as a whole, which circles and doubles need.
 * Rows with a bad cell are not among the lines.
 * @throws Fault `spreadsheet.*`
 */
export async function readSheet<L, F extends string>(
  file: string | Uint8Array,
  headers: HeaderMap<F>,
  most: number,
  read: (row: TableRow<F>) => { readonly line: L; readonly bad: readonly BadCell[] },
): Promise<SheetRead<L, F>> {
  const lines: L[] = [];
  const bad: BadCell[] = [];
  const limits = { maxFileBytes: largestFileBytes, maxRows: most };
  const summary = await readTable(file, { headers, limits }, (rows) => {
    for (const row of rows) {
      const one = read(row);
      if (one.bad.length > 0) bad.push(...one.bad);
      else lines.push(one.line);
    }
  });
  return { lines, bad, summary };
}
