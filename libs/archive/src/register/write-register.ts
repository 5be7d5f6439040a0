import { open, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { type ExportColumn, writeCsv, writeXlsx } from '@ducha/spreadsheet';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { archiveFault } from '../archive-faults.js';
import { cellOf } from './register-cells.js';
import { type ColumnName, registerColumns } from './register-columns.js';
import { RegisterNames } from './register-names.js';
import { RegisterNeeds } from './register-needs.js';
import { columnOf, keyOf, type RegisterTable } from './register-table.js';
import { registerTables } from './register-tables.js';

type Row = Readonly<Partial<Record<ColumnName, string | null>>>;
type Line = Readonly<Partial<Record<ColumnName | 'record', string>>>;

interface Words {
  readonly names: RegisterNames;
  readonly needs: RegisterNeeds;
}

const rowsAtATime = 1_000;
/** Title of the column that says what a row is. */
export const recordTitle = '记录';

/** What was written. */
export interface WrittenRegister {
  readonly rows: number;
}

/**
 * Writes the whole register into one sheet: matters, tasks, assignments and all that was said and decided on them, in one
 * snapshot beside a working county. Restricted matters, protected identities, links and papers are not in it.
 */
@Injectable()
export class WriteRegister {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /**
   * @param file       XLSX, or CSV by its ending; must not exist
   * @param requestId  the request that a second person allowed
   * @throws Fault `archive.fileExists`, `archive.cellTooLong`
   */
  async run(file: string, requestId: string): Promise<WrittenRegister> {
    const subject = { type: 'export_request', id: requestId };
    await this.audit.recordApart({ act: 'register.export', subject, by: null });
    const write = extname(file).toLowerCase() === '.csv' ? writeCsv : writeXlsx;
    const stream = await newFile(file);
    try {
      return await this.store.separately(async (tx) => {
        await tx.query(`set transaction isolation level repeatable read, read only; set local timezone to 'UTC'`);
        const { rows, cut } = await write(
          stream,
          sheetColumns,
          linesOf(tx, { names: await RegisterNames.of(this.store), needs: await RegisterNeeds.of(tx) }),
        );
        if (cut > 0) throw archiveFault('cellTooLong', { cells: cut });
        return { rows };
      });
    } catch (error) {
      stream.destroy();
      await rm(file, { force: true });
      throw error;
    }
  }
}

/** @throws Fault `archive.fileExists` */
async function newFile(file: string): Promise<Writable> {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    const isTaken = typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
    throw isTaken ? archiveFault('fileExists', { file }) : error;
  });
  return handle.createWriteStream();
}

const titled: readonly (readonly [ColumnName | 'record', string])[] = [
  ['record', recordTitle],
  // boundary: Object.keys forgets the type of its keys
  ...(Object.keys(registerColumns) as ColumnName[]).map((name) => [name, registerColumns[name].title] as const),
];

const sheetColumns: readonly ExportColumn<Line>[] = titled.map(([name, title]) => ({
  title,
  width: 16,
  value: (line) => line[name],
}));

async function* linesOf(tx: EntityManager, words: Words): AsyncGenerator<Line> {
  for (const table of registerTables) {
    await tx.query(`declare register_row no scroll cursor for ${rowsSql(table)}`);
    for (;;) {
      const rows = await tx.query<Row[]>(`fetch ${rowsAtATime} from register_row`);
      for (const row of rows) yield lineOf(table, row, words);
      if (rows.length < rowsAtATime) break;
    }
    await tx.query('close register_row');
  }
}

const rowsSql = (one: RegisterTable): string => {
  const order = keyOf(one).map((name) => `t."${name}"`);
  const texts = one.columns.map((name) => `${textOf(one, name)} as "${name}"`);
  const from = one.from ?? `"${one.table}"`;
  return `select ${texts.join(', ')} from ${from} t where ${one.where ?? 'true'} order by ${order.join(', ')}`;
};

const textOf = (one: RegisterTable, name: ColumnName): string =>
  columnOf(one, name).kind === 'texts' ? `to_jsonb(t."${name}")::text` : `t."${name}"::text`;

function lineOf(table: RegisterTable, row: Row, { names, needs }: Words): Line {
  const { record, columns } = table;
  const said: [ColumnName, string][] = [];
  for (const name of columns) {
    const text = row[name];
    const { kind } = columnOf(table, name);
    if (text === null || text === undefined) continue;
    said.push([name, kind === 'text' ? needs.shown(table, name, text) : cellOf(kind, text, names)]);
  }
  return { record, ...Object.fromEntries(said) };
}
