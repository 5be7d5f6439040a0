import { Inject, Injectable } from '@nestjs/common';
import type { Plan } from '../../domain/plan/plan.js';
import { type SealedAmendment, type SealedDocument, withPlan } from '../../domain/sealed/sealed-document.js';
import type { SealedView } from '../../http/sealed/sealed.view.js';
import { planFault } from '../../plan-faults.js';
import { SealedPage } from '../../queries/sealed/sealed-page.query.js';
import { refuseUnready } from '../plan/going.js';
import { refuseUnfinishedPlan } from '../plan/refuse-plan.js';
import type { OpenedPlan } from './custody/opened-plan.js';
import { SealedCustody } from './custody/sealed-custody.js';
import type { SealedCommand } from './draft-sealed.js';
import { instantOf, moved, refuseOverToday } from './opened-moves.js';
import { sealedGoals } from './sealed-goals.js';
import { SEALED_IDS, type SealedIds } from './sealed-ids.js';

/** Changes a frozen sealed plan: proposed by one, approved by a principal who is another person. */
@Injectable()
export class AmendSealed {
  constructor(
    private readonly custody: SealedCustody,
    private readonly page: SealedPage,
    @Inject(SEALED_IDS) private readonly ids: SealedIds,
  ) {}

  /** @throws Fault `sealed.moveRefused`, `inspection.amendmentOpen`, and as a plan is refused */
  propose(command: SealedCommand, plan: Plan, reason: string): Promise<SealedView> {
    const { version, by } = command;
    return this.custody.open(command, { act: 'propose_amendment', version }, async (opened) => {
      const { tx, document } = opened;
      moved(document, 'amend');
      if (document.amendments.some(({ state }) => state === 'proposed')) throw planFault('amendmentOpen');
      await refuseUnfinishedPlan(tx, plan);
      const decided = { decidedBy: null, decidedAt: null };
      const made = { id: this.ids.next(), plan, reason, proposedBy: by.personId, proposedAt: instantOf(opened) };
      const amendments: SealedAmendment[] = [...document.amendments, { ...made, state: 'proposed', ...decided }];
      await opened.keep({ ...document, amendments });
      return this.page.of(opened);
    });
  }

  /** @throws Fault `inspection.amendmentNotFound`, `ownProposal`, `sealed.notYours`, and as a plan is refused */
  decide(command: SealedCommand, amendmentId: string, isApproved: boolean): Promise<SealedView> {
    const { version, by } = command;
    const opening = { act: 'decide_amendment', capacities: ['principal'] as const, version };
    return this.custody.open(command, opening, async (opened) => {
      const { document } = opened;
      const amendment = document.amendments.find(({ id, state }) => id === amendmentId && state === 'proposed');
      if (!amendment) throw planFault('amendmentNotFound');
      if (amendment.proposedBy === by.personId) throw planFault('ownProposal');
      const state = isApproved ? 'approved' : 'declined';
      const decided: SealedAmendment = { ...amendment, state, decidedBy: by.personId, decidedAt: instantOf(opened) };
      const amendments = document.amendments.map((one) => (one.id === amendmentId ? decided : one));
      const next = { ...document, amendments };
      await opened.keep(isApproved ? await amended(opened, next, amendment.plan) : next);
      await opened.record({ amendmentId, state });
      return this.page.of(opened);
    });
  }
}

async function amended(opened: OpenedPlan, document: SealedDocument, plan: Plan): Promise<SealedDocument> {
  const next = withPlan(moved(document, 'amend'), plan);
  await refuseUnfinishedPlan(opened.tx, plan);
  refuseOverToday(opened, plan);
  if (next.state === 'sealed') await refuseUnready(opened.tx, plan, await sealedGoals(opened.tx, next));
  return next;
}
