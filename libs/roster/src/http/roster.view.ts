/** What becomes of the rows below the header. */
export class RosterCountsView {
  /** `blank` + `rows`. */
  physicalRows: number;
  /** `added` + `changed` + `asked` + `same` + `rejected`. */
  rows: number;
  blank: number;
  added: number;
  changed: number;
  /** Privileged posts that another administrator decides on. */
  asked: number;
  same: number;
  rejected: number;
}

/** One cell that keeps the sheet out. */
export class RosterRejectedView {
  sheet: string;
  /** As Excel counts. */
  row: number;
  /** Letters; null when the sheet has no such column. */
  column: string | null;
  code: string;
  message: string;
}

/** What a column was taken for. */
export class RosterColumnView {
  field: string;
  header: string;
  column: string;
}

/** One row that brings something. */
export class RosterSampleView {
  row: number;
  effect: 'added' | 'changed' | 'asked' | 'same';
  name: string;
  /** The unit above, or unit and post. */
  place: string;
  /** What is new or other than before. */
  fields: string[];
}

/** What a sheet comes to, or came to. */
export class RosterReportView {
  counts: RosterCountsView;
  columns: RosterColumnView[];
  /** At most 1,000 cells. */
  rejected: RosterRejectedView[];
  /** The first 20 rows that bring something. */
  sample: RosterSampleView[];
  /** To be given back with the commit. */
  digest: string;
}
