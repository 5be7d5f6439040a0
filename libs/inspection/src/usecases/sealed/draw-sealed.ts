import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { commitmentOf, draw } from '../../domain/draw/draw.js';
import type { DrawRecord } from '../../domain/draw/draw-record.js';
import { type FrameSite, siteTerms } from '../../domain/sample/site-terms.js';
import type { DrawnSite, SealedDocument } from '../../domain/sealed/sealed-document.js';
import type { SealedView } from '../../http/sealed/sealed.view.js';
import { inspectionFault } from '../../inspection-faults.js';
import { nodeDigests } from '../../node-digests.js';
import { planFault } from '../../plan-faults.js';
import { recusalsOfGroups, villagesOf } from '../../queries/sample/frame.js';
import { SealedPage } from '../../queries/sealed/sealed-page.query.js';
import { sealedFault } from '../../sealed-faults.js';
import { plain } from '../sample/place.js';
import { SealedCustody } from './custody/sealed-custody.js';
import type { SealedCommand } from './draft-sealed.js';
import { instantOf } from './opened-moves.js';
import { SEALED_IDS, type SealedIds } from './sealed-ids.js';

/** Draws villages and their groups in a sealed plan: the frame is read from the registers, everything else stays sealed. */
@Injectable()
export class DrawSealed {
  constructor(
    private readonly custody: SealedCustody,
    private readonly page: SealedPage,
    @Inject(SEALED_IDS) private readonly ids: SealedIds,
  ) {}

  /** Makes the seed; the sealed chain dates its commitment. @throws Fault `inspection.notSampled`, `alreadyDrawn`, `moveRefused` */
  commit(command: SealedCommand): Promise<SealedView> {
    const { version, by } = command;
    return this.custody.open(command, { act: 'commit_draw', capacities: ['planner'], version }, async (opened) => {
      const { document } = opened;
      refuseUndrawable(document);
      if (document.draw !== null) throw planFault('alreadyDrawn');
      const seed = randomBytes(32).toString('hex');
      const commitment = commitmentOf(seed, nodeDigests);
      const made = { id: this.ids.next(), purpose: `${plain(document.plan.name)} 抽村`, commitment, seed };
      const committed = { committedBy: by.personId, committedAt: instantOf(opened) };
      const notDrawn = { record: null, drawnBy: null, drawnAt: null };
      await opened.keep({ ...document, draw: { ...made, ...committed, ...notDrawn } });
      await opened.record({ commitment });
      return this.page.of(opened);
    });
  }

  /** Takes the frame and draws once. @throws Fault `sealed.drawNotCommitted`, `inspection.alreadyDrawn`, `emptyFrame` */
  draw(command: SealedCommand, contribution: string): Promise<SealedView> {
    const { version, by } = command;
    return this.custody.open(command, { act: 'draw', capacities: ['planner'], version }, async (opened) => {
      const { tx, document } = opened;
      refuseUndrawable(document);
      if (document.draw === null) throw sealedFault('drawNotCommitted');
      if (document.draw.record !== null) throw planFault('alreadyDrawn');
      const { committedAt, seed, purpose } = document.draw;
      const drawnAt = instantOf(opened);
      const sites = await frameOf(tx, document);
      const terms = siteTerms({
        purpose,
        sites,
        quota: document.plan.villagesPerUnit ?? 0,
        ...(await groupsOf(tx, document, sites)),
      });
      const record = draw({ terms, seed, contribution, committedAt, drawnAt, failed: [] }, nodeDigests);
      const drawn = { ...document.draw, record, drawnBy: by.personId, drawnAt };
      await opened.keep({ ...document, draw: drawn, drawnSites: takenBy(record, sites) });
      const { frameHash, termsHash } = record;
      await opened.record({ frameHash, termsHash, rows: sites.length });
      return this.page.of(opened);
    });
  }
}

function refuseUndrawable({ state, plan }: SealedDocument): void {
  if (state !== 'planned') throw inspectionFault('moveRefused', { from: state, on: 'draw' });
  if (plan.villagesPerUnit === null) throw planFault('notSampled');
}

const frameOf = (tx: EntityManager, { plan }: SealedDocument): Promise<FrameSite[]> =>
  villagesOf(
    tx,
    plan.objects.map(({ unitId }) => unitId),
    plan.sites.map(({ siteId }) => siteId),
  );

function groupsOf(
  tx: EntityManager,
  { plan }: SealedDocument,
  sites: readonly FrameSite[],
): ReturnType<typeof recusalsOfGroups> {
  const groups = plan.groups.map(({ leaderId, memberIds }, i) => ({
    group: String(i + 1),
    personIds: [...(leaderId === null ? [] : [leaderId]), ...memberIds],
  }));
  return recusalsOfGroups(tx, groups, sites);
}

function takenBy({ assigned, drawn }: DrawRecord, sites: readonly FrameSite[]): DrawnSite[] {
  const byRow = new Map(sites.map((site) => [site.row, site]));
  const groupOf = new Map(assigned.map(({ object, inspectors: [group] }) => [object, Number(group)]));
  return drawn.flatMap(({ stratum, objects }) =>
    objects.flatMap((object): DrawnSite[] => {
      const site = byRow.get(object);
      return site ? [{ siteId: site.siteId, unitId: site.unitId, stratum, group: groupOf.get(object) ?? null }] : [];
    }),
  );
}
