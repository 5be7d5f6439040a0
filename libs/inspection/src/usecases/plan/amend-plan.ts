import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Plan } from '../../domain/plan/plan.js';
import { planFault } from '../../plan-faults.js';
import type { InspectionCommand } from './draft-inspection.js';
import { inspectionToMove, lockInspection, moveInspection } from './inspection-rows.js';
import { refuseOverOrClashing } from './open-inspection.js';
import { refuseUnfinishedPlan } from './refuse-plan.js';
import { WritePlan } from './write-plan.js';

/** Changes a frozen plan: proposed by one, approved by a principal, and only before the release (L10). */
@Injectable()
export class AmendPlan {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly write: WritePlan,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the amendment's id. @throws Fault `inspection.moveRefused`, `amendmentOpen`, and as a plan is refused */
  propose({ id, version, by }: InspectionCommand, plan: Plan, reason: string): Promise<string> {
    return this.store.transaction(async (tx) => {
      await inspectionToMove(tx, { id, version, on: 'amend' });
      return this.proposeIn(tx, { id, plan, reason, by });
    });
  }

  /** The same inside another deed, on a locked inspection. */
  async proposeIn(
    tx: EntityManager,
    { id, plan, reason, by }: { id: string; plan: Plan; reason: string; by: Actor },
  ): Promise<string> {
    await refuseUnfinishedPlan(tx, plan);
    const open = await tx.query<unknown[]>(
      `select 1 from inspection_amendment where inspection_id = $1 and state = 'proposed'`,
      [id],
    );
    if (open.length > 0) throw planFault('amendmentOpen');
    const amendmentId = this.ids.next();
    await tx.query(
      `insert into inspection_amendment (id, inspection_id, plan, reason, state, proposed_by, proposed_at, version) values ($1, $2, $3, $4, 'proposed', $5, now(), 1)`,
      [amendmentId, id, JSON.stringify(plan), reason, by.personId],
    );
    const subject = { type: 'inspection_amendment', id: amendmentId };
    await this.audit.record(tx, { act: 'inspection.propose_amendment', subject, about: id, by, words: reason });
    return amendmentId;
  }

  /** @throws Fault `inspection.amendmentNotFound`, `ownProposal`, `clash`, and as a plan is refused */
  decide({ id, version, by }: InspectionCommand, amendmentId: string, isApproved: boolean): Promise<void> {
    return this.store.transaction(async (tx) => {
      const amendment = await openAmendment(tx, id, amendmentId);
      refuseStale(amendment, version);
      if (amendment.proposedBy === by.personId) throw planFault('ownProposal');
      if (isApproved) await this.apply(tx, id, amendment.plan);
      const to = isApproved ? 'approved' : 'declined';
      await tx.query(
        `update inspection_amendment set state = $2, decided_by = $3, decided_at = now(), version = version + 1 where id = $1`,
        [amendmentId, to, by.personId],
      );
      const subject = { type: 'inspection_amendment', id: amendmentId };
      await this.audit.record(tx, { act: 'inspection.decide_amendment', subject, about: id, by, from: 'proposed', to });
    });
  }

  private async apply(tx: EntityManager, id: string, plan: Plan): Promise<void> {
    const { to } = await inspectionToMove(tx, { id, version: null, on: 'amend' });
    await refuseUnfinishedPlan(tx, plan);
    await this.write.run(tx, id, plan);
    await moveInspection(tx, id, to);
    await refuseOverOrClashing(tx, await lockInspection(tx, id));
  }
}

interface Amendment {
  readonly plan: Plan;
  readonly proposedBy: string;
  readonly version: number;
}

async function openAmendment(tx: EntityManager, inspectionId: string, id: string): Promise<Amendment> {
  const [row] = await tx.query<Amendment[]>(
    `select plan, proposed_by as "proposedBy", version from inspection_amendment
     where id = $1 and inspection_id = $2 and state = 'proposed' for update`,
    [id, inspectionId],
  );
  if (!row) throw planFault('amendmentNotFound');
  return row;
}
