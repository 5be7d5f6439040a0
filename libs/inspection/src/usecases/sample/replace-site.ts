import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { draw } from '../../domain/draw/draw.js';
import type { DrawRecord } from '../../domain/draw/draw-record.js';
import { nodeDigests } from '../../node-digests.js';

/** The visit whose site cannot be visited. */
interface Gone {
  readonly id: string;
  readonly inspectionId: string;
  readonly groupId: string;
  readonly siteId: string | null;
}

/** Brings in the reserve that the same seed named; a site that was chosen has none, and nobody chooses another. */
@Injectable()
export class ReplaceSite {
  constructor(@Inject(IDS) private readonly ids: Ids) {}

  async run(tx: EntityManager, { id, inspectionId, groupId, siteId }: Gone): Promise<void> {
    const found = await drawOf(tx, inspectionId, siteId);
    if (!found) return;
    let record = draw(
      { ...found.record, failed: [...found.record.replacements, { out: found.row, reason: 'moved' }] },
      nodeDigests,
    );
    let coming = record.replacements.at(-1)?.in ?? null;
    let site = coming === null ? null : await freeSite(tx, inspectionId, found, coming);
    while (coming !== null && site === null) {
      record = draw({ ...record, failed: [...record.replacements, { out: coming, reason: 'gone' }] }, nodeDigests);
      coming = record.replacements.at(-1)?.in ?? null;
      site = coming === null ? null : await freeSite(tx, inspectionId, found, coming);
    }
    await tx.query('update draw set record = $2 where id = $1', [found.drawId, JSON.stringify(record)]);
    if (site === null) return;
    const group = record.assigned.findLast(({ object }) => object === coming)?.inspectors[0];
    await tx.query(
      `insert into inspection_site (inspection_id, site_id, unit_id, group_id, stratum)
       select $1, s.id, s.unit_id, coalesce((select g.id from inspection_group g where g.inspection_id = $1 and g.number = $4), $5), $3 from site s where s.id = $2`,
      [inspectionId, site, found.stratum, group === undefined ? null : Number(group), groupId],
    );
    await tx.query(
      `insert into visit (id, inspection_id, group_id, site_id, unit_id, state, planned_on, replaces_id, version)
       select $1, s.inspection_id, s.group_id, s.site_id, s.unit_id, 'assigned', (now() at time zone 'Asia/Shanghai')::date, $4, 1
       from inspection_site s where s.inspection_id = $2 and s.site_id = $3`,
      [this.ids.next(), inspectionId, site, id],
    );
  }
}

interface DrawnSite {
  readonly drawId: string;
  readonly record: DrawRecord;
  readonly row: string;
  readonly stratum: string;
  readonly villageId: string | null;
}

// a village's row in the record bears its township's name before the stroke; a household's is its number
const rowOf = (s: string, u: string): string =>
  `case when ${s}.kind = 'household' then ${s}.code else ${u}.short_name || '/' || ${s}.code || ' ' || ${s}.name end`;

/** The draw that brought a site in, locked: two replacements take two reserves. */
async function drawOf(tx: EntityManager, inspectionId: string, siteId: string | null): Promise<DrawnSite | undefined> {
  const [found] = await tx.query<DrawnSite[]>(
    `select d.id as "drawId", d.record, ${rowOf('s', 'u')} as row, t.stratum, i.site_id as "villageId"
     from inspection_site t join site s on s.id = t.site_id join unit u on u.id = s.unit_id
       join inspection_draw i on i.inspection_id = t.inspection_id and i.site_id is not distinct from s.parent_id
       join draw d on d.id = i.draw_id and d.record is not null
     where t.inspection_id = $1 and t.site_id = $2 and t.stratum is not null for update of d`,
    [inspectionId, siteId],
  );
  return found;
}

async function freeSite(
  tx: EntityManager,
  inspectionId: string,
  { villageId }: DrawnSite,
  row: string,
): Promise<string | null> {
  const [site] = await tx.query<{ id: string }[]>(
    `select s.id from site s join unit u on u.id = s.unit_id
     where s.parent_id is not distinct from $2 and s.kind = $4 and s.to_at is null and ${rowOf('s', 'u')} = $3
       and exists (select 1 from inspection_object o where o.inspection_id = $1 and o.unit_id = s.unit_id)
       and not exists (select 1 from inspection_site t where t.inspection_id = $1 and t.site_id = s.id)`,
    [inspectionId, villageId, row, villageId === null ? 'village' : 'household'],
  );
  return site?.id ?? null;
}
