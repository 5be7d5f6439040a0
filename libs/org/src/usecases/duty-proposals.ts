import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { itemPath } from '../domain/duty-line.js';
import { orgFault } from '../org-faults.js';
import { linesInForce } from './duty-rows.js';
import { KeepDuties } from './keep-duties.js';

/** What a ruling says of an item: not this unit leads it, but that one. */
export interface NewDutyProposal {
  readonly disputeId: string;
  readonly category: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
}

interface ProposalRow extends NewDutyProposal {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

/** Rulings propose changes of the duty register; a person who keeps it accepts them or not. */
@Injectable()
export class DutyProposals {
  constructor(
    private readonly store: Store,
    private readonly duties: KeepDuties,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** In the transaction of the ruling. Says nothing where the register has it so already. */
  async propose(tx: EntityManager, { disputeId, category, fromUnitId, toUnitId }: NewDutyProposal): Promise<void> {
    const path = itemPath(category);
    if (path === null) return;
    const [line] = await linesInForce(tx, [path]);
    if (line?.leadUnitId === toUnitId) return;
    await tx.query(
      `insert into duty_proposal (id, dispute_id, category, from_unit_id, to_unit_id, state, proposed_at, version)
       values ($1, $2, $3, $4, $5, 'proposed', now(), 1)`,
      [this.ids.next(), disputeId, path, fromUnitId, toUnitId],
    );
  }

  /** @throws Fault `org.dutyProposalNotFound`, `org.dutyProposalDecided`, `http.preconditionFailed`, and those of the register */
  decide(id: string, version: number, decision: 'accept' | 'decline', by: Doer): Promise<void> {
    return this.store.transaction(async (tx) => {
      const [seen] = await tx.query<ProposalRow[]>(
        `select id, category, from_unit_id as "fromUnitId", to_unit_id as "toUnitId", dispute_id as "disputeId", state, version
         from duty_proposal where id = $1 for update`,
        [id],
      );
      if (!seen) throw orgFault('dutyProposalNotFound');
      refuseStale(seen, version);
      if (seen.state !== 'proposed') throw orgFault('dutyProposalDecided');
      if (decision === 'accept') await this.write(tx, seen, by);
      const state = decision === 'accept' ? 'accepted' : 'declined';
      await tx.query(
        'update duty_proposal set state = $2, decided_by = $3, decided_at = now(), version = version + 1 where id = $1',
        [id, state, by.personId],
      );
      const facts = { disputeId: seen.disputeId, leadUnitId: seen.toUnitId };
      const subject = { type: 'duty_proposal', id };
      await this.audit.record(tx, {
        act: `duty_proposal.${decision}`,
        subject,
        by,
        from: 'proposed',
        to: state,
        facts,
      });
    });
  }

  /** The item’s own line names the other unit from now on; an item without one gets it. */
  private async write(tx: EntityManager, { category, toUnitId }: ProposalRow, by: Doer): Promise<void> {
    const [line] = await linesInForce(tx, [category]);
    const assistUnitIds = (line?.assistUnitIds ?? []).filter((unitId) => unitId !== toUnitId);
    const { townshipList = null, basis = null } = line ?? {};
    const written = { leadUnitId: toUnitId, assistUnitIds, townshipList, basis };
    if (!line) await this.duties.create(by, { ...written, category }, { reason: null });
    else if (line.leadUnitId !== toUnitId)
      await this.duties.change(by, line.id, line.version, written, { reason: null });
  }
}
