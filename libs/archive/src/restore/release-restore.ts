import { Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { Bell, Store } from '@ducha/store';
import { archiveFault } from '../archive-faults.js';

/** Lets a restored instance work and send again: from here on it is the county's, no longer a trial. */
@Injectable()
export class ReleaseRestore {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly bell: Bell,
  ) {}

  /**
   * @param by  null from the command line
   * @throws Fault `archive.notHeld`
   */
  async run(by: Doer | null): Promise<{ released: number }> {
    return this.store.transaction(async (tx) => {
      const [rows] = await tx.query<[{ backup_id: string; taken_at: Date; restored_at: Date }[], number]>(
        `update restoration set released_at = now(), released_by = $1 where released_at is null returning backup_id, taken_at, restored_at`,
        [by?.personId ?? null],
      );
      if (rows.length === 0) throw archiveFault('notHeld');
      await this.audit.record(
        tx,
        ...rows.map((row) => ({
          act: 'restore.release',
          subject: { type: 'backup', id: row.backup_id },
          by,
          facts: { takenAt: row.taken_at.toISOString(), restoredAt: row.restored_at.toISOString() },
        })),
      );
      this.store.afterCommit(this.bell.ringer('outbox'));
      return { released: rows.length };
    });
  }
}
