import type { SpreadClass } from '../../domain/finding/spread.js';
import type { MissReason, PlaceKind } from '../../domain/roll-up/roll-up.js';
import { UnitBrief } from '@ducha/org';

/** Counts of visits and of the findings that stand, of a whole inspection or a part of it. Clues of offences count nowhere. */
export class RollUpCountsView {
  visits: number;
  done: number;
  absent: number;
  refused: number;
  replaced: number;
  /** Not arrived, or not ended yet. */
  open: number;
  /** Households, of the visits that are done. */
  households: number;
  findings: number;
  serious: number;
  /** Recorded and by no second person confirmed yet. */
  unconfirmed: number;
  /** Of a common problem, decided by a person or else suggested by the rule; the others are individual. */
  common: number;
  /** Against a clause that is a red line. */
  redLines: number;
}

/** A village, a project or a unit itself. */
export class RollUpPlaceView extends RollUpCountsView {
  id: string;
  kind: PlaceKind;
  name: string;
  unit: UnitBrief;
  /** Numbers of the groups that went there. */
  groups: number[];
  arrivedAt: Date | null;
  finishedAt: Date | null;
  /** From the first arrival there until the inspected noticed; null where they did not. */
  discoveredAfterMinutes: number | null;
}

/** What one group brought. */
export class RollUpGroupView extends RollUpCountsView {
  id: string;
  number: number;
  name: string;
  places: number;
}

/** A visit that did not reach what it was meant for, and why. */
export class RollUpMissView {
  visitId: string;
  name: string;
  /** The village of a household. */
  village: string | null;
  unit: UnitBrief;
  group: number;
  why: MissReason;
  note: string | null;
}

/** A red line that was crossed, by a finding or by the answer to its clause. */
export class RollUpCrossingView {
  visitId: string;
  findingId: string | null;
  place: string;
  unit: UnitBrief;
  clause: string;
  text: string;
}

/** Findings against one clause. */
export class RollUpProblemView {
  clause: string;
  text: string;
  findings: number;
  units: number;
  sites: number;
  groups: number;
  /** Of the findings, those that no second person has confirmed yet. */
  unconfirmed: number;
  class: SpreadClass;
  /** By a person; else the rule suggests. */
  decided: boolean;
}

/** When what happened. */
export class RollUpTimesView {
  releasedAt: Date;
  firstArrivalAt: Date | null;
  firstDiscoveryAt: Date | null;
  lastFinishAt: Date | null;
  /** From the first arrival anywhere to the first discovery anywhere. */
  discoveredAfterMinutes: number | null;
  /** Places that were left without anybody having noticed. */
  unnoticed: number;
}

/** A round that came before: of the same standard, or that met the same objects. */
export class EarlierRoundView {
  id: string;
  number: string;
  name: string;
  releasedAt: Date;
}

/** Findings then and now. */
export class ComparedView {
  id: string;
  name: string;
  before: number;
  now: number;
}

/** This round beside an earlier one. */
export class RollUpComparisonView {
  round: EarlierRoundView;
  before: RollUpCountsView;
  /** Places that both rounds went to. */
  places: ComparedView[];
  /** Clauses of the same standard; empty where the rounds went by different ones. */
  clauses: ComparedView[];
}

/** What an inspection has come to so far (当日汇总). */
export class InspectionRollUpView {
  id: string;
  number: string;
  name: string;
  state: string;
  now: Date;
  times: RollUpTimesView;
  totals: RollUpCountsView;
  places: RollUpPlaceView[];
  groups: RollUpGroupView[];
  problems: RollUpProblemView[];
  crossings: RollUpCrossingView[];
  misses: RollUpMissView[];
  earlier: EarlierRoundView[];
  comparison: RollUpComparisonView | null;
}
