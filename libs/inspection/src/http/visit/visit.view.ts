import { UnitBrief } from '@ducha/org';
import type { GroupState } from '../../domain/group/group-lifecycle.js';
import type { InspectionState } from '../../domain/plan/inspection-lifecycle.js';
import type { VisitState } from '../../domain/visit/visit-lifecycle.js';
import { InspectorBrief } from '../plan/inspection.view.js';

/** Where one goes: a household bears its number and the masked name of its head. */
export class SiteBrief {
  id: string;
  kind: string;
  code: string;
  name: string;
  /** The village a household lies in. */
  village: string | null;
}

/** The inspection of a visit in one word. */
export class VisitedInspection {
  id: string;
  number: string | null;
  name: string;
  householdsPerVillage: number | null;
}

/** A group in one word. */
export class GroupBrief {
  id: string;
  number: number;
  name: string;
}

/** One visit. */
export class VisitView {
  id: string;
  version: number;
  state: VisitState;
  inspection: VisitedInspection;
  group: GroupBrief;
  /** Null: the unit itself is visited. */
  site: SiteBrief | null;
  unit: UnitBrief;
  plannedOn: string;
  /** When the county heard of it. */
  arrivedAt: Date | null;
  finishedAt: Date | null;
  discoveredAt: Date | null;
  /** When it was, by the device’s clock; null where nothing was told. */
  arrivedCapturedAt: Date | null;
  finishedCapturedAt: Date | null;
  discoveredCapturedAt: Date | null;
  /** Whether the group is out still: afterwards no device keeps anything of it. */
  out: boolean;
  outcome: string | null;
  replacesId: string | null;
  /** Somebody stepped back here: what was recorded needs a second confirmer. */
  passedOn: boolean;
  /** Households of this village that were drawn; null where it is no village or none were drawn yet. */
  householdsDrawn: number | null;
  /** arrive, end, pass_on, discovered, draw */
  actions: string[];
}

/** A group on the board: where it stands, and where it was last. No positions beyond the last visit. */
export class BoardGroupView {
  id: string;
  number: number;
  name: string;
  version: number;
  state: GroupState;
  leader: InspectorBrief | null;
  people: number;
  visits: number;
  arrived: number;
  done: number;
  absent: number;
  refused: number;
  replaced: number;
  arrivedAt: Date | null;
  returnedAt: Date | null;
  lastSite: string | null;
  lastAt: Date | null;
  /** finish: its leader may bring it back. */
  actions: string[];
}

/** A running inspection at a glance. */
export class BoardView {
  id: string;
  version: number;
  number: string | null;
  name: string;
  state: InspectionState;
  releasedAt: Date | null;
  onSiteAt: Date | null;
  returnedAt: Date | null;
  visits: number;
  open: number;
  done: number;
  absent: number;
  refused: number;
  replaced: number;
  /** Minutes from the first arrival to the first place where somebody noticed; null while nobody did. */
  discoveredAfterMinutes: number | null;
  groups: BoardGroupView[];
}
