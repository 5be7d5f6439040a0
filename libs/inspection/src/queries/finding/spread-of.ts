import type { EntityManager } from 'typeorm';
import type { Spread } from '../../domain/finding/spread.js';

/** Where some findings of an inspection were made. Merged findings count with the one that stayed. */
export async function spreadOf(
  asked: Pick<EntityManager, 'query'>,
  inspectionId: string,
  findingIds: readonly string[],
): Promise<Spread> {
  const [spread] = await asked.query<Spread[]>(
    `select count(distinct coalesce(f.merged_into, f.id))::int as findings, count(distinct f.unit_id)::int as units,
       count(distinct coalesce(f.site_id, f.unit_id))::int as sites, count(distinct f.group_id)::int as groups,
       (select count(distinct v.unit_id)::int from visit v where v.inspection_id = $1 and v.arrived_at is not null) as "inspectedUnits"
     from finding f where f.inspection_id = $1 and (f.id = any($2) or f.merged_into = any($2))`,
    [inspectionId, findingIds],
  );
  return spread ?? { findings: 0, units: 0, sites: 0, groups: 0, inspectedUnits: 0 };
}
