import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { ExportRegister } from '../domain/export-lifecycle.js';
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
   * @throws Fault `task.exportRequestNotFound`, `task.exportNotYours`, `task.exportMoveRefused`, `task.exportByOperator`
   */
  run(requestId: string, by: Actor): Promise<WantedFile> {
    return this.store.transaction(async (tx) => {
      const seen = await readExport(tx, requestId);
      if (seen.askedBy !== by.personId) throw taskFault('exportNotYours');
      this.registers.refuseStranger(seen, by);
      if (seen.register === 'register') throw taskFault('exportByOperator');
      return this.take(tx, seen, by);
    });
  }

  /**
   * The same at the command line, for whoever asked: two people have agreed to it before.
   * @param register  what the operator is about to write
   * @throws Fault `task.exportRequestNotFound` also for a request of another register; `task.exportMoveRefused`
   */
  byOperator(requestId: string, register: ExportRegister): Promise<WantedFile> {
    return this.store.transaction(async (tx) => {
      const seen = await readExport(tx, requestId);
      if (seen.register !== register) throw taskFault('exportRequestNotFound');
      return this.take(tx, seen, null);
    });
  }

  private async take(tx: EntityManager, seen: ExportRequestRow, by: Actor | null): Promise<WantedFile> {
    const to = moveExport(seen, 'take');
    await compareAndSet(tx, ExportRequestRow, seen, { state: to, takenAt: () => 'now()' });
    const { id, register, filters, format, unmasked, state: from } = seen;
    const facts = { register, format, unmasked };
    await this.audit.record(tx, { act: 'export.take', subject: { type: 'export_request', id }, by, from, to, facts });
    return { register, filters, format, unmasked };
  }
}
