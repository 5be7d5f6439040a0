import type { EntityManager } from 'typeorm';
import type { Recusal } from '../../domain/draw/draw-record.js';
import type { FrameSite } from '../../domain/sample/site-terms.js';
import { planFault } from '../../plan-faults.js';
import { recusalsOf } from '../group/recusals.js';

/** The sites a draw takes at most. */
const most = 20_000;

// a unit's short name is unique among units of its kind; where two share one, the end of the id tells them apart
const villagesSql = `
  select s.id as "siteId", u.short_name || '/' || s.code || ' ' || s.name as row, u.id as "unitId",
    case when count(*) over (partition by u.short_name) = count(*) over (partition by u.id) then u.short_name else u.short_name || right(u.id::text, 6) end as stratum,
    s.id = any($2::uuid[]) as taken
  from unit u join site s on s.unit_id = u.id and s.kind = 'village' and s.to_at is null
  where u.id = any($1::uuid[]) order by s.id limit ${most + 1}`;

const householdsSql = `
  select s.id as "siteId", s.code as row, s.unit_id as "unitId", v.name as stratum,
    exists (select 1 from inspection_site t where t.inspection_id = $1 and t.site_id = s.id) as taken
  from site s join site v on v.id = s.parent_id
  where s.parent_id = $2 and s.kind = 'household' and s.to_at is null order by s.id limit ${most + 1}`;

/** The villages of units. @param takenIds  sites that are chosen already @throws Fault `inspection.emptyFrame` */
export const villagesOf = (
  tx: EntityManager,
  unitIds: readonly string[],
  takenIds: readonly string[],
): Promise<FrameSite[]> => frameOf(tx.query<FrameSite[]>(villagesSql, [unitIds, takenIds]));

/** The villages of the inspection's objects. @throws Fault `inspection.emptyFrame` */
export async function villageFrame(tx: EntityManager, inspectionId: string): Promise<FrameSite[]> {
  const [facts] = await tx.query<{ unitIds: string[]; takenIds: string[] }[]>(
    `select array(select unit_id from inspection_object where inspection_id = $1) as "unitIds",
       array(select site_id from inspection_site where inspection_id = $1) as "takenIds"`,
    [inspectionId],
  );
  return villagesOf(tx, facts?.unitIds ?? [], facts?.takenIds ?? []);
}

/** The households of one village, by their numbers. @throws Fault `inspection.emptyFrame` */
export const householdFrame = (tx: EntityManager, inspectionId: string, villageId: string): Promise<FrameSite[]> =>
  frameOf(tx.query<FrameSite[]>(householdsSql, [inspectionId, villageId]));

async function frameOf(rows: Promise<FrameSite[]>): Promise<FrameSite[]> {
  const sites = await rows;
  if (sites.length > most || sites.every(({ taken }) => taken)) throw planFault('emptyFrame', { sites: sites.length });
  return sites;
}

/** A group of a draw by its number, with its leader and members. */
interface DrawnGroup {
  readonly group: string;
  readonly personIds: readonly string[];
}

/** Groups as inspectors of a draw: one is barred from a unit as soon as its leader or a member is. */
export async function groupRecusals(
  tx: EntityManager,
  inspectionId: string,
  sites: readonly FrameSite[],
): Promise<{ groups: string[]; recusals: Recusal[] }> {
  const groups = await tx.query<DrawnGroup[]>(
    `select g.number::text as "group",
       array(select m.person_id from inspection_member m where m.group_id = g.id and m.duty in ('leader', 'member') order by m.person_id) as "personIds"
     from inspection_group g where g.inspection_id = $1 order by g.number`,
    [inspectionId],
  );
  return recusalsOfGroups(tx, groups, sites);
}

/** The same for groups that a plan names. */
export async function recusalsOfGroups(
  tx: EntityManager,
  groups: readonly DrawnGroup[],
  sites: readonly FrameSite[],
): Promise<{ groups: string[]; recusals: Recusal[] }> {
  const people = groups.flatMap(({ personIds }) => personIds);
  const found = await recusalsOf(tx, people, [...new Set(sites.map(({ unitId }) => unitId))]);
  const barred = new Map<string, Recusal>();
  for (const { group, personIds } of groups)
    for (const { unitId, reason } of found.filter(({ personId }) => personIds.includes(personId)))
      if (!barred.has(`${group} ${unitId}`))
        barred.set(`${group} ${unitId}`, { inspector: group, party: unitId, reason });
  return { groups: groups.map(({ group }) => group), recusals: [...barred.values()] };
}
