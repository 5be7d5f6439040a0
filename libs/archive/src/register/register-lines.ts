import type { TableRow } from '@ducha/spreadsheet';
import { type RegisterCellFault, valueOf } from './register-cells.js';
import { type ColumnName, registerColumns } from './register-columns.js';
import type { RegisterNames } from './register-names.js';
import type { RegisterNeeds } from './register-needs.js';
import type { StagedRow } from './register-stage.js';
import { columnOf, type RegisterTable } from './register-table.js';
import { numberSeries, registerTables } from './register-tables.js';

/** A cell that keeps the file out, by its field. */
export interface LineFault {
  readonly row: number;
  readonly column: ColumnName | 'record';
  readonly code: RegisterCellFault;
}

type Row = TableRow<ColumnName | 'record'>;

const mostBad = 1_000;
const mostNumbers = 10_000_000;
const tableOf = new Map(registerTables.map((table) => [table.record, table]));
// boundary: Object.keys forgets the type of its keys
const allColumns = Object.keys(registerColumns) as ColumnName[];

/** Reads the rows of the file one by one and gathers what is wrong with their cells. */
export class RegisterLines {
  readonly bad: LineFault[] = [];
  /** Rows that move numbers on and are no rows of a table. */
  series = 0;

  constructor(
    private readonly names: RegisterNames,
    private readonly needs: RegisterNeeds,
  ) {}

  /** The row as it goes into its table, or undefined when a cell is bad. */
  read(row: Row): StagedRow | undefined {
    const before = this.bad.length;
    const table = tableOf.get(row.cells.record?.text ?? '');
    if (table === undefined) return this.refuse(row, 'record', 'unknownRecord');
    const data: Partial<Record<ColumnName, unknown>> = {};
    for (const column of allColumns) {
      const value = table.columns.includes(column) ? this.value(row, table, column) : this.nothing(row, column);
      if (value !== undefined) data[column] = value;
    }
    if (table.table === numberSeries) this.series += 1;
    if (Number(data.given ?? 0) > mostNumbers) this.refuse(row, 'given', 'invalid');
    return this.bad.length > before ? undefined : { row: row.row, table: table.table, data };
  }

  private value(row: Row, table: RegisterTable, column: ColumnName): unknown {
    const cell = row.cells[column];
    if (cell === undefined) return this.blank(row, table, column);
    if (cell.kind === 'error') return this.refuse(row, column, 'cellError');
    const { kind } = columnOf(table, column);
    const text = kind === 'text' ? this.needs.meant(table, column, cell.text) : cell.text;
    const read = valueOf(kind, text, this.names);
    if ('fault' in read) return this.refuse(row, column, read.fault);
    const among = table.among?.[column];
    return among === undefined || among.includes(text) ? read.value : this.refuse(row, column, 'invalid');
  }

  private blank(row: Row, table: RegisterTable, column: ColumnName): unknown {
    const need = this.needs.need(table, column);
    if (need === undefined) return table.table === numberSeries ? this.refuse(row, column, 'required') : null;
    if (need === 'text' && column !== 'state' && column !== 'kind') return '';
    const { kind } = columnOf(table, column);
    return kind === 'units' || kind === 'keys' ? [] : this.refuse(row, column, 'required');
  }

  private nothing(row: Row, column: ColumnName): undefined {
    return row.cells[column] === undefined ? undefined : this.refuse(row, column, 'foreignColumn');
  }

  private refuse(row: Row, column: ColumnName | 'record', code: RegisterCellFault): undefined {
    if (this.bad.length < mostBad) this.bad.push({ row: row.row, column, code });
    return undefined;
  }
}
