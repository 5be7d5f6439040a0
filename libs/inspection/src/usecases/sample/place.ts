import type { Actor } from '@ducha/access';
import type { EntityManager } from 'typeorm';
import { inspectionFault } from '../../inspection-faults.js';
import { planFault } from '../../plan-faults.js';
import { refuseRecused } from '../../queries/group/recusals.js';
import type { InspectionRow } from '../plan/inspection-rows.js';

/** Where a draw is made, and how much of every stratum it takes. */
export interface Place {
  readonly kind: 'villages' | 'households';
  readonly purpose: string;
  readonly quota: number;
  /** Of households: the group that stands there. */
  readonly groupId: string | null;
}

interface Facts {
  readonly name: string;
  readonly villages: number | null;
  readonly households: number | null;
  readonly village: string | null;
  readonly unitId: string | null;
  readonly groupId: string | null;
  readonly isMember: boolean;
}

/**
 * Villages are drawn by planners while the plan is frozen and not out; households by the group whose visit to the village
 * it is, on the ground.
 * @throws Fault `inspection.notSampled`, `outsidePlan`, `notInGroup`, `recused`, `moveRefused`
 */
export async function placeOf(tx: EntityManager, row: InspectionRow, siteId: string | null, by: Actor): Promise<Place> {
  const [facts] = await tx.query<Facts[]>(
    `select i.name, i.villages_per_unit as villages, i.households_per_village as households, s.name as village, s.unit_id as "unitId",
       v.group_id as "groupId",
       exists (select 1 from inspection_member m where m.inspection_id = i.id and m.group_id = v.group_id and m.person_id = $3 and m.duty in ('leader', 'member')) as "isMember"
     from inspection i left join visit v on v.inspection_id = i.id and v.site_id = $2 left join site s on s.id = v.site_id and s.kind = 'village' where i.id = $1`,
    [row.id, siteId, by.personId],
  );
  if (!facts) throw planFault('inspectionNotFound');
  return siteId === null ? villages(row, facts, by) : households(tx, row, facts, by);
}

function villages({ state }: InspectionRow, { name, villages: quota }: Facts, by: Actor): Place {
  if (by.role !== 'bureau_head' && by.role !== 'bureau_officer') throw planFault('notInGroup');
  if (state !== 'planned') throw inspectionFault('moveRefused', { from: state, on: 'draw' });
  if (quota === null) throw planFault('notSampled');
  return { kind: 'villages', purpose: `${plain(name)} 抽村`, quota, groupId: null };
}

async function households(
  tx: EntityManager,
  { state }: InspectionRow,
  { name, village, unitId, groupId, isMember, households: quota }: Facts,
  by: Actor,
): Promise<Place> {
  if (village === null || unitId === null || groupId === null) throw planFault('outsidePlan');
  if (!isMember) throw planFault('notInGroup');
  if (state !== 'released' && state !== 'on_site') throw planFault('notTaking');
  if (quota === null) throw planFault('notSampled');
  await refuseRecused(tx, by.personId, unitId);
  return { kind: 'households', purpose: `${plain(name)} ${plain(village)} 抽户`, quota, groupId };
}

/** A control character could forge another line of the record. */
export const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
