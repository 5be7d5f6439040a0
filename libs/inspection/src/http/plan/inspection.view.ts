import { UnitBrief } from '@ducha/org';
import type { InspectionState } from '../../domain/plan/inspection-lifecycle.js';
import type { ContentClass, InspectionMethod, InspectionType } from '../../domain/plan/plan.js';

/** An inspection in the list. Days are `YYYY-MM-DD`. */
export class InspectionBrief {
  id: string;
  version: number;
  number: string | null;
  name: string;
  state: InspectionState;
  type: InspectionType | null;
  /** A standing patrol: one plan and one code for a long time. */
  standing: boolean;
  fromOn: string | null;
  toOn: string | null;
  releasedAt: Date | null;
  objects: number;
  groups: number;
  visits: number;
  visitsDone: number;
  actions: string[];
}

/** A person in one word. */
export class InspectorBrief {
  id: string;
  name: string;
  /** Where they come from: the unit of their own post. */
  unit: string | null;
}

/** A unit that is inspected. */
export class InspectedUnitView {
  unit: UnitBrief;
  necessity: string | null;
}

/** A site in a plan. */
export class PlannedSiteView {
  siteId: string;
  kind: string;
  code: string;
  name: string;
  unit: UnitBrief;
  /** Number of the group, from 1. */
  group: number | null;
  /** Drawn by lot, not chosen. */
  drawn: boolean;
}

/** A group of a plan. */
export class PlannedGroupView {
  id: string;
  number: number;
  name: string;
  charter: string;
  leader: InspectorBrief | null;
  members: InspectorBrief[];
  invited: InspectorBrief[];
  units: UnitBrief[];
}

/** By what a department runs it. */
export class DesignationView {
  unit: UnitBrief;
  matter: string;
  scope: string;
  duty: string;
  fromOn: string;
  toOn: string;
}

/** The standard that findings are made by. */
export class PlannedStandardView {
  id: string;
  number: number;
  code: string;
  name: string;
}

/** The plan, with the names of what it names. */
export class PlanView {
  contentClass: ContentClass | null;
  methods: InspectionMethod[];
  purpose: string | null;
  scope: string | null;
  frequencyWords: string | null;
  standard: PlannedStandardView | null;
  villagesPerUnit: number | null;
  householdsPerVillage: number | null;
  designation: DesignationView | null;
  objects: InspectedUnitView[];
  sites: PlannedSiteView[];
  groups: PlannedGroupView[];
  supervisors: InspectorBrief[];
}

/** A draw made for an inspection. */
export class InspectionDrawView {
  id: string;
  kind: 'villages' | 'households';
  siteId: string | null;
  siteName: string | null;
  commitment: string;
  committedAt: Date;
  drawnAt: Date | null;
  drawn: number;
}

/** A change of a frozen plan that waits or was decided. */
export class AmendmentView {
  id: string;
  version: number;
  state: 'proposed' | 'approved' | 'declined';
  reason: string;
  proposedBy: InspectorBrief;
  proposedAt: Date;
  decidedAt: Date | null;
  /** Fields of the plan that it changes. */
  changes: string[];
  /** The reader may decide it. */
  decidable: boolean;
}

/** Another inspection that meets an object in the same week (A14). */
export class ClashView {
  inspectionId: string;
  number: string | null;
  name: string;
  fromOn: string;
  toOn: string;
  unit: UnitBrief;
}

/** An inspection whole. */
export class InspectionView extends InspectionBrief {
  door: 'instruction' | 'proposal' | null;
  proposedBy: InspectorBrief | null;
  proposedAt: Date | null;
  openedBy: InspectorBrief | null;
  openedAt: Date | null;
  onSiteAt: Date | null;
  returnedAt: Date | null;
  mergedIntoId: string | null;
  /** The code that visited units verify; null before the release. */
  code: string | null;
  /** What its QR holds behind the address of the page that verifies it. */
  token: string | null;
  plan: PlanView;
  draws: InspectionDrawView[];
  amendments: AmendmentView[];
  clashes: ClashView[];
}
