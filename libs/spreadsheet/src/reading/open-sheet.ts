import type { SheetRow } from '../cells/cell.js';

/** A sheet being read, whatever the file's format. */
export interface OpenSheet {
  readonly format: 'xlsx' | 'csv';
  /** Name of the sheet; `CSV` for a text file. */
  readonly sheet: string;
  /** Names of all sheets of the file, in their order. */
  readonly sheets: readonly string[];
  /** Recorded rows in batches; reading stops when the iterator is closed. */
  readonly rows: AsyncIterable<SheetRow[]>;
}
