import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { inspectionLifecycle } from '../../domain/plan/inspection-lifecycle.js';
import type { Plan } from '../../domain/plan/plan.js';
import { planFault } from '../../plan-faults.js';
import { inspectionToMove, lockInspection, moveInspection } from './inspection-rows.js';
import { refuseFaultyPlan, refuseUnfinishedPlan } from './refuse-plan.js';
import { WritePlan } from './write-plan.js';
import { planOf } from '../../queries/plan/plan-rows.js';

/** A change of one inspection. */
export interface InspectionCommand {
  readonly id: string;
  readonly version: number;
  readonly by: Actor;
}

/** Drafts inspections, writes their plans, and proposes or cancels them. */
@Injectable()
export class DraftInspection {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly write: WritePlan,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id. @param standing  a standing patrol: one plan and one code for a long time */
  start(name: string, standing: boolean, by: Actor): Promise<string> {
    return this.store.transaction(async (tx) => {
      const id = this.ids.next();
      await tx.query(
        `insert into inspection (id, state, version, name, methods, standing, created_by, created_at) values ($1, $2, 1, $3, '{}', $4, $5, now())`,
        [id, inspectionLifecycle.initial, name, standing, by.personId],
      );
      const subject = { type: 'inspection', id };
      await this.audit.record(tx, { act: 'inspection.start', subject, by, to: inspectionLifecycle.initial });
      return id;
    });
  }

  /** Replaces the plan whole, while it is a draft. @throws Fault `inspection.planFrozen` and as `refuseFaultyPlan` */
  plan({ id, version, by }: InspectionCommand, plan: Plan): Promise<void> {
    return this.store.transaction(async (tx) => {
      const row = await lockInspection(tx, id);
      refuseStale(row, version);
      if (row.state !== 'draft') throw planFault('planFrozen', { state: row.state });
      await refuseFaultyPlan(tx, plan);
      await this.write.run(tx, id, plan);
      await moveInspection(tx, id, row.state);
      const { objects, sites, groups } = plan;
      const facts = { objects: objects.length, sites: sites.length, groups: groups.length };
      await this.audit.record(tx, { act: 'inspection.plan', subject: { type: 'inspection', id }, by, facts });
    });
  }

  /** Puts it before the principals: the second door of L06. @throws Fault `inspection.planIncomplete`, `moveRefused` */
  propose({ id, version, by }: InspectionCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { row, to } = await inspectionToMove(tx, { id, version, on: 'propose' });
      await refuseUnfinishedPlan(tx, await planOf(tx, id));
      await tx.query('update inspection set proposed_by = $2, proposed_at = now() where id = $1', [id, by.personId]);
      await moveInspection(tx, id, to);
      const subject = { type: 'inspection', id };
      await this.audit.record(tx, { act: 'inspection.propose', subject, by, from: row.state, to });
    });
  }

  /** Gives it up before the release. @throws Fault `inspection.moveRefused` */
  cancel({ id, version, by }: InspectionCommand, reason: string): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { row, to } = await inspectionToMove(tx, { id, version, on: 'cancel' });
      await moveInspection(tx, id, to);
      const subject = { type: 'inspection', id };
      await this.audit.record(tx, { act: 'inspection.cancel', subject, by, from: row.state, to, words: reason });
    });
  }
}
