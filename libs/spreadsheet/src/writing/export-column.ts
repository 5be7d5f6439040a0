/** What an exported cell may hold. A Date is an instant; it is written as the county's clock time. */
export type ExportValue = string | number | boolean | Date | null | undefined;

/** One column of an export. */
export interface ExportColumn<R> {
  readonly title: string;
  /** Width in characters of the standard font; 16 by default. Means nothing in CSV. */
  readonly width?: number;
  /** How a Date is written: to the second (default) or as the county's day. */
  readonly dates?: 'instant' | 'day';
  readonly value: (row: R) => ExportValue;
}

/** What was written. */
export interface ExportSummary {
  readonly rows: number;
  /** Cells that were longer than a cell may be (32,767 UTF-16 units) and were cut, ending in `…`. */
  readonly cut: number;
}

/** Longest text of a cell in Excel, UTF-16 units. */
export const longestCell = 32_767;

/** Text that fits a cell; never cuts a character in half. */
export function fittingText(text: string): string {
  if (text.length <= longestCell) return text;
  return `${text.slice(0, longestCell - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
