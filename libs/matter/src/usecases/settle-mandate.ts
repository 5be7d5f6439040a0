import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { compareAndSet, Store } from '@ducha/store';
import { type MandateStanding, mandateStanding } from '../domain/standing-mandate.js';
import { matterFault } from '../matter-faults.js';
import { countyNow } from '../queries/county-now.js';
import { StandingMandateRow } from '../rows/standing-mandate.row.js';

/** Approval or revocation of a mandate. */
export interface SettleMandateCommand {
  readonly mandateId: string;
  readonly version: number;
  readonly on: 'approve' | 'revoke';
  readonly by: Actor;
}

const from: Record<SettleMandateCommand['on'], readonly MandateStanding[]> = {
  approve: ['proposed'],
  revoke: ['proposed', 'not_yet', 'in_force'],
};

/** A principal gives a mandate its force, or takes it. What was registered under it stays. */
@Injectable()
export class SettleMandate {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `matter.mandateNotFound`, `mandateSettled`; `mandateOwnProposal` to who asked for it */
  async run({ mandateId, version, on, by }: SettleMandateCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const seen = await tx.findOneBy(StandingMandateRow, { id: mandateId });
      if (!seen) throw matterFault('mandateNotFound');
      refuseStale(seen, version);
      const standing = mandateStanding(seen, (await countyNow(this.store)).now);
      if (!from[on].includes(standing)) throw matterFault('mandateSettled', { standing });
      if (on === 'approve' && seen.proposedBy === by.personId) throw matterFault('mandateOwnProposal');
      const changes =
        on === 'approve' ? { approvedBy: by.personId, approvedAt: () => 'now()' } : { revokedAt: () => 'now()' };
      await compareAndSet(tx, StandingMandateRow, seen, changes);
      const to = on === 'approve' ? 'approved' : 'revoked';
      await this.audit.record(tx, {
        act: `mandate.${on}`,
        subject: { type: 'mandate', id: mandateId },
        by,
        from: standing,
        to,
      });
    });
  }
}
