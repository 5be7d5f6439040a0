import type { ClockRules, ClockSteps, ClockSubject, ImportanceDegree, NewDate, StandingClock } from '@ducha/deadline';
import type { AssignmentState, Duty } from '../domain/assignment-lifecycle.js';
import type { ReportEvery } from '../domain/routine-report.js';
import type { TaskState } from '../domain/task-lifecycle.js';

/** What the clocks of a task hang on. */
export interface ClockedTask {
  readonly id: string;
  readonly kind: string;
  readonly importance: ImportanceDegree;
  readonly state: TaskState;
  readonly isParent: boolean;
  readonly matterId: string | null;
  /** The rhythm of routine reports; null where none is asked. */
  readonly reportEvery: ReportEvery | null;
  readonly suspendedAt: Date | null;
  /** When the task came into its state, as far as that is dated. */
  readonly since: Date | null;
  /** Closes in silence then; null unless it lies before a principal. */
  readonly silentCloseAt: Date | null;
  readonly assignments: readonly ClockedAssignment[];
  readonly clocks: readonly StandingClock[];
}

/** A unit’s share, as far as its time goes. */
export interface ClockedAssignment {
  readonly id: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly duty: Duty;
  readonly state: AssignmentState;
  readonly queuedAt: Date;
  readonly deliveredAt: Date | null;
  readonly signedAt: Date | null;
  /** When it refused to take it, as two persons recorded. */
  readonly refusedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly dueAt: Date | null;
  readonly waived: boolean;
  /** When it last reported, where routine reports are asked; and the county’s day from which the next one is counted. */
  readonly reportedAt: Date | null;
  readonly reportFrom: string | null;
  /** When a verifier last gave it back. */
  readonly redoneAt: Date | null;
  /** Since when more time is asked for, undecided; and until when it is wanted. */
  readonly extensionAskedAt: Date | null;
  readonly extensionWanted: Date | null;
  /** When a request for more time was last decided. */
  readonly extensionDecidedAt: Date | null;
  /** Since when it is disputed, and before whom; when a dispute was last ruled on. */
  readonly disputedAt: Date | null;
  readonly rulingUnitId: string | null;
  readonly disputeRuledAt: Date | null;
}

/** With what steps are worked out. */
export interface ClockTools {
  readonly rules: ClockRules;
  readonly now: Date;
  readonly newId: () => string;
  /** Why dates move now; a correction when absent. */
  readonly because?: NewDate['because'];
}

/** A unit’s share, as far as its clocks are named by it. */
export type OfUnit = Pick<ClockedAssignment, 'id' | 'taskId' | 'unitId' | 'duty'>;
/** Steps that are being gathered. */
export type Draft = { -readonly [K in keyof ClockSteps]: ClockSteps[K][number][] };

/** Runs or stands still. */
export const isOpen = ({ state }: StandingClock): boolean => state === 'running' || state === 'suspended';
/** Those of them. */
export const open = (clocks: readonly StandingClock[]): StandingClock[] => clocks.filter(isOpen);

/** What decides which ladder the clocks of a task have. */
export type Weight = Pick<ClockedTask, 'kind' | 'importance'>;
/** That of a task, also of one that is not known. */
export const weightOf = (task: Weight | undefined): Weight => task ?? { kind: '', importance: 'ordinary' };

/** Whose share it is, as a clock says it. */
export function subjectOf(
  { kind, importance }: Weight,
  { taskId, id, unitId, duty }: OfUnit,
): Omit<ClockSubject, 'kind'> {
  const holder = duty === 'lead' ? 'unit' : 'assisting_unit';
  return { subjectType: 'assignment', subjectId: id, taskId, unitId, holder, sourceKind: kind, importance };
}

/** The unit owes an answer. */
export const owes = ({ waived, state }: Pick<ClockedAssignment, 'waived' | 'state'>): boolean =>
  !waived && ['queued', 'delivered', 'signed', 'submitted', 'disputed', 'moving'].includes(state);
