import { Injectable } from '@nestjs/common';
import type { Plan } from '../../domain/plan/plan.js';
import { withPlan } from '../../domain/sealed/sealed-document.js';
import type { SealedView } from '../../http/sealed/sealed.view.js';
import { planFault } from '../../plan-faults.js';
import { SealedPage } from '../../queries/sealed/sealed-page.query.js';
import { withdrawAll } from '../call-up/call-up-rows.js';
import { refuseFaultyPlan, refuseUnfinishedPlan } from '../plan/refuse-plan.js';
import { type SealedAsk, SealedCustody } from './custody/sealed-custody.js';
import { instantOf, moved, refuseOverToday } from './opened-moves.js';

/** A change of one sealed plan by a named person who saw a version of it. */
export interface SealedCommand extends SealedAsk {
  readonly version: number;
}

/** Writes sealed plans, and leads them through the same two doors as open ones. */
@Injectable()
export class DraftSealed {
  constructor(
    private readonly custody: SealedCustody,
    private readonly page: SealedPage,
  ) {}

  /** Replaces the plan whole, while it is a draft. @throws Fault `inspection.planFrozen` and as an open plan is refused */
  plan(command: SealedCommand, plan: Plan): Promise<SealedView> {
    return this.custody.open(command, { act: 'plan', version: command.version }, async (opened) => {
      const { tx, document } = opened;
      if (document.state !== 'draft') throw planFault('planFrozen', { state: document.state });
      await refuseFaultyPlan(tx, plan);
      await opened.keep(withPlan(document, plan));
      const { objects, sites, groups } = plan;
      await opened.record({ objects: objects.length, sites: sites.length, groups: groups.length });
      return this.page.of(opened);
    });
  }

  /** Puts it before the principals who are named. @throws Fault `sealed.moveRefused`, `inspection.planIncomplete` */
  propose(command: SealedCommand): Promise<SealedView> {
    return this.custody.open(command, { act: 'propose', version: command.version }, async (opened) => {
      const { tx, document } = opened;
      const next = moved(document, 'propose');
      await refuseUnfinishedPlan(tx, document.plan);
      await opened.keep({ ...next, proposed: { by: command.by.personId, at: instantOf(opened) } });
      return this.page.of(opened);
    });
  }

  /**
   * A principal's instruction, or their approval of what another person proposed. Whom it meets is settled at the release.
   * @throws Fault `inspection.ownProposal`, `periodOver`, `planIncomplete`, `sealed.notYours`, `sealed.moveRefused`
   */
  openDoor(command: SealedCommand, on: 'instruct' | 'approve', words: string | null): Promise<SealedView> {
    const { version, by } = command;
    return this.custody.open(command, { act: on, capacities: ['principal'], version }, async (opened) => {
      const { tx, document } = opened;
      const next = moved(document, on);
      if (on === 'approve' && document.proposed?.by === by.personId) throw planFault('ownProposal');
      await refuseUnfinishedPlan(tx, document.plan);
      refuseOverToday(opened, document.plan);
      const kind = on === 'approve' ? 'proposal' : 'instruction';
      const door = { kind, openedBy: by.personId, openedAt: instantOf(opened), words } as const;
      await opened.keep({ ...next, door });
      return this.page.of(opened);
    });
  }

  /** Gives it up before the release; what remains of it is a box and its chain. @throws Fault `sealed.moveRefused` */
  cancel(command: SealedCommand, reason: string): Promise<SealedView> {
    return this.custody.open(command, { act: 'cancel', version: command.version }, async (opened) => {
      const { tx, id, document } = opened;
      await opened.keep(moved(document, 'cancel'));
      await tx.query('update sealed_inspection set ended_at = now() where id = $1', [id]);
      await tx.query('delete from sealed_asked where sealed_id = $1', [id]);
      await withdrawAll(tx, id);
      await opened.record({ reason });
      return this.page.of(opened);
    });
  }
}
