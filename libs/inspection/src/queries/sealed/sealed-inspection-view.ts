import type { EntityManager } from 'typeorm';
import type { SealedDocument } from '../../domain/sealed/sealed-document.js';
import type {
  AmendmentView,
  ClashView,
  InspectionDrawView,
  InspectionView,
  InspectorBrief,
  PlannedSiteView,
} from '../../http/plan/inspection.view.js';
import type { OpenedPlan } from '../../usecases/sealed/custody/opened-plan.js';
import { clashesWith } from '../plan/clashes.js';
import { changedFields } from '../plan/inspection-page.query.js';
import { namedPlan, peopleByIds } from '../plan/plan-view.js';

type Seen = Pick<OpenedPlan, 'tx' | 'id' | 'row' | 'document' | 'seenVersion' | 'by'>;

/** A sealed plan in the shape of an inspection of the register, so that the same pages show both. */
export async function sealedInspectionView(seen: Seen, actions: readonly string[]): Promise<InspectionView> {
  const { tx, id, row, document, seenVersion } = seen;
  const { plan, state, door, proposed } = document;
  const people = await peopleByIds(
    tx,
    [door?.openedBy, proposed?.by, ...document.amendments.map((one) => one.proposedBy)].flatMap((one) => one ?? []),
  );
  const person = (personId: string): InspectorBrief => people.get(personId) ?? { id: personId, name: '', unit: null };
  const groupIds = new Map(plan.groups.map((_, i) => [i + 1, `${id}/${i + 1}`]));
  return {
    ...{ id, version: seenVersion, number: null, name: plan.name, state, type: plan.type, standing: false },
    ...{ fromOn: plan.fromOn, toOn: plan.toOn, releasedAt: row.releasedAt },
    ...{ objects: plan.objects.length, groups: plan.groups.length, visits: 0, visitsDone: 0 },
    door: door?.kind ?? null,
    proposedBy: proposed && person(proposed.by),
    proposedAt: proposed && new Date(proposed.at),
    openedBy: door && person(door.openedBy),
    openedAt: door && new Date(door.openedAt),
    ...{ onSiteAt: null, returnedAt: null, mergedIntoId: null, code: null, token: null },
    plan: await namedPlan(tx, plan, { sites: await sitesOf(tx, document), groupIds }),
    draws: drawsOf(document),
    amendments: amendmentsOf(seen, person),
    clashes: await clashesOfSealed(tx, document),
    actions: [...actions],
  };
}

async function sitesOf(tx: EntityManager, { plan, drawnSites }: SealedDocument): Promise<PlannedSiteView[]> {
  const placed = [
    ...plan.sites.map(({ siteId, group }) => ({ siteId, group, drawn: false })),
    ...drawnSites.map(({ siteId, group }) => ({ siteId, group, drawn: true })),
  ];
  return tx.query<PlannedSiteView[]>(
    `select s.id as "siteId", s.kind, s.code, s.name, jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, p."group", p.drawn
     from jsonb_to_recordset($1::jsonb) as p("siteId" uuid, "group" int, drawn boolean) join site s on s.id = p."siteId" join unit u on u.id = s.unit_id
     order by p."group", u.sort, s.code, s.id`,
    [JSON.stringify(placed)],
  );
}

function drawsOf({ draw, drawnSites }: SealedDocument): InspectionDrawView[] {
  if (draw === null) return [];
  const { id, commitment, committedAt, drawnAt } = draw;
  const at = { committedAt: new Date(committedAt), drawnAt: drawnAt === null ? null : new Date(drawnAt) };
  return [{ id, kind: 'villages', siteId: null, siteName: null, commitment, ...at, drawn: drawnSites.length }];
}

function amendmentsOf({ document, seenVersion, by }: Seen, person: (id: string) => InspectorBrief): AmendmentView[] {
  return document.amendments.map(({ id, plan, reason, state, proposedBy, proposedAt, decidedAt }) => ({
    ...{ id, version: seenVersion, state, reason, proposedBy: person(proposedBy), proposedAt: new Date(proposedAt) },
    decidedAt: decidedAt === null ? null : new Date(decidedAt),
    changes: state === 'proposed' ? changedFields(document.plan, plan) : [],
    decidable: state === 'proposed' && by.capacity === 'principal' && proposedBy !== by.personId,
  }));
}

/** Whom it would meet: only its planners are warned, the other one never. */
async function clashesOfSealed(tx: EntityManager, { plan, state }: SealedDocument): Promise<ClashView[]> {
  if (state === 'released' || state === 'cancelled') return [];
  const { fromOn, toOn, objects } = plan;
  const unitIds = objects.map(({ unitId }) => unitId);
  const found = await clashesWith(tx, { id: null, standing: false, fromOn, toOn, unitIds });
  return found.map(({ unitId, unitName, ...clash }) => ({ ...clash, unit: { id: unitId, shortName: unitName } }));
}
