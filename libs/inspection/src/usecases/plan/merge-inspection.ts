import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { mergePlans } from '../../domain/plan/merge-plans.js';
import { planFault } from '../../plan-faults.js';
import { planOf } from '../../queries/plan/plan-rows.js';
import { AmendPlan } from './amend-plan.js';
import type { InspectionCommand } from './draft-inspection.js';
import { type InspectionRow, inspectionToMove, lockInspection, moveInspection } from './inspection-rows.js';
import { refuseFaultyPlan } from './refuse-plan.js';
import { WritePlan } from './write-plan.js';

/** Settles a clash: one inspection ends in another, which takes over what it adds; a frozen one by an amendment that a principal decides. */
@Injectable()
export class MergeInspection {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly write: WritePlan,
    private readonly amend: AmendPlan,
  ) {}

  /** @throws Fault `inspection.mergeTarget`, `periodsApart`, `moveRefused`, `amendmentOpen`, and as a plan is refused */
  run({ id, version, by }: InspectionCommand, intoId: string): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { row, to } = await inspectionToMove(tx, { id, version, on: 'cancel' });
      const into = intoId === id ? row : await lockInspection(tx, intoId);
      if (intoId === id || !canTake(into, row))
        throw planFault('mergeTarget', {}, [{ path: 'intoId', message: 'cannot take this one', constraint: 'target' }]);
      const merged = mergePlans(await planOf(tx, intoId), await planOf(tx, id));
      if (merged === null)
        throw planFault('periodsApart', {}, [
          { path: 'intoId', message: 'goes out in other weeks', constraint: 'week' },
        ]);
      await tx.query('update inspection set merged_into_id = $2 where id = $1', [id, intoId]);
      await moveInspection(tx, id, to);
      if (into.state === 'draft') {
        await refuseFaultyPlan(tx, merged);
        await this.write.run(tx, intoId, merged);
        await moveInspection(tx, intoId, into.state);
      } else {
        await this.amend.proposeIn(tx, { id: intoId, plan: merged, reason: '并入另一项督查', by });
      }
      const subject = { type: 'inspection', id };
      await this.audit.record(tx, { act: 'inspection.merge', subject, by, from: row.state, to, facts: { intoId } });
    });
  }
}

const canTake = (into: InspectionRow, from: InspectionRow): boolean =>
  (into.state === 'draft' || into.state === 'planned') &&
  into.fromOn !== null &&
  into.toOn !== null &&
  from.fromOn !== null &&
  from.toOn !== null &&
  into.standing === from.standing;
