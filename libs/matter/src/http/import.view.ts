import type { MatterKind } from '../domain/matter-kind.js';
import type { ImportMode } from '../import/import-report.js';

/** What becomes of the rows below the header. */
export class ImportCountsView {
  /** `blank` + `rows`. */
  physicalRows: number;
  /** `imported` + `duplicates` + `rejected`. */
  rows: number;
  /** In a preview: would be imported. */
  imported: number;
  blank: number;
  /** Repeats of a message in this sheet, and messages that were imported before. */
  duplicates: number;
  rejected: number;
}

/** One cell that keeps its row out. */
export class RejectedRowView {
  sheet: string;
  /** As Excel counts. */
  row: number;
  /** Letters; null when the sheet has no such column. */
  column: string | null;
  /** required, tooLong, invalidDate, dateInFuture, repliedBeforeAsked, cellError, unstorable, invalidNumber, invalidChoice, invalidYesNo, unknownPrincipal */
  code: string;
  message: string;
}

/** What a column was taken for. */
export class MappedHeaderView {
  /** A common column, or `fields.<name>`. */
  field: string;
  /** The own field's name on the screen, in the language of the reader; null for a common column. */
  label: string | null;
  header: string;
  column: string;
}

/** One message as it would come in. */
export class SampleRowView {
  row: number;
  foreignId: string | null;
  title: string;
  /** First 200 characters. */
  body: string;
  asker: string | null;
  category: string | null;
  occurredAt: string | null;
  repliedAt: string | null;
  /** The own fields of the kind, by name. */
  fields: Record<string, unknown>;
}

/** A sheet in the list of imports. */
export class ImportBriefView {
  id: string;
  version: number;
  sourceKind: MatterKind;
  fileName: string;
  state: 'previewed' | 'committed';
  mode: ImportMode | null;
  counts: ImportCountsView;
  /** Rows that a running commit has gone through; 0 when none runs. */
  rowsDone: number;
  by: { id: string; name: string } | null;
  createdAt: Date;
  committedAt: Date | null;
}

/** A sheet that was looked at or taken in. */
export class ImportView extends ImportBriefView {
  /** At most 1,000. */
  rejected: RejectedRowView[];
  columns: MappedHeaderView[];
  /** The first 20 messages; empty once committed. */
  sample: SampleRowView[];
  actions: string[];
}
