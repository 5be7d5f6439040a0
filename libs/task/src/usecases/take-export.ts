import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { compareAndSet, Store } from '@ducha/store';
import { ExportRequestRow } from '../rows/export-request.row.js';
import { taskFault } from '../task-faults.js';
import { ExportRegisters, type WantedFile } from './export-registers.js';
import { moveExport, readExport } from './export-moves.js';

/** Who asked takes the file, once. What is in it follows the asker's rights at this moment, not those of the request. */
@Injectable()
export class TakeExport {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly registers: ExportRegisters,
  ) {}

  /**
   * Marks the request as taken; the caller then makes the file.
   * @throws Fault `task.exportRequestNotFound`, `task.exportNotYours`, `task.exportMoveRefused`
   */
  run(requestId: string, by: Actor): Promise<WantedFile> {
    return this.store.transaction(async (tx) => {
      const seen = await readExport(tx, requestId);
      if (seen.askedBy !== by.personId) throw taskFault('exportNotYours');
      this.registers.refuseStranger(seen, by);
      const to = moveExport(seen, 'take');
      await compareAndSet(tx, ExportRequestRow, seen, { state: to, takenAt: () => 'now()' });
      await this.audit.record(tx, {
        act: 'export.take',
        subject: { type: 'export_request', id: requestId },
        by,
        from: seen.state,
        to,
        facts: { register: seen.register, format: seen.format, unmasked: seen.unmasked },
      });
      const { register, filters, format, unmasked } = seen;
      return { register, filters, format, unmasked };
    });
  }
}
