import { classificationMark } from '@ducha/kernel';
import type { Cell, PlacedCell, SheetRow } from '../cells/cell.js';
import { columnName } from '../cells/column-name.js';
import { armed } from '../cells/defused-text.js';
import type { HeaderIndex, MappedColumn } from '../headers/header-map.js';
import { spreadsheetFault, type SpreadsheetFaultName } from '../spreadsheet-faults.js';
import type { ReadOrder } from './protocol.js';
import type { TableHeader, TableRow } from './table.js';

/** Rows with content among which the header is looked for: county sheets like a title line or two above it. */
const headerWithin = 10;

interface HeaderCandidate<F extends string> {
  readonly row: number;
  readonly columns: readonly MappedColumn<F>[];
  readonly missing: readonly F[];
}

/** Turns recorded rows into table rows: finds the header, maps columns, counts, and keeps the limits. */
export class TableAssembly<F extends string> {
  physicalRows = 0;
  rows = 0;
  #header: TableHeader<F> | undefined;
  #fields = new Map<number, F>();
  #candidates: HeaderCandidate<F>[] = [];

  constructor(
    readonly sheet: string,
    readonly index: HeaderIndex<F>,
    readonly order: Pick<ReadOrder<F>, 'limits' | 'exactText' | 'screenWords'>,
  ) {}

  /** Blank rows and rows above the header give undefined. */
  add({ row, cells }: SheetRow): TableRow<F> | undefined {
    const content = this.#content(row, cells);
    if (this.#header === undefined) {
      if (content.length > 0) this.#seekHeader({ row, cells: content });
      return undefined;
    }
    this.physicalRows += 1;
    this.#refuseBeyond('tooManyRows', this.physicalRows, this.order.limits.maxPhysicalRows, row);
    if (content.length === 0) return undefined;
    this.rows += 1;
    this.#refuseBeyond('tooManyRows', this.rows, this.order.limits.maxRows, row);
    return { sheet: this.sheet, row, cells: this.#byField(content) };
  }

  /** @throws Fault `spreadsheet.headerMissing`, `spreadsheet.empty` when the sheet ended before a header was found */
  header(): TableHeader<F> {
    return this.#header ?? this.#refuseHeader();
  }

  #content(row: number, cells: readonly PlacedCell[]): PlacedCell[] {
    const content: PlacedCell[] = [];
    for (const { column, cell } of cells) {
      const meant = this.#asMeant(cell);
      if (meant.text === '') continue;
      this.#refuseBeyond('tooManyColumns', column, this.order.limits.maxColumns, row, column);
      this.#refuseBeyond('cellTooLong', meant.text.length, this.order.limits.maxCellLength, row, column);
      this.#refuseClassified(meant, row, column);
      content.push({ column, cell: meant });
    }
    return content;
  }

  #refuseClassified(cell: Cell, row: number, column: number): void {
    const { screenWords } = this.order;
    if (screenWords === undefined || cell.kind !== 'text' || classificationMark(cell.text, screenWords) === null)
      return;
    throw spreadsheetFault('classified', { sheet: this.sheet, row, column: columnName(column) });
  }

  #asMeant(cell: Cell): Cell {
    if (cell.kind !== 'text') return cell;
    const text = armed(cell.text);
    return { kind: 'text', text: this.order.exactText ? text : text.trim() };
  }

  #seekHeader(row: SheetRow): void {
    const columns = this.index.columnsOf(row);
    const missing = this.index.missingIn(columns);
    if (missing.length === 0 && columns.some(({ field }) => field !== null)) {
      this.index.refuseRepeated(this.sheet, row.row, columns);
      this.#header = { row: row.row, columns };
      row.cells.forEach(({ column }, at) => {
        const field = columns[at]?.field;
        if (field !== null && field !== undefined) this.#fields.set(column, field);
      });
      return;
    }
    this.#candidates.push({ row: row.row, columns, missing });
    if (this.#candidates.length >= headerWithin) this.#refuseHeader();
  }

  #refuseHeader(): never {
    const known = ({ columns }: HeaderCandidate<F>) => columns.filter(({ field }) => field !== null).length;
    const [best] = [...this.#candidates].sort((a, b) => known(b) - known(a));
    if (!best) throw spreadsheetFault('empty', { sheet: this.sheet });
    throw spreadsheetFault('headerMissing', {
      sheet: this.sheet,
      row: best.row,
      missing: best.missing.map((field) => ({ field, names: this.index.headers[field].names })),
      found: best.columns.slice(0, 50).map(({ title }) => title.slice(0, 100)),
    });
  }

  #byField(content: readonly PlacedCell[]): Partial<Record<F, Cell>> {
    const cells: Partial<Record<F, Cell>> = {};
    for (const { column, cell } of content) {
      const field = this.#fields.get(column);
      if (field !== undefined) cells[field] = cell;
    }
    return cells;
  }

  #refuseBeyond(fault: SpreadsheetFaultName, count: number, limit: number, row: number, column?: number): void {
    if (count <= limit) return;
    const place = column === undefined ? { row } : { row, column: columnName(column) };
    throw spreadsheetFault(fault, { sheet: this.sheet, ...place, limit });
  }
}
