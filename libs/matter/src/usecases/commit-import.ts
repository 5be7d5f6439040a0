import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { EVIDENCE_STORE, type EvidenceStore } from '@ducha/evidence';
import { PassingFiles, refuseStale } from '@ducha/http';
import { Bell, compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { onDisk } from '../import/import-file.js';
import { ImportProgress } from '../import/import-progress.js';
import { rejectedKept } from '../import/import-record.js';
import type { ImportMode, SheetReport } from '../import/import-report.js';
import { matterFault } from '../matter-faults.js';
import { MatterImportRow } from '../rows/matter-import.row.js';
import { TakeMessages } from './take-messages.js';

/** Takes in a sheet that was previewed. */
export interface CommitImportCommand {
  readonly importId: string;
  readonly version: number;
  readonly mode: ImportMode;
  readonly by: Actor;
}

/** Takes a previewed sheet in: all its messages in one transaction, or none. */
@Injectable()
export class CommitImport {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly messages: TakeMessages,
    @Inject(EVIDENCE_STORE) private readonly files: EvidenceStore,
    private readonly passing: PassingFiles,
    private readonly bell: Bell,
  ) {}

  /** @throws Fault `matter.importNotFound`, `importCommitted`, `importRunning`, `importRejected` */
  async run({ importId, version, mode, by }: CommitImportCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const seen = await tx.findOneBy(MatterImportRow, { id: importId });
      if (!seen) throw matterFault('importNotFound');
      if (seen.state === 'committed') throw matterFault('importCommitted');
      refuseStale(seen, version);
      refuseRejected(mode, seen.counts.rejected, seen.rejected);
      const { counts, rejected } = await this.take(tx, seen, by);
      refuseRejected(mode, counts.rejected, rejected);
      const facts = { kind: seen.sourceKind, mode, ...counts };
      await this.audit.record(tx, {
        act: 'import.commit',
        subject: { type: 'import', id: importId },
        by,
        from: 'previewed',
        to: 'committed',
        facts,
      });
      await compareAndSet(tx, MatterImportRow, seen, {
        ...{
          state: 'committed',
          mode,
          counts,
          rejected: rejected.slice(0, rejectedKept),
          sample: [],
          rowsDone: counts.rows,
          committedBy: by.personId,
        },
        committedAt: () => 'now()',
      });
      this.store.afterCommit(this.bell.ringer('import'));
    });
  }

  private async take(tx: EntityManager, seen: MatterImportRow, by: Actor): Promise<SheetReport> {
    const bytes = await this.files.open(seen.fileSha256.toString('hex'));
    const { passed } = new ImportProgress(this.store, this.bell, seen.id, by.personId);
    const sheet = { importId: seen.id, kind: seen.sourceKind, by };
    return onDisk(this.passing, bytes, (file) => this.messages.take(tx, { ...sheet, file }, passed));
  }
}

function refuseRejected(mode: ImportMode, count: number, rejected: SheetReport['rejected']): void {
  if (mode === 'all_or_nothing' && count > 0)
    throw matterFault('importRejected', { rejectedRows: count, rejected: rejected.slice(0, 100) });
}
