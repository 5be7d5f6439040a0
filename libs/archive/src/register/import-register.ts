import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { secrecyWords } from '@ducha/org';
import { type HeaderMap, type ReadLimits, readTable, type TableSummary } from '@ducha/spreadsheet';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { archiveFault } from '../archive-faults.js';
import type { RegisterColumn } from './register-column.js';
import { type ColumnName, registerColumns } from './register-columns.js';
import { RegisterLines } from './register-lines.js';
import { RegisterNames } from './register-names.js';
import { RegisterNeeds } from './register-needs.js';
import type { RegisterCellFault } from './register-cells.js';
import { RegisterStage } from './register-stage.js';
import { registerTables } from './register-tables.js';
import { recordTitle } from './write-register.js';

/** A register that another instance wrote. */
export interface ImportRegisterCommand {
  readonly path: string;
  /** Writes nothing, says what would be. */
  readonly dryRun: boolean;
}

/** A cell that keeps the file out. */
export interface RefusedRegisterCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  readonly code: RegisterCellFault;
}

/** What became of it. `known` rows were there already and say the same; nothing was taken in when a cell is refused. */
export interface ImportedRegister {
  readonly rows: number;
  readonly imported: number;
  readonly known: number;
  readonly rejected: readonly RefusedRegisterCell[];
}

/** A register of many years is larger than what an office uploads, and only the operator imports one. */
const limits: Partial<ReadLimits> = {
  maxFileBytes: 1024 * 1024 * 1024,
  maxInflatedBytes: 4 * 1024 * 1024 * 1024,
  maxSharedTextLength: 512 * 1024 * 1024,
  maxRows: 5_000_000,
  maxColumns: 500,
  maxBusyMs: 60 * 60_000,
  maxHeapMb: 1_024,
};
const cellsKept = 1_000;
type Field = ColumnName | 'record';

/** Takes the register of another instance in: all of it, or nothing. The same file twice takes nothing in twice. */
@Injectable()
export class ImportRegister {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `spreadsheet.*`, also for a mark of secrecy; `archive.registerContradicts` */
  async run({ path, dryRun }: ImportRegisterCommand): Promise<ImportedRegister> {
    try {
      return await this.store.separately(async (tx) => {
        const found = await this.takeIn(tx, path);
        if (dryRun || found.rejected.length > 0) throw new NothingKept(found);
        return found;
      });
    } catch (error) {
      if (error instanceof NothingKept) return error.found;
      throw contradiction(error);
    }
  }

  private async takeIn(tx: EntityManager, path: string): Promise<ImportedRegister> {
    await tx.query(`set local timezone to 'UTC'`);
    const stage = new RegisterStage(tx);
    await stage.open();
    const lines = new RegisterLines(await RegisterNames.of(this.store), await RegisterNeeds.of(tx));
    const screenWords = await secrecyWords(this.store);
    const summary = await readTable(path, { headers, limits, exactText: true, screenWords }, async (rows) => {
      await stage.add(rows.flatMap((row) => lines.read(row) ?? []));
    });
    await stage.flush();
    const bad = lines.bad.length > 0 ? lines.bad : await stage.faults();
    const rejected = bad.slice(0, cellsKept).map(({ row, column, code }) => ({
      sheet: summary.sheet,
      row,
      column: placeOf(summary, column),
      code,
    }));
    if (rejected.length > 0) return { rows: summary.rows, imported: 0, known: 0, rejected };
    let imported = 0;
    for (const table of registerTables) imported += await stage.take(table);
    await this.record(tx, imported);
    return { rows: summary.rows, imported, known: summary.rows - imported - lines.series, rejected: [] };
  }

  /** Every matter, task and inspection says in its own history where it comes from. */
  private async record(tx: EntityManager, imported: number): Promise<void> {
    const about = await tx.query<{ type: string; id: string }[]>(
      `select record as type, id from register_stage where record in ('matter', 'task', 'inspection') order by row`,
    );
    if (imported > 0)
      for (let at = 0; at < about.length; at += cellsKept)
        await this.audit.record(
          tx,
          ...about.slice(at, at + cellsKept).map((subject) => ({ act: 'register.import', subject, by: null })),
        );
    await this.audit.record(tx, {
      act: 'register.import',
      subject: { type: 'register', id: null },
      by: null,
      facts: { imported },
    });
  }
}

/** Leaves the transaction without a trace and carries out what was found. */
class NothingKept extends Error {
  constructor(readonly found: ImportedRegister) {
    super('nothing was kept');
  }
}

const headers: HeaderMap<Field> = {
  record: { names: [recordTitle, 'record'], required: true },
  // boundary: Object.fromEntries forgets the type of its keys
  ...(Object.fromEntries(
    Object.entries<RegisterColumn>(registerColumns).map(([name, { title, former }]) => [
      name,
      { names: [title, ...(former === undefined ? [] : [former])], required: name === 'id' },
    ]),
  ) as Record<ColumnName, { names: [string, ...string[]]; required: boolean }>),
};

const placeOf = ({ header }: TableSummary<Field>, field: Field | null): string | null =>
  header.columns.find((one) => one.field === field)?.column ?? null;

/** What only the whole of the rows breaks: two tasks of one number, a verifier of a doing unit. */
function contradiction(error: unknown): unknown {
  if (!(error instanceof Error) || !('driverError' in error) || !(error.driverError instanceof Error)) return error;
  const constraint = 'constraint' in error.driverError ? error.driverError.constraint : undefined;
  return typeof constraint === 'string' ? archiveFault('registerContradicts', { constraint }) : error;
}
