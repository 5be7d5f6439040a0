import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { kindsByImport, type MatterKind } from '../domain/matter-kind.js';
import { digestOf, plainFileName } from '../import/import-file.js';
import { recordImport, rejectedKept } from '../import/import-record.js';
import type { ImportCounts, ImportMode, RejectedRow, SheetReport } from '../import/import-report.js';
import { matterFault } from '../matter-faults.js';
import { SecrecyScreen } from './secrecy-screen.js';
import { TakeMessages } from './take-messages.js';

/** A file to be imported in one go, as the command line does. */
export interface ImportMattersCommand {
  readonly path: string;
  readonly kind: MatterKind;
  /** Writes nothing and says what would be. */
  readonly dryRun: boolean;
  readonly mode: ImportMode;
  /** Null: the operator at the command line. */
  readonly by: Doer | null;
}

/** What became of the file. `rejected` lists cells; with all-or-nothing and a rejected row `imported` is 0. */
export interface ImportedMatters extends Omit<ImportCounts, 'rejected'> {
  readonly rejected: readonly RejectedRow[];
}

/** Imports a file without a preview. The same file twice imports nothing the second time. */
@Injectable()
export class ImportMatters {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly messages: TakeMessages,
    private readonly secrecy: SecrecyScreen,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `spreadsheet.*`, `matter.kindNotImported`, `matter.importRunning`, `matter.classified` */
  async run(command: ImportMattersCommand): Promise<ImportedMatters> {
    const { kind, path } = command;
    if (!kindsByImport.includes(kind)) throw matterFault('kindNotImported', { kind, kinds: kindsByImport });
    await this.secrecy.refuseName(path, command.by);
    return this.secrecy.watched(command.by, () => this.takeIn(command));
  }

  private async takeIn(command: ImportMattersCommand): Promise<ImportedMatters> {
    const { kind, path, dryRun, mode } = command;
    if (dryRun) {
      const { counts, rejected } = await this.messages.preview(kind, path);
      return resultOf(counts, rejected, mode);
    }
    try {
      return await this.write(command);
    } catch (error) {
      if (error instanceof RejectedSheet) return resultOf(error.report.counts, error.report.rejected, mode);
      throw error;
    }
  }

  private async write({ path, kind, mode, by }: ImportMattersCommand): Promise<ImportedMatters> {
    const importId = this.ids.next();
    const fileSha256 = await digestOf(path);
    return this.store.separately(async (tx) => {
      const empty = { physicalRows: 0, rows: 0, imported: 0, blank: 0, duplicates: 0, rejected: 0 };
      const record = { id: importId, kind, fileName: plainFileName(path), fileSha256, personId: by?.personId ?? null };
      await recordImport(tx, record, { counts: empty, rejected: [], columns: [], sample: [] }, mode);
      const report = await this.messages.take(tx, { importId, kind, file: path, by }, () => Promise.resolve());
      if (mode === 'all_or_nothing' && report.counts.rejected > 0) throw new RejectedSheet(report);
      const { counts, rejected, columns } = report;
      await tx.query(
        'update matter_import set counts = $2, rejected = $3, columns = $4, rows_done = $5 where id = $1',
        [
          ...[
            importId,
            JSON.stringify(counts),
            JSON.stringify(rejected.slice(0, rejectedKept)),
            JSON.stringify(columns),
            counts.rows,
          ],
        ],
      );
      await this.audit.record(tx, {
        act: 'import.commit',
        subject: { type: 'import', id: importId },
        by,
        facts: { kind, mode, ...counts },
      });
      return { ...counts, rejected };
    });
  }
}

function resultOf(counts: ImportCounts, rejected: readonly RejectedRow[], mode: ImportMode): ImportedMatters {
  const imported = mode === 'all_or_nothing' && counts.rejected > 0 ? 0 : counts.imported;
  return { ...counts, imported, rejected };
}

/** Leaves the transaction without a trace and carries out what was found. */
class RejectedSheet extends Error {
  constructor(readonly report: SheetReport) {
    super('rows were rejected');
  }
}
