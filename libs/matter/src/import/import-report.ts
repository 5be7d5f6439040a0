import type { FieldValues } from '../domain/kind-fields.js';

/** Why a cell was refused. Permanent words; the screen shows them in its language. */
export type CellFault =
  | 'required'
  | 'tooLong'
  | 'invalidDate'
  | 'dateInFuture'
  | 'repliedBeforeAsked'
  | 'cellError'
  | 'unstorable'
  | 'invalidNumber'
  | 'invalidChoice'
  | 'invalidYesNo'
  | 'unknownPrincipal'
  | 'accusation';

/** One cell that keeps its row out. `row` is 1-based as Excel counts; `column` letters, null when the sheet has no such column. */
export interface RejectedRow {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  readonly code: CellFault;
}

/** Take in nothing when one row is rejected, or all the others. */
export const importModes = ['all_or_nothing', 'accepted_rows_only'] as const;

/** One of `importModes`. */
export type ImportMode = (typeof importModes)[number];

/**
 * What became of the rows below the header: `physicalRows` = `blank` + `rows`; `rows` = `imported` + `duplicates` + `rejected`.
 * A duplicate is a row whose message is in the same sheet already (its category is added) or was imported before.
 */
export interface ImportCounts {
  readonly physicalRows: number;
  readonly rows: number;
  readonly imported: number;
  readonly blank: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** What a column of the sheet was taken for. */
export interface MappedHeader {
  /** A common column, or `fields.<name>`. */
  readonly field: string;
  readonly header: string;
  readonly column: string;
}

/** One row of the preview as it would be taken in. Instants are ISO texts. */
export interface SampleRow {
  readonly row: number;
  readonly foreignId: string | null;
  readonly title: string;
  readonly body: string;
  readonly asker: string | null;
  readonly category: string | null;
  readonly occurredAt: string | null;
  readonly repliedAt: string | null;
  /** The own fields of the kind that the row fills. */
  readonly fields: FieldValues;
}

/** A sheet that was read to its end. */
export interface SheetReport {
  readonly counts: ImportCounts;
  readonly rejected: readonly RejectedRow[];
  readonly columns: readonly MappedHeader[];
  readonly sample: readonly SampleRow[];
}
