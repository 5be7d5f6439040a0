import { EvidenceView } from '@ducha/evidence';
import { UnitBrief } from '@ducha/org';
import type {
  CheckEvent,
  CheckState,
  LookBackEvent,
  LookBackState,
  ReplaceReason,
} from '../domain/look-back/look-back-lifecycle.js';

/** A person in one word. */
export class CheckerBrief {
  id: string;
  name: string;
}

/** A unit in one word. */
export class SampledUnit {
  id: string;
  name: string;
}

/** What is known of a unit, and how much of it the next sample takes. Shares from 0 to 1. */
export class UnitSampleView {
  unit: SampledUnit;
  checked: number;
  held: number;
  low: number;
  high: number;
  percent: number;
}

/** A stratum: one unit, one source. */
export class StratumView {
  unit: SampledUnit;
  kind: string;
  /** Claims that can be drawn. */
  size: number;
  quota: number;
}

/** Claims taken out before the draw. */
export class ExcludedView {
  /** under_check, nobody_free */
  reason: string;
  count: number;
}

/** Who could be drawn as checker. */
export class PossibleCheckerView {
  id: string;
  name: string;
  /** Units of this frame that the person may not check. */
  recusedUnits: number;
}

/** What a round would be drawn from. */
export class SamplePreviewView {
  claims: number;
  drawn: number;
  units: UnitSampleView[];
  strata: StratumView[];
  excluded: ExcludedView[];
  checkers: PossibleCheckerView[];
}

/** How far the checks of a round are. */
export class CheckCounts {
  assigned: number;
  effective: number;
  relapsed: number;
  replaced: number;
}

/** A round of look-back. */
export class LookBackView {
  id: string;
  version: number;
  state: LookBackState;
  from: Date;
  to: Date;
  leastPercent: number;
  mostPercent: number;
  plannedBy: CheckerBrief;
  /** Digest of the seed, published before the frame was taken. */
  commitment: string;
  committedAt: Date;
  drawnAt: Date | null;
  /** Claims in the frame; null before the draw. */
  claims: number | null;
  counts: CheckCounts;
  actions: LookBackEvent[];
}

/** A new round. */
export class PlannedLookBackView {
  id: string;
}

/** One claim to check, or checked. */
export class CheckView {
  id: string;
  version: number;
  lookBackId: string;
  state: CheckState;
  taskId: string;
  taskNumber: string | null;
  /** Null when the matter was restricted since. */
  title: string | null;
  kind: string;
  unit: UnitBrief;
  /** What the unit claimed, signed off. */
  claim: string | null;
  closedAt: Date | null;
  checker: CheckerBrief;
  assignedAt: Date;
  settledAt: Date | null;
  settledBy: CheckerBrief | null;
  words: string | null;
  reason: ReplaceReason | null;
  /** The check in whose place it came. */
  replacesId: string | null;
  evidence: EvidenceView[];
  actions: CheckEvent[];
}

/** What units claimed and what of it held. Shares from 0 to 1. */
export class UnitFigureView {
  unit: UnitBrief;
  /** Claims closed in the last two years, with those that came back. */
  claims: number;
  checked: number;
  held: number;
  relapsed: number;
  /** Drawn and not settled yet. */
  open: number;
  low: number;
  high: number;
}
