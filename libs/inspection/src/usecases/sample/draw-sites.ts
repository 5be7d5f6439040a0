import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { commitmentOf, draw } from '../../domain/draw/draw.js';
import type { DrawRecord } from '../../domain/draw/draw-record.js';
import { type FrameSite, siteTerms } from '../../domain/sample/site-terms.js';
import { nodeDigests } from '../../node-digests.js';
import { planFault } from '../../plan-faults.js';
import { groupRecusals, householdFrame, villageFrame } from '../../queries/sample/frame.js';
import { lockInspection } from '../plan/inspection-rows.js';
import { type Place, placeOf } from './place.js';

/** A draw of villages (`siteId` null), or of the households of one village. */
export interface CommitDrawCommand {
  readonly inspectionId: string;
  readonly siteId: string | null;
  readonly by: Actor;
}

/** The draw itself. */
export interface DrawSitesCommand {
  readonly inspectionId: string;
  readonly drawId: string;
  /** What people present called out. */
  readonly contribution: string;
  readonly by: Actor;
}

/** Draws where one goes: villages and their groups before the release, households on the ground (A2). */
@Injectable()
export class DrawSites {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Makes the seed and commits to it. @throws Fault `inspection.*`: notSampled, alreadyDrawn, notInGroup, outsidePlan, moveRefused */
  commit({ inspectionId, siteId, by }: CommitDrawCommand): Promise<string> {
    return this.store.transaction(async (tx) => {
      const place = await placeOf(tx, await lockInspection(tx, inspectionId), siteId, by);
      const id = this.ids.next();
      const seed = Buffer.from(this.ids.token(), 'base64url').toString('hex');
      const commitment = commitmentOf(seed, nodeDigests);
      await tx.query(
        `insert into draw (id, purpose, commitment, seed, committed_by, committed_at) values ($1, $2, $3, $4, $5, now())`,
        [id, place.purpose, commitment, seed, by.personId],
      );
      await tx.query(
        'insert into inspection_draw (draw_id, inspection_id, kind, site_id, group_id) values ($1, $2, $3, $4, $5)',
        [id, inspectionId, place.kind, siteId, place.groupId],
      );
      const subject = { type: 'draw', id };
      const facts = { commitment, kind: place.kind };
      await this.audit.record(tx, { act: 'inspection.commit_draw', subject, about: inspectionId, by, facts });
      return id;
    });
  }

  /** Takes the frame, draws once, reveals the seed. @throws Fault `inspection.alreadyDrawn`, `emptyFrame`, and as `commit` */
  draw({ inspectionId, drawId, contribution, by }: DrawSitesCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const row = await lockInspection(tx, inspectionId);
      const committed = await committedDraw(tx, inspectionId, drawId);
      const place = await placeOf(tx, row, committed.siteId, by);
      const sites = await (committed.siteId === null
        ? villageFrame(tx, inspectionId)
        : householdFrame(tx, inspectionId, committed.siteId));
      const who =
        committed.siteId === null ? await groupRecusals(tx, inspectionId, sites) : { groups: [], recusals: [] };
      const terms = siteTerms({ purpose: place.purpose, sites, quota: place.quota, ...who });
      const times = { committedAt: committed.committedAt.toISOString(), drawnAt: committed.now.toISOString() };
      const record = draw({ terms, seed: committed.seed, contribution, ...times, failed: [] }, nodeDigests);
      await tx.query('update draw set record = $2, drawn_by = $3, drawn_at = now() where id = $1', [
        drawId,
        JSON.stringify(record),
        by.personId,
      ]);
      await this.take(tx, { inspectionId, place, sites, record });
      await tx.query('update inspection set version = version + 1 where id = $1', [inspectionId]);
      const { frameHash, termsHash, seed } = record;
      const facts = { frameHash, termsHash, seed, rows: sites.length };
      const subject = { type: 'draw', id: drawId };
      await this.audit.record(tx, { act: 'inspection.draw', subject, about: inspectionId, by, facts });
    });
  }

  private async take(
    tx: EntityManager,
    {
      inspectionId,
      place,
      sites,
      record,
    }: { inspectionId: string; place: Place; sites: readonly FrameSite[]; record: DrawRecord },
  ): Promise<void> {
    const byRow = new Map(sites.map((site) => [site.row, site]));
    const groupOf = new Map(record.assigned.map(({ object, inspectors: [group] }) => [object, Number(group)]));
    const rows = record.drawn.flatMap(({ stratum, objects }) =>
      objects.flatMap((object) => {
        const site = byRow.get(object);
        return site ? [{ visitId: this.ids.next(), ...site, stratum, group: groupOf.get(object) ?? null }] : [];
      }),
    );
    await tx.query(
      `insert into inspection_site (inspection_id, site_id, unit_id, group_id, stratum)
       select $1, r."siteId", r."unitId", coalesce($3, g.id), r.stratum
       from jsonb_to_recordset($2::jsonb) as r("siteId" uuid, "unitId" uuid, stratum text, "group" int)
         left join inspection_group g on g.inspection_id = $1 and g.number = r."group"`,
      [inspectionId, JSON.stringify(rows), place.groupId],
    );
    if (place.groupId === null) return;
    await tx.query(
      `insert into visit (id, inspection_id, group_id, site_id, unit_id, state, planned_on, version)
       select r."visitId", $1, $3, r."siteId", r."unitId", 'assigned', (now() at time zone 'Asia/Shanghai')::date, 1
       from jsonb_to_recordset($2::jsonb) as r("visitId" uuid, "siteId" uuid, "unitId" uuid)`,
      [inspectionId, JSON.stringify(rows), place.groupId],
    );
  }
}

interface CommittedDraw {
  readonly siteId: string | null;
  readonly seed: string;
  readonly committedAt: Date;
  readonly now: Date;
}

async function committedDraw(tx: EntityManager, inspectionId: string, drawId: string): Promise<CommittedDraw> {
  const [found] = await tx.query<(CommittedDraw & { drawnAt: Date | null })[]>(
    `select i.site_id as "siteId", d.seed, d.committed_at as "committedAt", d.drawn_at as "drawnAt", now() as now
     from inspection_draw i join draw d on d.id = i.draw_id where i.draw_id = $1 and i.inspection_id = $2 for update of d`,
    [drawId, inspectionId],
  );
  if (!found) throw planFault('drawNotFound');
  if (found.drawnAt !== null) throw planFault('alreadyDrawn');
  return found;
}
