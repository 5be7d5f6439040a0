import type { Day } from '@ducha/kernel';

/** What steps are measured in. */
export const stepUnits = ['working_day', 'natural_day'] as const;

/** One step of a plan. It takes whole days, its first and its last among them. */
export interface Step {
  /** Its name among the steps of the plan. */
  readonly key: string;
  readonly title: string;
  readonly days: number;
  readonly unit: (typeof stepUnits)[number];
  /** Keys of the steps that must be over the day before. */
  readonly after: readonly string[];
  /** The day on which somebody put it; else it starts as late as it can. */
  readonly startsOn: Day | null;
}

/** What is planned: between a first day and a fixed end. */
export interface PlanAsked {
  /** First day on which anything can begin. */
  readonly from: Day;
  /** The fixed end, the last day of work. */
  readonly end: Day;
  readonly steps: readonly Step[];
}

/** Where a step comes to lie. */
export interface PlacedStep {
  readonly key: string;
  readonly earliestStart: Day;
  readonly earliestFinish: Day;
  readonly latestStart: Day;
  readonly latestFinish: Day;
  /** Days of its own unit that it can wait; below 0: it is too late already. */
  readonly slack: number;
  /** It stands on the critical chain. */
  readonly critical: boolean;
}

/** Why a plan cannot be kept: a chain of steps, one after the other, that needs more days than there are. */
export interface Impossible {
  /** `endMissed`: the chain ends after the fixed end; `dayMissed`: after the day on which its last step was put. */
  readonly reason: 'endMissed' | 'dayMissed';
  readonly chain: readonly string[];
  /** The day before which the chain cannot be over (`endMissed`) or its last step cannot begin (`dayMissed`). */
  readonly reached: Day;
  readonly wanted: Day;
  /** By how many days of the calendar it is too long, and how many of them are working days. */
  readonly days: number;
  readonly workingDays: number;
}

/** A plan, reckoned. */
export interface Plan {
  /** In the order of the steps asked. */
  readonly steps: readonly PlacedStep[];
  /** The chain that leaves the least slack, first step first. */
  readonly criticalChain: readonly string[];
  readonly impossible: readonly Impossible[];
  /** A year whose holidays are not published was counted by the week alone. */
  readonly provisional: boolean;
}
