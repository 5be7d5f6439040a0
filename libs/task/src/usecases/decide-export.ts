import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { compareAndSet, Store } from '@ducha/store';
import { exportWaitHours, mayDecideExport } from '../domain/export-lifecycle.js';
import { ExportRequestRow } from '../rows/export-request.row.js';
import { taskFault } from '../task-faults.js';
import { registersDecidedBy } from './export-registers.js';
import { moveExport, readExport } from './export-moves.js';

/** What the second person says. */
export interface DecideExportCommand {
  readonly requestId: string;
  readonly version: number;
  readonly on: 'approve' | 'refuse';
  readonly words: string | null;
  readonly by: Actor;
}

/** The second person allows an export or does not. Persons are compared, not posts. */
@Injectable()
export class DecideExport {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `task.exportRequestNotFound`, `task.exportOwnRequest`, `task.exportMoveRefused`, `http.preconditionFailed` */
  run({ requestId, version, on, words, by }: DecideExportCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const seen = await readExport(tx, requestId);
      if (!registersDecidedBy(by).includes(seen.register)) throw taskFault('exportRequestNotFound');
      if (!mayDecideExport(seen, by)) throw taskFault('exportOwnRequest');
      refuseStale(seen, version);
      const to = moveExport(seen, on);
      await compareAndSet(tx, ExportRequestRow, seen, {
        state: to,
        decidedBy: by.personId,
        decidedAt: () => 'now()',
        decidedWords: words,
        ...(on === 'approve' && { lapsesAt: () => `now() + interval '${exportWaitHours} hours'` }),
      });
      await this.audit.record(tx, {
        act: `export.${on}`,
        subject: { type: 'export_request', id: requestId },
        by,
        from: seen.state,
        to,
        ...(words !== null && { words }),
      });
    });
  }
}
