import type { Cell } from '../cells/cell.js';
import type { MappedColumn } from '../headers/header-map.js';

/** One row below the header that holds something; fields whose cell is blank are absent. */
export interface TableRow<F extends string> {
  readonly sheet: string;
  /** 1-based, as Excel counts. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<F, Cell>>>;
}

/** Where the header was found and what its columns were taken for. */
export interface TableHeader<F extends string> {
  readonly row: number;
  readonly columns: readonly MappedColumn<F>[];
}

/** What was read. `physicalRows` = `rows` + `blank` when the sheet was read to its end; both lie below the header. */
export interface TableSummary<F extends string> {
  readonly format: 'xlsx' | 'csv';
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly header: TableHeader<F>;
  readonly physicalRows: number;
  readonly rows: number;
  readonly blank: number;
  /** False when the visitor had enough before the end. */
  readonly complete: boolean;
}
