import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Clocks } from '@ducha/deadline';
import { IDS, type Ids } from '@ducha/kernel';
import { normalisedTitle, type HeaderMap, type ReadLimits, readTable } from '@ducha/spreadsheet';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type HistoryField, readLine, type RefusedCell } from '../import/history-line.js';
import { HistoryStage } from '../import/history-stage.js';
import { dueByProfile, type DueOf } from '../queries/due-by-profile.js';
import { reportFault } from '../report-faults.js';

/** A closed ledger to be imported by the operator. */
export interface ImportHistoryCommand {
  readonly path: string;
  /** What the ledger is called in reports; by default the file's name without its ending. */
  readonly source?: string | undefined;
  /** Titles of the columns. */
  readonly columns: { readonly [F in HistoryField]?: string | undefined } & { readonly received: string };
  readonly sheet?: string | undefined;
  /** By which time limit of a law a case without a due date was due: `henan.deputy_suggestion/answer`. */
  readonly profile?: string | undefined;
  readonly mode: 'all_or_nothing' | 'accepted_rows_only';
  readonly dryRun: boolean;
}

/** What became of it: `known` lines were there already. At most 1,000 refused cells are listed. */
export interface ImportedHistory {
  readonly source: string;
  readonly rows: number;
  readonly imported: number;
  readonly known: number;
  readonly rejectedRows: number;
  readonly rejected: readonly RefusedCell[];
}

/** A ledger of many years is larger than what an office uploads, and only the operator imports one. */
const ledgerLimits: Partial<ReadLimits> = {
  maxFileBytes: 512 * 1024 * 1024,
  maxInflatedBytes: 2 * 1024 * 1024 * 1024,
  maxSharedTextLength: 256 * 1024 * 1024,
  maxRows: 1_048_576,
  maxBusyMs: 30 * 60_000,
  maxHeapMb: 1_024,
};
const cellsKept = 1_000;

/** Imports ledgers that were closed elsewhere. The same file twice imports nothing twice. */
@Injectable()
export class ImportHistory {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly clocks: Clocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `spreadsheet.*`, `report.columnTwice`, `report.sourceName`, `report.unknownProfile` */
  async run(command: ImportHistoryCommand): Promise<ImportedHistory> {
    const source = sourceOf(command);
    const headers = headersOf(command.columns);
    try {
      return await this.store.separately(async (tx) => {
        const found = await this.takeIn(tx, source, headers, command);
        const nothing = command.dryRun || (command.mode === 'all_or_nothing' && found.rejectedRows > 0);
        if (nothing) throw new NothingKept(command.dryRun ? found : { ...found, imported: 0 });
        return found;
      });
    } catch (error) {
      if (error instanceof NothingKept) return error.found;
      throw error;
    }
  }

  private async takeIn(
    tx: EntityManager,
    source: string,
    headers: HeaderMap<HistoryField>,
    { path, sheet, profile }: ImportHistoryCommand,
  ): Promise<ImportedHistory> {
    const importId = this.ids.next();
    const dueOf = profile === undefined ? undefined : dueByProfile(await this.clocks.rules(), profile);
    await tx.query(
      `insert into history_import (id, source, file_name, file_sha256, counts, imported_at) values ($1, $2, $3, $4, '{}', now())`,
      [importId, source, basename(path).slice(-200), await digestOf(path)],
    );
    const { rows, rejected, rejectedRows, stage } = await readInto(tx, path, headers, { sheet, dueOf });
    const imported = await stage.take(source, importId);
    const counts = { rows, imported, known: rows - rejectedRows - imported, rejectedRows };
    await tx.query('update history_import set counts = $2 where id = $1', [importId, JSON.stringify(counts)]);
    await this.audit.record(tx, {
      act: 'history.import',
      subject: { type: 'history_import', id: importId },
      by: null,
      facts: counts,
    });
    return { source, ...counts, rejected };
  }
}

/** Leaves the transaction without a trace and carries out what was found. */
class NothingKept extends Error {
  constructor(readonly found: ImportedHistory) {
    super('nothing was kept');
  }
}

interface Read {
  readonly rows: number;
  readonly rejectedRows: number;
  readonly rejected: readonly RefusedCell[];
  readonly stage: HistoryStage;
}

async function readInto(
  tx: EntityManager,
  path: string,
  headers: HeaderMap<HistoryField>,
  { sheet, dueOf }: { readonly sheet: string | undefined; readonly dueOf: DueOf | undefined },
): Promise<Read> {
  const [clock] = await tx.query<{ now: Date }[]>('select now() as now');
  const now = clock?.now ?? new Date(0);
  const stage = new HistoryStage(tx);
  await stage.open();
  const rejected: RefusedCell[] = [];
  let rejectedRows = 0;
  const summary = await readTable(path, { headers, sheet, limits: ledgerLimits }, async (rows, { header }) => {
    const lines = [];
    for (const row of rows) {
      const read = readLine(row, now);
      if ('line' in read) lines.push({ ...read.line, due: read.line.due ?? dueOf?.(read.line.received) ?? null });
      else {
        rejectedRows += 1;
        const columnOf = (field: HistoryField) => header.columns.find((one) => one.field === field)?.column ?? null;
        if (rejected.length < cellsKept)
          rejected.push(
            ...read.bad.map(({ field, code }) => ({ sheet: row.sheet, row: row.row, column: columnOf(field), code })),
          );
      }
    }
    await stage.add(lines);
  });
  await stage.flush();
  const idColumn = summary.header.columns.find(({ field }) => field === 'id')?.column ?? null;
  const repeated = await stage.dropRepeated();
  rejected.push(
    ...repeated
      .slice(0, Math.max(0, cellsKept - rejected.length))
      .map((row) => ({ sheet: summary.sheet, row, column: idColumn, code: 'repeatedId' as const })),
  );
  return { rows: summary.rows, rejectedRows: rejectedRows + repeated.length, rejected, stage };
}

/** @throws Fault `report.sourceName` */
function sourceOf({ source, path }: ImportHistoryCommand): string {
  const name = (source ?? basename(path, extname(path))).trim();
  if (name === '' || name.length > 100) throw reportFault('sourceName');
  return name;
}

/** @throws Fault `report.columnTwice` */
function headersOf(columns: ImportHistoryCommand['columns']): HeaderMap<HistoryField> {
  const fields = ['received', 'answered', 'due', 'unit', 'id'] as const;
  const named = fields.flatMap((field) => {
    const title = columns[field];
    return title === undefined ? [] : [{ field, title }];
  });
  const titles = named.map(({ title }) => normalisedTitle(title));
  const twice = named.find(({ title }, at) => titles.indexOf(normalisedTitle(title)) !== at);
  if (twice) throw reportFault('columnTwice', { column: twice.title });
  const header = (field: HistoryField) => {
    const title = named.find((one) => one.field === field)?.title;
    return title === undefined ? { names: [`\u{0}${field}`] as const } : { names: [title] as const, required: true };
  };
  return {
    received: header('received'),
    answered: header('answered'),
    due: header('due'),
    unit: header('unit'),
    id: header('id'),
  };
}

async function digestOf(path: string): Promise<string> {
  const sha256 = createHash('sha256');
  await pipeline(createReadStream(path), sha256);
  return sha256.digest('hex');
}
