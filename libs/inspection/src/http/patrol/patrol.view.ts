import { UnitBrief } from '@ducha/org';

/** Which group goes to which object on a day. */
export class PatrolTurnView {
  unit: UnitBrief;
  /** Number of the group; null where every group must stay away. */
  group: number | null;
  visits: number;
  findings: number;
}

/** A group's words on a day. */
export class PatrolLogView {
  group: number;
  words: string;
  writtenBy: string;
  writtenAt: Date;
}

/** One day of a patrol. */
export class PatrolDayView {
  on: string;
  turns: PatrolTurnView[];
  logs: PatrolLogView[];
}

/** An object to which patrols came on more days of this month than the county allows itself. */
export class PatrolOftenView {
  unit: UnitBrief;
  days: number;
}

/** The roster of a standing patrol in a span of days. */
export class PatrolView {
  from: string;
  to: string;
  days: PatrolDayView[];
  perMonth: number;
  often: PatrolOftenView[];
}

/** How often patrols may come to one object in a month before the head hears of it. */
export class PatrolRuleView {
  perMonth: number;
}
