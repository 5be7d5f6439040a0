import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import type { Organ } from '../../domain/finding/finding-codes.js';
import { findingFault } from '../../finding-faults.js';
import { findingToMove, lockedFinding } from '../../queries/finding/finding-rows.js';
import type { FindingCommand } from './confirm-finding.js';
import { refuseRecusedBehind } from './persons-behind.js';

/** To whom a clue goes, and why. */
export interface HandOverCommand extends FindingCommand {
  readonly organ: Organ;
  readonly toOrgan: string;
  readonly reason: string;
}

/** That the organ has it. */
export interface ReceiptCommand extends FindingCommand {
  readonly receiptNo: string;
  readonly receivedBy: string;
}

/**
 * A clue of an offence goes to the competent organ (L17): from then on the finding is shown to whoever leads and to the person
 * who handed it over, and to nobody else. What was said with it stands beside the record and not on a timeline.
 */
@Injectable()
export class HandOverFinding {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `finding.moveRefused`; `inspection.recused` */
  run({ id, version, organ, toOrgan, reason, by }: HandOverCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { finding, to } = await findingToMove(tx, { id, version, on: 'hand_over' });
      await refuseRecusedBehind(tx, by, finding.unitId);
      await tx.query('update finding set state = $2, restricted = true, version = version + 1 where id = $1', [id, to]);
      await tx.query(
        'insert into finding_hand_over (finding_id, organ, to_organ, reason, handed_by, handed_at) values ($1, $2, $3, $4, $5, now())',
        [id, organ, toOrgan, reason, by.personId],
      );
      await this.audit.record(tx, {
        act: 'finding.hand_over',
        subject: { type: 'finding', id },
        by,
        from: finding.state,
        to,
        facts: { organ },
      });
    });
  }

  /** @throws Fault `finding.moveRefused`, `finding.handedOver` */
  receipt({ id, version, receiptNo, receivedBy, by }: ReceiptCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const finding = await lockedFinding(tx, id);
      refuseStale(finding, version);
      if (finding.state !== 'handed_over') throw findingFault('moveRefused', { from: finding.state, on: 'receipt' });
      const [, noted] = await tx.query<[unknown, number]>(
        `update finding_hand_over set receipt_no = $2, received_by = $3, received_at = now() where finding_id = $1 and receipt_no is null`,
        [id, receiptNo, receivedBy],
      );
      if (noted === 0) throw findingFault('handedOver');
      await tx.query('update finding set version = version + 1 where id = $1', [id]);
      await this.audit.record(tx, { act: 'finding.receipt', subject: { type: 'finding', id }, by });
    });
  }
}
