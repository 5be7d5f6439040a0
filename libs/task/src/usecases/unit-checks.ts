import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Duty } from '../domain/assignment-lifecycle.js';
import { faultsOfPlan } from '../domain/task-plan.js';
import { OpeningFactsQuery } from '../queries/opening-facts.query.js';
import type { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';
import { refusePlan } from './refuse-plan.js';
import { planOf } from './task-reading.js';

/** Whether units can take a share of a task that is out already. */
@Injectable()
export class UnitChecks {
  constructor(private readonly facts: OpeningFactsQuery) {}

  /** @throws Fault naming the field for a unit that cannot take it: unknown, a village, against the townships’ lists */
  async refuse(
    task: TaskRow,
    duty: Duty,
    unitIds: readonly string[],
    pathOf: (place: number) => string,
  ): Promise<void> {
    for (const [place, unitId] of unitIds.entries()) {
      const isLead = duty === 'lead' && place === 0;
      const units = isLead ? { leadUnitId: unitId, assistUnitIds: [] } : { leadUnitId: null, assistUnitIds: [unitId] };
      const plan = { ...planOf(task), ...units, dueAt: null };
      const faults = faultsOfPlan(plan, await this.facts.of([plan]), 'draft', 'bind').filter(
        ({ error }) => error.path === 'leadUnitId' || error.path === 'assistUnitIds[0]',
      );
      refusePlan(faults.map((fault) => ({ ...fault, error: { ...fault.error, path: pathOf(place) } })));
    }
  }

  /** @throws Fault `task.unknownUnit` naming the field */
  async refuseUnknown(tx: EntityManager, unitIds: readonly string[], pathOf: (place: number) => string): Promise<void> {
    const known = await tx.query<{ id: string }[]>(
      'select id from unit where id = any($1) and from_at <= now() and (to_at is null or to_at > now())',
      [unitIds],
    );
    const place = unitIds.findIndex((id) => !known.some((one) => one.id === id));
    if (place >= 0)
      throw taskFault('unknownUnit', {}, [{ path: pathOf(place), message: 'does not exist', constraint: 'known' }]);
  }
}
