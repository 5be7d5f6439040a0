/** Where a step comes to lie; days are `YYYY-MM-DD`, first and last included. */
export class PlacedStepView {
  key: string;
  earliestStart: string;
  earliestFinish: string;
  latestStart: string;
  latestFinish: string;
  /** Days of its own unit that it can wait; below 0: it is too late already. */
  slack: number;
  critical: boolean;
}

/** A proof that the plan cannot be kept: a chain that needs more days than there are. */
export class ImpossibleView {
  /** endMissed, dayMissed */
  reason: string;
  /** Keys of steps, one after the other. */
  chain: string[];
  reached: string;
  wanted: string;
  /** By how many days of the calendar. */
  days: number;
  workingDays: number;
}

/** What a change does to one step. */
export class MovedStepView {
  key: string;
  /** Null: the step is new. */
  before: PlacedStepView | null;
  /** Null: the step is gone. */
  after: PlacedStepView | null;
}

/** A plan, reckoned. */
export class PlanView {
  from: string;
  endDay: string;
  steps: PlacedStepView[];
  criticalChain: string[];
  impossible: ImpossibleView[];
  provisional: boolean;
  /** Steps that lie otherwise than in `before`; empty when nothing was given to compare. */
  moved: MovedStepView[];
}

/** A step as it is kept. */
export class StepView {
  key: string;
  title: string;
  days: number;
  unit: string;
  after: string[];
  startsOn: string | null;
  leadUnitId: string | null;
}

/** The schedule of a task; `version` 0: none was saved yet. */
export class ScheduleView {
  taskId: string;
  version: number;
  /** draft, applied */
  state: string;
  endDay: string | null;
  savedAt: string | null;
  steps: StepView[];
  plan: PlanView | null;
}
