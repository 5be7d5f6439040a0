import type { EntityManager } from 'typeorm';
import type { SealedDocument } from '../../domain/sealed/sealed-document.js';
import type { Goals } from '../plan/going.js';

/** Where a sealed plan goes: what was chosen and what was drawn. */
export async function sealedGoals(tx: EntityManager, { plan, draw, drawnSites }: SealedDocument): Promise<Goals> {
  const rows = await tx.query<{ id: string; unitId: string }[]>(
    'select id, unit_id as "unitId" from site where id = any($1)',
    [plan.sites.map(({ siteId }) => siteId)],
  );
  const unitOf = new Map(rows.map(({ id, unitId }) => [id, unitId]));
  const chosen = plan.sites.map(({ siteId, group }) => ({ unitId: unitOf.get(siteId) ?? '', group }));
  return { isDrawn: draw?.record != null, isStanding: false, sites: [...chosen, ...drawnSites] };
}
