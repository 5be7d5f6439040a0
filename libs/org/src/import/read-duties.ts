import { type Cell, parseInstant, readTable, type TableRow, type TableSummary } from '@ducha/spreadsheet';
import {
  type DutyLine,
  faultsOfLine,
  itemPath,
  sameLine,
  type TownshipList,
  townshipLists,
} from '../domain/duty-line.js';
import { type DutyField, dutyHeaders, listNames } from './duty-columns.js';
import type { DutyCellFault, DutyRejected, DutySheet, SheetLine } from './duty-report.js';

/** Largest file that is taken in, in bytes, and most lines in it. */
export const dutyLimits = { maxFileBytes: 5 * 1024 * 1024, maxRows: 5_000 };

/** What a sheet is read against. */
export interface DutyFrame {
  readonly now: Date;
  /** Units of today by full and by short name; several under one name are told apart by the full one only. */
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly kind: string;
  }[];
  /** The line in force of an item, and the instant of the last thing recorded of it. */
  readonly standing: ReadonlyMap<string, { readonly line: DutyLine | null; readonly last: Date }>;
  readonly screenWords: readonly string[];
}

/** Reads a sheet to its end; writes nothing. @throws Fault `spreadsheet.*` when it cannot be read */
export async function readDuties(file: string, frame: DutyFrame): Promise<DutySheet> {
  const reading = new DutyReading(frame);
  const options = { headers: dutyHeaders, limits: dutyLimits, screenWords: frame.screenWords };
  const summary = await readTable(file, options, (rows, soFar) => {
    for (const row of rows) reading.visit(row, soFar);
  });
  return reading.sheet(summary);
}

class DutyReading {
  private readonly lines: SheetLine[] = [];
  private readonly rejected: DutyRejected[] = [];
  private readonly items = new Set<string>();
  private readonly kinds: ReadonlyMap<string, string>;
  private refusedRows = 0;
  private bad: { readonly field: DutyField; readonly code: DutyCellFault }[] = [];

  constructor(private readonly frame: DutyFrame) {
    this.kinds = new Map(frame.units.map(({ id, kind }) => [id, kind]));
  }

  visit(row: TableRow<DutyField>, { header }: TableSummary<DutyField>): void {
    this.bad = [];
    const line = this.lineOf(row);
    if (line !== undefined && this.bad.length === 0) {
      this.lines.push(line);
      return;
    }
    this.refusedRows += 1;
    const columnOf = (field: DutyField) => header.columns.find((column) => column.field === field)?.column ?? null;
    const { sheet, row: place } = row;
    this.rejected.push(...this.bad.map(({ field, code }) => ({ sheet, row: place, column: columnOf(field), code })));
  }

  sheet({ physicalRows, rows, blank }: TableSummary<DutyField>): DutySheet {
    const standing = (wanted: SheetLine['standing']) => this.lines.filter((line) => line.standing === wanted).length;
    const counts = {
      ...{ physicalRows, rows, blank },
      ...{ begun: standing('new'), changed: standing('changed'), same: standing('same') },
      rejected: this.refusedRows,
    };
    return { counts, lines: this.lines, rejected: this.rejected };
  }

  private lineOf({ row, cells }: TableRow<DutyField>): SheetLine | undefined {
    const category = this.item(cells);
    const lead = this.text(cells, 'lead', 80, true);
    const leadUnitId = lead === null ? null : this.unit('lead', lead);
    const assistNames = (this.text(cells, 'assists', 600) ?? '').split(/[、，,;；\n]+/u).map((name) => name.trim());
    const named = assistNames.filter((name) => name !== '');
    const assistUnitIds = named.map((name) => this.unit('assists', name));
    const townshipList = this.list(cells);
    const basis = this.text(cells, 'basis', 300);
    const from = this.from(cells);
    if (category === null || leadUnitId === null || from === null) return undefined;
    const sound = assistUnitIds.filter((id) => id !== null);
    const line = { category, leadUnitId, assistUnitIds: sound, townshipList, basis };
    for (const { name, field } of faultsOfLine(line, (id) => this.kinds.get(id)))
      this.refuse(field === 'leadUnitId' ? 'lead' : 'assists', name);
    const former = this.frame.standing.get(category)?.line ?? null;
    const standing = former === null ? 'new' : sameLine(former, line) ? 'same' : 'changed';
    if (standing !== 'same' && this.isTooEarly(category, from)) this.refuse('from', 'beforeEarlierChange');
    return { ...line, row, from: from.toISOString(), standing, leadName: lead ?? '', assistNames: named };
  }

  private item(cells: TableRow<DutyField>['cells']): string | null {
    const text = this.text(cells, 'item', 200, true);
    if (text === null) return null;
    const category = itemPath(text);
    if (category === null) return this.refuse('item', 'required');
    if (this.items.has(category)) return this.refuse('item', 'repeatedItem');
    this.items.add(category);
    return category;
  }

  private unit(field: DutyField, name: string): string | null {
    const whole = this.frame.units.filter((unit) => unit.name === name);
    const found = whole.length > 0 ? whole : this.frame.units.filter((unit) => unit.shortName === name);
    if (found.length > 1) return this.refuse(field, 'ambiguousUnit');
    return found[0]?.id ?? this.refuse(field, 'unknownUnit');
  }

  private list(cells: TableRow<DutyField>['cells']): TownshipList | null {
    const text = this.text(cells, 'list', 30);
    if (text === null) return null;
    return (
      townshipLists.find((list) => listNames[list].includes(text.toLowerCase())) ?? this.refuse('list', 'unknownList')
    );
  }

  private from(cells: TableRow<DutyField>['cells']): Date | null {
    const cell = this.cell(cells, 'from');
    if (cell === undefined) return this.bad.some(({ field }) => field === 'from') ? null : this.frame.now;
    const at = parseInstant(cell);
    if (at === undefined || at.getUTCFullYear() < 1949) return this.refuse('from', 'invalidDate');
    return at > this.frame.now ? this.refuse('from', 'dateInFuture') : at;
  }

  private isTooEarly(category: string, from: Date): boolean {
    const known = this.frame.standing.get(category);
    if (known === undefined) return false;
    return known.line === null ? from < known.last : from <= known.last;
  }

  private text(
    cells: TableRow<DutyField>['cells'],
    field: DutyField,
    longest: number,
    required = false,
  ): string | null {
    const cell = this.cell(cells, field);
    if (cell === undefined) {
      if (required && cells[field] === undefined) this.refuse(field, 'required');
      return null;
    }
    if (/\0|\p{Surrogate}/u.test(cell.text)) return this.refuse(field, 'unstorable');
    return cell.text.length > longest ? this.refuse(field, 'tooLong') : cell.text;
  }

  private cell(cells: TableRow<DutyField>['cells'], field: DutyField): Cell | undefined {
    const cell = cells[field];
    if (cell?.kind !== 'error') return cell;
    this.refuse(field, 'cellError');
    return undefined;
  }

  private refuse(field: DutyField, code: DutyCellFault): null {
    this.bad.push({ field, code });
    return null;
  }
}
