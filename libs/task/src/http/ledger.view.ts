import type { TaskAction } from '../domain/task-actions.js';
import type { TaskState } from '../domain/task-lifecycle.js';
import type { Grouping } from '../domain/ledger-shape.js';
import { MatterBrief, PersonRef, UnitBrief } from './brief.view.js';

/** How far a task is ended: the claim, the check, the end and the effect are four different things. */
export class Completion {
  /** Class of the lead's latest signed-off answer. */
  resultClass: string | null;
  answeredAt: Date | null;
  verifiedAt: Date | null;
  closedAt: Date | null;
}

/** One line of the ledger (台账), with the columns counties use. */
export class LedgerRow {
  id: string;
  version: number;
  number: string | null;
  title: string;
  kind: string;
  category: string | null;
  state: TaskState;
  dispatchedAt: Date | null;
  /** The kind of the matter behind it, else the task's own. */
  source: string;
  matter: MatterBrief | null;
  principal: PersonRef | null;
  leadLeader: PersonRef | null;
  leadUnit: UnitBrief | null;
  assistUnits: UnitBrief[];
  officer: PersonRef | null;
  /** Who signed for the lead unit. */
  responsible: PersonRef | null;
  dueAt: Date | null;
  overdue: boolean;
  suspended: boolean;
  /** From the lead's latest report. */
  progress: string | null;
  problem: string | null;
  nextStep: string | null;
  completion: Completion;
  currentValue: number | null;
  targetValue: number | null;
  targetUnit: string | null;
  /** What the reader may do now. */
  actions: TaskAction[];
}

/** How many rows there are; `capped`: more than `value`. */
export class LedgerCount {
  value: number;
  capped: boolean;
}

/** What one group of the ledger comes to. */
export class LedgerGroup {
  /** The value to narrow by: an id or a code; null: the tasks that have none. */
  key: string | null;
  /** Name of the unit or person; null where `key` is a code or there is none. */
  name: string | null;
  count: number;
  overdue: number;
  closed: number;
}

/** The ledger in groups, the largest first. */
export class LedgerGroups {
  by: Grouping;
  items: LedgerGroup[];
  /** How many tasks were counted. */
  total: number;
  /** Only the newest `total` of those that match were counted. */
  capped: boolean;
}
