import { type RegisterColumn } from './register-column.js';
import { type ColumnName, registerColumns } from './register-columns.js';

/** One kind of record of the file. */
export interface RegisterTable {
  /** What the first column says. */
  readonly record: string;
  readonly table: string;
  readonly columns: readonly ColumnName[];
  /** Which of its rows leave, `t` being the row; all when absent. Restricted matters never do. */
  readonly where?: string;
  /** What tells its rows apart; `id` when absent. */
  readonly key?: readonly ColumnName[];
  /** The only values that a column may have. */
  readonly among?: { readonly [C in ColumnName]?: readonly string[] };
  /** Columns that mean another thing here than in the other tables. */
  readonly as?: { readonly [C in ColumnName]?: Partial<Pick<RegisterColumn, 'kind' | 'of'>> };
  /** Read from here instead of the table itself. */
  readonly from?: string;
  /** What stays behind. */
  readonly left?: readonly string[];
}

/** A table of the register; its columns in one line. */
export const table = (
  record: string,
  name: string,
  columns: string,
  more: Omit<RegisterTable, 'record' | 'table' | 'columns'> = {},
): RegisterTable => ({
  record,
  table: name,
  // boundary: the flow test holds the names against the database's own catalogue
  columns: columns.split(' ') as ColumnName[],
  ...more,
});

/** How a column stands in a table's rows. */
export const columnOf = ({ as }: RegisterTable, name: ColumnName): RegisterColumn => ({
  ...registerColumns[name],
  ...as?.[name],
});

/** The columns that tell a table's rows apart. */
export const keyOf = ({ key }: RegisterTable): readonly ColumnName[] => key ?? ['id'];
