import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { matterFault } from '../matter-faults.js';
import { refuseWrongNames } from '../queries/named-in-plan.js';
import { readSeenMatter } from './matter-reading.js';

/** That another organ has acknowledged a matter. */
export interface RecordReceiptCommand {
  readonly matterId: string;
  readonly version: number;
  /** Who took it over there. */
  readonly receivedBy: string;
  readonly receiptNo: string | null;
  readonly receivedAt: Date;
  readonly by: Actor;
}

/** Writes down the receipt (回执) of what was handed over or passed on; once. */
@Injectable()
export class RecordReceipt {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `matter.receiptNotAwaited`, `matter.dateInFuture` */
  async run({ matterId, version, receivedBy, receiptNo, receivedAt, by }: RecordReceiptCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const seen = await readSeenMatter(tx, { id: matterId, version });
      await refuseWrongNames(this.store, { past: { receivedAt } });
      const written = await this.store.query<{ id: string; manner: string }>(
        `update hand_over set received_by = $2, receipt_no = $3, receipt_at = $4, recorded_by = $5, recorded_at = now()
         where matter_id = $1 and receipt_at is null and $6 returning id, manner`,
        [matterId, receivedBy, receiptNo, receivedAt, by.personId, seen.state === 'handed_over'],
      );
      const [first] = written;
      if (!first) throw matterFault('receiptNotAwaited');
      await tx.query('update matter set version = version + 1 where id = $1', [matterId]);
      const facts = { manner: first.manner };
      await this.audit.record(tx, { act: 'matter.receipt', subject: { type: 'matter', id: matterId }, by, facts });
    });
  }
}
