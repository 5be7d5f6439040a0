import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { compareAndSet, Store } from '@ducha/store';
import { DisputeRow } from '../rows/dispute.row.js';
import { taskFault } from '../task-faults.js';
import { readDispute } from './raise-dispute.js';

/** The unit believed responsible says its word before the ruling; saying it again replaces it. */
@Injectable()
export class StateOnDispute {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `task.disputeNotFound`, `task.disputeOtherUnit`, `task.disputeMoveRefused`, `http.preconditionFailed` */
  run(assignmentId: string, disputeId: string, version: number, words: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const seen = await readDispute(tx, assignmentId, disputeId);
      if (!by.unitIds.includes(seen.responsibleUnitId)) throw taskFault('disputeOtherUnit');
      refuseStale(seen, version);
      if (seen.state !== 'raised') throw taskFault('disputeMoveRefused', { from: seen.state, on: 'state' });
      await compareAndSet(tx, DisputeRow, seen, {
        statement: words,
        statedBy: by.personId,
        statedAt: () => 'now()',
      });
      await this.audit.record(tx, {
        act: 'assignment.state_on_dispute',
        subject: { type: 'assignment', id: assignmentId },
        about: seen.taskId,
        by,
        facts: { disputeId, unitId: seen.responsibleUnitId },
        words,
      });
    });
  }
}
