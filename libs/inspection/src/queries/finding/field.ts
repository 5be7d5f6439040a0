import type { Actor } from '@ducha/access';
import { idsAt, prepared } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { VisitState } from '../../domain/visit/visit-lifecycle.js';
import { findingFault } from '../../finding-faults.js';
import { personsBehind, refuseRecusedBehind } from '../../usecases/finding/persons-behind.js';

/** A visit as far as writing to it goes. */
export interface FieldVisit {
  readonly id: string;
  readonly inspectionId: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly siteId: string | null;
  readonly state: VisitState;
  readonly standardId: string | null;
  readonly standardNumber: number | null;
}

type Found = FieldVisit & { readonly duty: string | null; readonly steppedBack: boolean };

const visitSql = prepared(`
  select v.id, v.inspection_id as "inspectionId", v.group_id as "groupId", v.unit_id as "unitId", v.site_id as "siteId", v.state,
    i.standard_id as "standardId", i.standard_number as "standardNumber",
    (select m.duty from inspection_member m where m.inspection_id = v.inspection_id and m.person_id = $2
       and (m.group_id is null or m.group_id = v.group_id) and m.from_at <= now() and (m.to_at is null or m.to_at > now())) as duty,
    exists (select 1 from visit_recusal r where r.visit_id = v.id and r.person_id = any(${idsAt('$3')})) as "steppedBack"
  from visit v join inspection i on i.id = v.inspection_id where v.id = $1 for share of v`);

/**
 * A visit to which the actor may write: of the group that goes there, or roving over all groups. To everybody else it does not exist.
 * @throws Fault `finding.visitNotFound`, onlyReads, steppedBack, notArrived, visitOver; `inspection.recused`
 */
export async function visitToWrite(tx: EntityManager, id: string, by: Actor): Promise<FieldVisit> {
  const [visit] = await tx.query<Found[]>(visitSql, [id, by.personId, personsBehind(by)]);
  if (!visit || visit.duty === null) throw findingFault('visitNotFound');
  if (visit.duty === 'invited') throw findingFault('onlyReads');
  if (visit.steppedBack) throw findingFault('steppedBack');
  if (visit.state === 'assigned') throw findingFault('notArrived');
  if (visit.state === 'replaced') throw findingFault('visitOver');
  await refuseRecusedBehind(tx, by, visit.unitId);
  return visit;
}
