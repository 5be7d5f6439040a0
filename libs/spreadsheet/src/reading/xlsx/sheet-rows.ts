import type { Cell, PlacedCell, SheetRow } from '../../cells/cell.js';
import { columnName, columnOf } from '../../cells/column-name.js';
import { decodeEscapes } from '../../cells/escaped-text.js';
import { numberCell } from '../../cells/number-cell.js';
import { dateCell } from '../../cells/serial-date.js';
import type { ReadLimits } from '../../limits.js';
import { spreadsheetFault } from '../../spreadsheet-faults.js';
import { longestRun } from './runs.js';
import type { Styles } from './styles.js';
import { scanXml, type PartStream, type XmlEvents } from './xml-scan.js';

/** What a sheet needs from the rest of the workbook. */
export interface SheetContext {
  readonly sheet: string;
  readonly epoch1904: boolean;
  readonly strings: readonly string[];
  readonly styles: Styles;
}

const plain = { kind: 'plain' } as const;

/** Collects rows from the events of a worksheet part; keeps nothing but the rows not yet taken. */
class SheetScan implements XmlEvents {
  #rows: SheetRow[] = [];
  #row = 0;
  #column = 0;
  #cells: PlacedCell[] = [];
  #type = 'n';
  #style = 0;
  #value = '';
  #inValue = false;
  #inHint = false;

  constructor(
    readonly context: SheetContext,
    readonly limits: ReadLimits,
  ) {}

  taken(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  where(): Record<string, unknown> {
    const { sheet } = this.context;
    return this.#column > 0 ? { sheet, row: this.#row, column: columnName(this.#column) } : { sheet, row: this.#row };
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#inValue = !this.#inHint;
    else if (name === 'row') this.#openRow(attributes.r);
    else if (name === 'rPh') this.#inHint = true;
  }

  text(text: string): void {
    if (!this.#inValue) return;
    this.#value += text;
    if (this.#value.length > longestRun(this.limits)) this.#refuseLength();
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'rPh') this.#inHint = false;
    else if (name === 'row') {
      this.#rows.push({ row: this.#row, cells: this.#cells });
      this.#cells = [];
      this.#column = 0;
    }
  }

  #openRow(reference: string | undefined): void {
    const row = reference === undefined ? this.#row + 1 : Number(reference);
    if (!Number.isInteger(row) || row <= this.#row) this.#refuse('rows are not in order');
    this.#row = row;
    this.#column = 0;
    this.#cells = [];
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r);
    if (column <= this.#column) this.#refuse('cells are not in order');
    this.#column = column;
    this.#type = t ?? 'n';
    this.#style = s === undefined ? 0 : Number(s);
    this.#value = '';
  }

  #closeCell(): void {
    if (this.#value === '') return;
    const cell = this.#cell(this.#value);
    if (cell.text !== '') this.#cells.push({ column: this.#column, cell });
    this.#value = '';
  }

  #cell(stored: string): Cell {
    switch (this.#type) {
      case 's':
        return { kind: 'text', text: this.context.strings[Number(stored)] ?? this.#refuse('shared string is missing') };
      case 'str':
      case 'inlineStr':
        return { kind: 'text', text: decodeEscapes(stored) };
      case 'b':
        return { kind: 'boolean', text: stored === '1' ? 'TRUE' : 'FALSE', boolean: stored === '1' };
      case 'e':
        return { kind: 'error', text: stored };
      case 'd':
        return this.#isoDate(stored);
      default:
        return (
          numberCell(stored, this.context.styles[this.#style] ?? plain, this.context.epoch1904) ??
          this.#refuse('number is not readable')
        );
    }
  }

  #isoDate(stored: string): Cell {
    const wallMs = Date.parse(`${stored.includes('T') ? stored : `${stored}T00:00:00`}Z`.replace(/ZZ$/u, 'Z'));
    return Number.isNaN(wallMs) ? { kind: 'text', text: stored } : dateCell(wallMs);
  }

  #refuse(reason: string): never {
    throw spreadsheetFault('malformed', { reason, ...this.where() });
  }

  #refuseLength(): never {
    throw spreadsheetFault('cellTooLong', { ...this.where(), limit: this.limits.maxCellLength });
  }
}

/**
 * The rows a worksheet part records, in batches as the archive is inflated. A row that the file leaves out
 * (most programs leave blank rows out) is not yielded.
 * @throws Fault with sheet, row and column of the offending cell
 */
export async function* sheetRows(
  part: PartStream,
  context: SheetContext,
  limits: ReadLimits,
): AsyncGenerator<SheetRow[]> {
  const scan = new SheetScan(context, limits);
  for await (const _ of scanXml(part, scan, longestRun(limits), () => scan.where())) {
    void _;
    yield scan.taken();
  }
  yield scan.taken();
}
