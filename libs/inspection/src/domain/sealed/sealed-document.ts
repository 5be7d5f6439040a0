import { nextState } from '@ducha/kernel';
import type { DrawRecord } from '../draw/draw-record.js';
import { type InspectionEvent, inspectionLifecycle, type InspectionState } from '../plan/inspection-lifecycle.js';
import type { Plan } from '../plan/plan.js';

/** By which door a sealed plan came, by whom and when. Instants are UTC ISO. */
export interface SealedDoor {
  readonly kind: 'instruction' | 'proposal';
  readonly openedBy: string;
  readonly openedAt: string;
  readonly words: string | null;
}

/** A draw of villages: committed, then drawn. */
export interface SealedDraw {
  readonly id: string;
  readonly purpose: string;
  readonly commitment: string;
  readonly seed: string;
  readonly committedBy: string;
  readonly committedAt: string;
  readonly record: DrawRecord | null;
  readonly drawnBy: string | null;
  readonly drawnAt: string | null;
}

/** A village that was drawn; `group` is the place of its group in the plan, from 1. */
export interface DrawnSite {
  readonly siteId: string;
  readonly unitId: string;
  readonly stratum: string;
  readonly group: number | null;
}

/** A change of the frozen plan. */
export interface SealedAmendment {
  readonly id: string;
  readonly plan: Plan;
  readonly reason: string;
  readonly state: 'proposed' | 'approved' | 'declined';
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** Everything that is sealed, as one document: what an open inspection keeps in its rows. */
export interface SealedDocument {
  readonly state: InspectionState;
  readonly startedBy: string;
  readonly plan: Plan;
  readonly proposed: { readonly by: string; readonly at: string } | null;
  readonly door: SealedDoor | null;
  readonly draw: SealedDraw | null;
  readonly drawnSites: readonly DrawnSite[];
  readonly amendments: readonly SealedAmendment[];
  /** Why the one who asked for the release meets another inspection all the same. */
  readonly clashReason: string | null;
}

const emptyPlan = (name: string): Plan => ({
  name,
  contentClass: null,
  type: null,
  methods: ['unannounced_visit'],
  purpose: null,
  scope: null,
  frequencyWords: null,
  standard: null,
  fromOn: null,
  toOn: null,
  objects: [],
  sites: [],
  villagesPerUnit: null,
  householdsPerVillage: null,
  designation: null,
  groups: [],
  supervisorIds: [],
});

/** A draft without a plan yet. */
export const newDocument = (name: string, startedBy: string): SealedDocument => ({
  state: inspectionLifecycle.initial,
  startedBy,
  plan: emptyPlan(name),
  proposed: null,
  door: null,
  draw: null,
  drawnSites: [],
  amendments: [],
  clashReason: null,
});

/** The document after a move, or undefined where the lifecycle does not allow it. */
export function movedOn(document: SealedDocument, on: InspectionEvent): SealedDocument | undefined {
  const state = nextState(inspectionLifecycle, document.state, on);
  return state && { ...document, state };
}

/** The document with another plan. What was drawn stays where its object stays, and loses a group that is gone. */
export function withPlan(document: SealedDocument, plan: Plan): SealedDocument {
  const objects = new Set(plan.objects.map(({ unitId }) => unitId));
  const chosen = new Set(plan.sites.map(({ siteId }) => siteId));
  const drawnSites = document.drawnSites
    .filter(({ siteId, unitId }) => objects.has(unitId) && !chosen.has(siteId))
    .map((site) => (site.group !== null && site.group > plan.groups.length ? { ...site, group: null } : site));
  return { ...document, plan, drawnSites };
}

/** A block of the padded text: how long a plan is does not tell how many villages it names. */
const block = 16_384;

/** The document as text, filled up to whole blocks of UTF-8 with blanks, which JSON ignores. */
export function paddedText(document: object, of = block): string {
  const text = JSON.stringify(document);
  const over = new TextEncoder().encode(text).length % of;
  return over === 0 ? text : text + ' '.repeat(of - over);
}
