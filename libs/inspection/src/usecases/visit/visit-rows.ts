import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { inspectionFault } from '../../inspection-faults.js';
import { type VisitEvent, visitLifecycle, type VisitState } from '../../domain/visit/visit-lifecycle.js';
import { planFault } from '../../plan-faults.js';
import { refuseRecused } from '../../queries/group/recusals.js';

/** A visit as it is stored, with what its inspection allows now. */
export interface VisitRow {
  readonly id: string;
  readonly version: number;
  readonly inspectionId: string;
  readonly groupId: string;
  readonly siteId: string | null;
  readonly unitId: string;
  readonly state: VisitState;
  readonly inspectionState: string;
  readonly inPeriod: boolean;
  readonly isMember: boolean;
  readonly isOfGroup: boolean;
  readonly steppedBack: boolean;
}

const lockSql = `
  select v.id, v.version, v.inspection_id as "inspectionId", v.group_id as "groupId", v.site_id as "siteId", v.unit_id as "unitId", v.state,
    i.state as "inspectionState",
    coalesce(((case when $3::timestamptz between i.released_at and now() then $3 else now() end) at time zone 'Asia/Shanghai')::date
      between i.from_on and i.to_on, false) as "inPeriod",
    exists (select 1 from inspection_member m where m.inspection_id = v.inspection_id and m.person_id = $2) as "isMember",
    exists (select 1 from inspection_member m where m.group_id = v.group_id and m.person_id = $2 and m.duty in ('leader', 'member')) as "isOfGroup",
    exists (select 1 from visit_recusal r where r.visit_id = v.id and r.person_id = $2) as "steppedBack"
  from visit v join inspection i on i.id = v.inspection_id where v.id = $1 for update of v`;

interface OwnVisit {
  readonly id: string;
  readonly version: number;
  readonly by: Actor;
  /** When somebody was there by a device that had no signal: the period is judged by it where it can be true. */
  readonly capturedAt?: string | null;
}

/**
 * A visit, locked, for somebody of its group.
 * @throws Fault `inspection.visitNotFound`, `notInGroup`, `notTaking`, `http.preconditionFailed`
 */
export async function lockOwnVisit(
  tx: EntityManager,
  { id, version, by, capturedAt = null }: OwnVisit,
): Promise<VisitRow> {
  const [visit] = await tx.query<VisitRow[]>(lockSql, [id, by.personId, capturedAt]);
  const isOfBureau = by.role === 'bureau_head' || by.role === 'bureau_officer';
  const isElsewhere = by.issuedFor !== undefined && visit?.inspectionId !== by.issuedFor;
  if (!visit || isElsewhere || !(visit.isMember || isOfBureau)) throw planFault('visitNotFound');
  if (!visit.isOfGroup) throw planFault('notInGroup');
  refuseStale(visit, version);
  if (visit.inspectionState !== 'released' && visit.inspectionState !== 'on_site') throw planFault('notTaking');
  return visit;
}

/**
 * A visit that is about to move, by somebody of its group who need not stay away.
 * @throws Fault as `lockOwnVisit`, and `inspection.recused`, `inspection.moveRefused`
 */
export async function visitToMove(
  tx: EntityManager,
  command: OwnVisit & { readonly on: VisitEvent },
): Promise<{ readonly visit: VisitRow; readonly to: VisitState }> {
  const visit = await lockOwnVisit(tx, command);
  const { on, by } = command;
  const to = nextState(visitLifecycle, visit.state, on);
  if (to === undefined) throw inspectionFault('moveRefused', { from: visit.state, on });
  if (visit.steppedBack) throw planFault('recused', { unitId: visit.unitId });
  await refuseRecused(tx, by.personId, visit.unitId);
  return { visit, to };
}
