import { columnName } from '../cells/column-name.js';
import type { SheetRow } from '../cells/cell.js';
import { spreadsheetFault } from '../spreadsheet-faults.js';

/** Titles under which a field may stand in a sheet, in any language; the first one names it in messages. */
export interface HeaderField {
  readonly names: readonly [string, ...string[]];
  /** Without this column the sheet is refused. */
  readonly required?: boolean;
}

/** The columns a reader knows, by field. Order means nothing: columns are found by title. */
export type HeaderMap<F extends string> = Readonly<Record<F, HeaderField>>;

/** One column of the sheet: its title as written and the field it was mapped to, or null when nobody asked for it. */
export interface MappedColumn<F extends string> {
  readonly column: string;
  readonly title: string;
  readonly field: F | null;
}

/** A title without what people write differently: width and case of letters, spaces, `_`, `-`, a final colon or star. */
export function normalisedTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '')
    .replace(/^[*＊]+|[*＊:]+$/gu, '');
}

/** Finds fields by title; made once per sheet. */
export class HeaderIndex<F extends string> {
  readonly #fields = new Map<string, F>();
  readonly #required: readonly F[];

  /** @throws Error when two fields share a title: a mistake of the programmer, not of the file */
  constructor(readonly headers: HeaderMap<F>) {
    const fields = fieldsOf(headers);
    for (const field of fields) {
      for (const name of headers[field].names) this.#add(name, field);
    }
    this.#required = fields.filter((field) => headers[field].required);
  }

  fieldOf(title: string): F | undefined {
    return this.#fields.get(normalisedTitle(title));
  }

  columnsOf(row: SheetRow): MappedColumn<F>[] {
    return row.cells.map(({ column, cell }) => ({
      column: columnName(column),
      title: cell.text,
      field: this.fieldOf(cell.text) ?? null,
    }));
  }

  /** Required fields that no column of the row stands for. */
  missingIn(columns: readonly MappedColumn<F>[]): F[] {
    const present = new Set(columns.map(({ field }) => field));
    return this.#required.filter((field) => !present.has(field));
  }

  /** @throws Fault `spreadsheet.headerRepeated` when two columns mean the same field */
  refuseRepeated(sheet: string, row: number, columns: readonly MappedColumn<F>[]): void {
    const first = new Map<F, MappedColumn<F>>();
    for (const mapped of columns) {
      if (mapped.field === null) continue;
      const earlier = first.get(mapped.field);
      if (earlier) {
        const { column, title, field } = mapped;
        throw spreadsheetFault('headerRepeated', { sheet, row, column, title, field, firstColumn: earlier.column });
      }
      first.set(mapped.field, mapped);
    }
  }

  #add(name: string, field: F): void {
    const title = normalisedTitle(name);
    const other = this.#fields.get(title);
    if (other !== undefined && other !== field) throw new Error(`title ${name} stands for both ${other} and ${field}`);
    this.#fields.set(title, field);
  }
}

function fieldsOf<F extends string>(headers: HeaderMap<F>): F[] {
  const isField = (key: string): key is F => Object.hasOwn(headers, key);
  return Object.keys(headers).filter(isField);
}
