import { type Cell, parseInstant, type TableRow } from '@ducha/spreadsheet';
import type { BadCell, CellFault } from '../domain/report.js';

/** Reads the cells of one row and gathers what is wrong with them. Blank cells are null. */
export class LineReading<F extends string> {
  readonly bad: BadCell[] = [];

  constructor(private readonly row: TableRow<F>) {}

  /** @param fits the form that the text must have */
  text(field: F, longest: number, fits?: RegExp): string | null {
    const cell = this.sound(field);
    if (cell === undefined) return null;
    const { text } = cell;
    if (/\0|\p{Surrogate}/u.test(text)) return this.refuse(field, 'unstorable');
    if (text.length > longest) return this.refuse(field, 'tooLong');
    return fits === undefined || fits.test(text) ? text : this.refuse(field, 'invalid');
  }

  /** The same, where a blank cell is refused; then the answer is empty and the row is bad. */
  needed(field: F, longest: number): string {
    if (this.row.cells[field] === undefined) this.refuse(field, 'required');
    return this.text(field, longest) ?? '';
  }

  /** One of the known values. */
  oneOf<T extends string>(field: F, meaning: (text: string) => T | undefined, fault: CellFault): T | null {
    const cell = this.sound(field);
    return cell === undefined ? null : (meaning(cell.text) ?? this.refuse(field, fault));
  }

  /** A whole number from 0. */
  count(field: F, most: number): number | null {
    const cell = this.sound(field);
    if (cell === undefined) return null;
    return /^\d{1,9}$/u.test(cell.text) && Number(cell.text) <= most
      ? Number(cell.text)
      : this.refuse(field, 'invalid');
  }

  /** A day or an instant that exists. */
  instant(field: F): Date | null {
    const cell = this.sound(field);
    if (cell === undefined) return null;
    const at = parseInstant(cell);
    return at === undefined || at.getUTCFullYear() < 1900 ? this.refuse(field, 'invalidDate') : at;
  }

  private sound(field: F): Cell | undefined {
    const cell: Cell | undefined = this.row.cells[field];
    if (cell?.kind !== 'error') return cell;
    this.refuse(field, 'cellError');
    return undefined;
  }

  private refuse(field: F, code: CellFault): null {
    this.bad.push({ row: this.row.row, field, code });
    return null;
  }
}
