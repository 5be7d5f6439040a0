import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { EndDuties } from '../group/end-duties.js';
import { inspectionLifecycle, type InspectionState } from '../../domain/plan/inspection-lifecycle.js';

const openSql = `
  select exists (select 1 from conclusion c where c.inspection_id = $1)
    and not exists (select 1 from conclusion c where c.inspection_id = $1 and c.state not in ('final', 'revoked')) as settled`;

/** The last conclusion that is final makes its inspection final, and its people's duties and posts end. */
@Injectable()
export class SettleInspection {
  constructor(
    private readonly audit: Audit,
    private readonly duties: EndDuties,
  ) {}

  async after(tx: EntityManager, inspectionId: string, by: Actor | null): Promise<void> {
    const [inspection] = await tx.query<{ state: InspectionState }[]>(
      'select state from inspection where id = $1 for update',
      [inspectionId],
    );
    const to = inspection && nextState(inspectionLifecycle, inspection.state, 'conclude');
    const [row] = await tx.query<{ settled: boolean }[]>(openSql, [inspectionId]);
    if (!inspection || to === undefined || row?.settled !== true) return;
    await tx.query('update inspection set state = $2, final_at = now(), version = version + 1 where id = $1', [
      inspectionId,
      to,
    ]);
    await this.duties.run(tx, inspectionId, by);
    const subject = { type: 'inspection', id: inspectionId };
    await this.audit.record(tx, { act: 'conclusion.settle', subject, by, from: inspection.state, to });
  }
}
