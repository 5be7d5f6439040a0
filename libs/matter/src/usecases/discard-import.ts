import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { matterFault } from '../matter-faults.js';
import { MatterImportRow } from '../rows/matter-import.row.js';

/** Forgets a preview. What was committed stays. */
@Injectable()
export class DiscardImport {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `matter.importNotFound`, `matter.importCommitted` */
  async run(importId: string, by: Actor): Promise<void> {
    await this.store.transaction(async (tx) => {
      const { affected } = await tx.delete(MatterImportRow, { id: importId, state: 'previewed' });
      if (affected !== 1)
        throw matterFault(
          (await tx.existsBy(MatterImportRow, { id: importId })) ? 'importCommitted' : 'importNotFound',
        );
      await this.audit.record(tx, {
        act: 'import.discard',
        subject: { type: 'import', id: importId },
        by,
        from: 'previewed',
      });
    });
  }
}
