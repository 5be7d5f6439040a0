import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Numbers } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { SealedDocument } from '../../domain/sealed/sealed-document.js';
import type { Releaser } from '../../domain/sealed/sealed-release.js';
import { clashesWith } from '../../queries/plan/clashes.js';
import { inspectionNumber } from '../plan/inspection-number.js';
import { inspectionToMove } from '../plan/inspection-rows.js';
import { clashFault, lockClashes } from '../plan/open-inspection.js';
import { refuseUnready } from '../plan/going.js';
import { refuseUnfinishedPlan } from '../plan/refuse-plan.js';
import { SendOut } from '../plan/send-out.js';
import { WritePlan } from '../plan/write-plan.js';
import type { OpenedPlan } from './custody/opened-plan.js';
import { moved, refuseOverToday } from './opened-moves.js';
import { sealedGoals } from './sealed-goals.js';

/** Who releases, and why although it meets another inspection. */
interface Releasing {
  readonly releasers: readonly Releaser[];
  readonly clashReason: string | null;
}

/**
 * Puts a sealed plan into the registers and sends it out, in the transaction of the last one who confirms: number, rows,
 * sites, draws with their seeds, then what every release does. The main chain keeps the end of the sealed one.
 */
@Injectable()
export class ReleaseSealed {
  constructor(
    private readonly numbers: Numbers,
    private readonly write: WritePlan,
    private readonly sendOut: SendOut,
  ) {}

  /** @throws Fault `inspection.clash` without a reason, and as `SendOut` */
  async run(opened: OpenedPlan, by: Actor, { releasers, clashReason }: Releasing): Promise<void> {
    const { tx, id, document } = opened;
    const next = moved(document, 'release');
    const met = await this.refuseUnreleasable(opened, clashReason);
    // the number comes last before the rows: what was refused until here left no gap
    await insertInspection(tx, id, document, await inspectionNumber(tx, this.numbers));
    await this.write.run(tx, id, document.plan);
    await insertDrawn(tx, id, document);
    await insertAmendments(tx, id, document);
    await opened.keep(next);
    await tx.query('update sealed_inspection set released_at = now() where id = $1', [id]);
    await tx.query('delete from sealed_asked where sealed_id = $1', [id]);
    const people = releasers.map(({ personId }) => personId);
    const head = await opened.record({ people, met, clashReason: met.length > 0 ? clashReason : null });
    const move = await inspectionToMove(tx, { id, version: null, on: 'release' });
    const facts = { sealedHead: head.hash, sealedActs: head.seq, releasers: people };
    await this.sendOut.run(tx, { ...move, by, clashReason, facts });
  }

  /** Answers whom it meets. */
  private async refuseUnreleasable(opened: OpenedPlan, clashReason: string | null): Promise<string[]> {
    const { tx, document } = opened;
    const { plan } = document;
    await refuseUnfinishedPlan(tx, plan);
    await refuseUnready(tx, plan, await sealedGoals(tx, document));
    refuseOverToday(opened, plan);
    await lockClashes(tx);
    const unitIds = plan.objects.map(({ unitId }) => unitId);
    const { fromOn, toOn } = plan;
    const clashes = await clashesWith(tx, { id: null, standing: false, fromOn, toOn, unitIds });
    if (clashes.length > 0 && clashReason === null) throw clashFault(clashes);
    return [...new Set(clashes.map(({ inspectionId }) => inspectionId))];
  }
}

async function insertInspection(
  tx: EntityManager,
  id: string,
  { state, plan, startedBy, proposed, door }: SealedDocument,
  number: string,
): Promise<void> {
  await tx.query(
    `insert into inspection (id, state, version, name, methods, standing, number, door, proposed_by, proposed_at, opened_by, opened_at, created_by, created_at)
     values ($1, $2, 1, $3, '{}', false, $4, $5, $6, $7, $8, $9, $10, now())`,
    [
      ...[id, state, plan.name, number, door?.kind ?? null, proposed?.by ?? null, proposed?.at ?? null],
      ...[door?.openedBy ?? null, door?.openedAt ?? null, startedBy],
    ],
  );
}

/** Villages that were drawn, and the record of the draw with its seed. */
async function insertDrawn(tx: EntityManager, id: string, { draw, drawnSites }: SealedDocument): Promise<void> {
  await tx.query(
    `insert into inspection_site (inspection_id, site_id, unit_id, group_id, stratum)
     select $1, r."siteId", r."unitId", g.id, r.stratum from jsonb_to_recordset($2::jsonb) as r("siteId" uuid, "unitId" uuid, stratum text, "group" int)
       left join inspection_group g on g.inspection_id = $1 and g.number = r."group"
     on conflict on constraint inspection_site_pk do nothing`,
    [id, JSON.stringify(drawnSites)],
  );
  if (draw?.record == null) return;
  await tx.query(
    `insert into draw (id, purpose, commitment, seed, committed_by, committed_at, record, drawn_by, drawn_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[draw.id, draw.purpose, draw.commitment, draw.seed, draw.committedBy, draw.committedAt],
      ...[JSON.stringify(draw.record), draw.drawnBy, draw.drawnAt],
    ],
  );
  await tx.query(`insert into inspection_draw (draw_id, inspection_id, kind) values ($1, $2, 'villages')`, [
    draw.id,
    id,
  ]);
}

/** Amendments that were decided; one that still waits falls with the release. */
async function insertAmendments(tx: EntityManager, id: string, { amendments }: SealedDocument): Promise<void> {
  await tx.query(
    `insert into inspection_amendment (id, inspection_id, plan, reason, state, proposed_by, proposed_at, decided_by, decided_at, version)
     select a.id, $1, a.plan, a.reason, a.state, a."proposedBy", a."proposedAt", a."decidedBy", a."decidedAt", 2
     from jsonb_to_recordset($2::jsonb) as a(id uuid, plan jsonb, reason text, state text, "proposedBy" uuid, "proposedAt" timestamptz, "decidedBy" uuid, "decidedAt" timestamptz)
     where a.state <> 'proposed'`,
    [id, JSON.stringify(amendments)],
  );
}
