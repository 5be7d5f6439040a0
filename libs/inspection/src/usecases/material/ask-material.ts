import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import { findingFault } from '../../finding-faults.js';
import { visitToWrite } from '../../queries/finding/field.js';
import { givenBy } from '../../queries/material/given-material.query.js';

/** What is asked of a unit at a visit. */
export interface MaterialRequest {
  readonly visitId: string;
  readonly what: string;
  readonly reason: string | null;
}

/** Asks a unit for material; where it gave some within a year, not without a reason that stands in the record (L39). */
@Injectable()
export class AskMaterial {
  constructor(
    private readonly store: Store,
    private readonly notices: Notices,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `finding.givenAlready` naming `reason`, and as `visitToWrite` */
  run({ visitId, what, reason }: MaterialRequest, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { unitId, inspectionId } = await visitToWrite(tx, visitId, by);
      const { reports, answers } = await givenBy(tx, unitId);
      if (reports + answers > 0 && reason === null)
        throw findingFault('givenAlready', { reports, answers }, [
          { path: 'reason', message: 'is wanted', constraint: 'said' },
        ]);
      const id = this.ids.next();
      await tx.query(
        `insert into material_request (id, visit_id, unit_id, what, reason, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, now())`,
        [id, visitId, unitId, what, reason, by.personId],
      );
      await this.notices.tell(tx, [
        {
          kind: 'inspection.material_asked',
          unitId,
          facts: { unitName: what },
          dedupeKey: `inspection.material_asked:${id}`,
        },
      ]);
      await this.audit.record(tx, {
        ...{ act: 'visit.ask_material', subject: { type: 'visit', id: visitId }, about: inspectionId, by },
        facts: { unitId, again: reports + answers > 0 },
        ...(reason !== null && { words: reason }),
      });
    });
  }
}
