/**
 * One cell that holds something; a blank cell is simply absent. `text` is what a person would copy from it:
 * text      as written, after unquoting of defused formulas and (by default) trimming;
 * number    the digits as stored, without exponent and without a trip through a float, so a long id stays whole;
 * date      `YYYY-MM-DD`, with ` HH:mm:ss` unless midnight; `wall` is the same clock time as ISO 8601 without zone;
 * boolean   `TRUE` or `FALSE`;
 * error     the error's name, such as `#N/A`.
 * A formula gives its cached value. A time of day without a date is text (`09:30:00`).
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly number: number }
  | { readonly kind: 'date'; readonly text: string; readonly wall: string }
  | { readonly kind: 'boolean'; readonly text: string; readonly boolean: boolean }
  | { readonly kind: 'error'; readonly text: string };

/** A cell and its 1-based column. */
export interface PlacedCell {
  readonly column: number;
  readonly cell: Cell;
}

/** One row of a sheet as the file records it; `row` is 1-based as Excel counts, `cells` holds no blank cell. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly PlacedCell[];
}
