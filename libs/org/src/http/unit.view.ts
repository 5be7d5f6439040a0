/** A unit as lists, pickers and trees show it. */
export class UnitView {
  id: string;
  name: string;
  shortName: string;
  /** county, office, bureau, division, department, town, township, street, farm, institute, village, … */
  kind: string;
  parentId: string | null;
  divisionCode: string | null;
  /** Whether the duty register names it as a lead. */
  leads: boolean;
}

/** A unit in one word. */
export class UnitBrief {
  id: string;
  shortName: string;
}

/** What became of a unit on a day. */
export class UnitChangeView {
  id: string;
  kind: 'founded' | 'renamed' | 'moved' | 'split' | 'merged' | 'ended';
  at: Date;
  /** The name until then. */
  formerName: string | null;
  /** Under which unit it stood until then. */
  formerParent: UnitBrief | null;
  /** Into which unit it went, or from which it came. */
  otherUnit: UnitBrief | null;
  recordedBy: string | null;
  recordedAt: Date;
}

/** A unit with its history, also one that has ended. */
export class UnitPageView {
  id: string;
  version: number;
  name: string;
  shortName: string;
  kind: string;
  parent: UnitBrief | null;
  divisionCode: string | null;
  sort: number;
  from: Date;
  to: Date | null;
  successor: UnitBrief | null;
  /** Units whose business came here when they ended. */
  predecessors: UnitBrief[];
  people: number;
  /** Newest first, at most 200. */
  history: UnitChangeView[];
}

/** A unit was created. */
export class CreatedUnitView {
  id: string;
}

/** A unit was split. */
export class SplitView {
  /** The parts, in their order. */
  ids: string[];
}
