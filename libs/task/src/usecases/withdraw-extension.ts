import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { compareAndSet, Store } from '@ducha/store';
import { extensionLifecycle } from '../domain/extension-lifecycle.js';
import { ExtensionRow } from '../rows/extension.row.js';
import { taskFault } from '../task-faults.js';
import { readExtension } from './decide-extension.js';
import { TaskClocks } from './task-clocks.js';

/** The unit takes its request for more time back; its time runs as if it had not been asked. */
@Injectable()
export class WithdrawExtension {
  constructor(
    private readonly store: Store,
    private readonly clocks: TaskClocks,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `task.extensionNotFound`, `task.extensionMoveRefused`, `http.preconditionFailed` */
  run(assignmentId: string, extensionId: string, version: number, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const seen = await readExtension(tx, assignmentId, extensionId);
      refuseStale(seen, version);
      const to = nextState(extensionLifecycle, seen.state, 'withdraw');
      if (to === undefined) throw taskFault('extensionMoveRefused', { from: seen.state, on: 'withdraw' });
      await compareAndSet(tx, ExtensionRow, seen, { state: to, endedAt: () => 'now()' });
      await this.audit.record(tx, {
        act: 'assignment.withdraw_extension',
        subject: { type: 'assignment', id: assignmentId },
        about: seen.taskId,
        by,
        from: seen.state,
        to,
        facts: { extensionId },
      });
      await this.clocks.follow(tx, [seen.taskId], by);
    });
  }
}
