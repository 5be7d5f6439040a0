import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { refuseWrongNames } from '../queries/named-in-plan.js';

/** What the office or the bureau puts before a principal. */
export interface NewHandlingProposal {
  readonly wording: string;
  readonly leadUnitId: string | null;
  readonly assistUnitIds: readonly string[];
  readonly dueAt: Date | null;
  readonly forPersonId: string;
}

/** Puts handling proposals (拟办意见) into trays. */
@Injectable()
export class HandlingProposals {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /**
   * Puts a proposal for a received matter; the caller has checked the matter's state.
   * @throws Fault naming `handlingProposal.…` when a unit, the date or the principal does not hold; `matter.proposalPending`
   */
  async put(tx: EntityManager, matterId: string, proposal: NewHandlingProposal, by: Actor): Promise<string> {
    const { wording, leadUnitId, assistUnitIds, dueAt, forPersonId } = proposal;
    const principal = { id: forPersonId, path: 'handlingProposal.forPersonId' };
    await refuseWrongNames(this.store, { leadUnitId, assistUnitIds, dueAt, principal }, 'handlingProposal.');
    const id = this.ids.next();
    await tx.query(
      `insert into handling_proposal (id, matter_id, wording, lead_unit_id, assist_unit_ids, due_at, for_person_id, proposed_by, proposed_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, now(), 1)`,
      [id, matterId, wording, leadUnitId, assistUnitIds, dueAt, forPersonId, by.personId],
    );
    const facts = { forPersonId, leadUnitId, assistUnitIds };
    await this.audit.record(tx, {
      act: 'handling_proposal.put',
      subject: { type: 'handling_proposal', id },
      about: matterId,
      by,
      facts,
      words: wording,
    });
    return id;
  }
}
