import {
  type Answerer,
  type ClockKind,
  type ClockSteps,
  type ClockSubject,
  dueAfterStanding,
  type NewClock,
  type NewDate,
  sentOutAt,
  type ShareInstants,
  type StandingClock,
} from '@ducha/deadline';
import type { Share } from '../domain/shares.js';
import type { TaskState } from '../domain/task-lifecycle.js';
import { followAwaited, meetAnswer } from './clock-awaited.js';
import { dateOf, hold, keepPace } from './clock-dates.js';
import { followReport } from './clock-report.js';
import {
  type ClockedAssignment,
  type ClockedTask,
  type ClockTools,
  type Draft,
  isOpen,
  type OfUnit,
  open,
  owes,
  subjectOf,
  type Weight,
  weightOf,
} from './clock-facts.js';

/**
 * What must happen to a task’s clocks so that they agree with where the task and its units stand. Asked again it answers
 * nothing: whatever act came before, each clock is met, cancelled, stopped or armed once.
 */
export function clockSteps(task: ClockedTask, tools: ClockTools): ClockSteps {
  const steps: Draft = { arm: [], meet: [], cancel: [], suspend: [], resume: [], hold: [], release: [], move: [] };
  const known = new Set(task.assignments.map(({ id }) => id));
  for (const assignment of task.assignments) followAssignment(steps, task, assignment, tools);
  followStage(steps, task, tools);
  for (const clock of open(task.clocks))
    if (clock.subjectId !== task.id && !known.has(clock.subjectId)) followOther(steps, task, clock, tools);
  return steps;
}

/** A reply to a slip and a decision on an objection stop and end with their task; what is of a former round is over. */
function followOther(steps: Draft, task: ClockedTask, clock: StandingClock, tools: ClockTools): void {
  const isCase = clock.kind === 'slip_reply' || clock.kind === 'objection';
  if (!isCase || task.state === 'cancelled') steps.cancel.push(clock.id);
  else if (clock.kind === 'slip_reply') keepPace(steps, task, clock, clock.dueAt, tools);
}

/** The clocks of assignments that are just being sent out, and of tasks that wait to be. @param tasks  by id */
export function clocksOfOpening(
  tasks: ReadonlyMap<string, Pick<ClockedTask, 'kind' | 'state' | 'importance'>>,
  shares: readonly Share[],
  tools: ClockTools,
): NewClock[] {
  const waiting = [...tasks].filter(([, { state }]) => state === 'registered');
  return [
    ...shares.flatMap((share) => {
      const one = { ...share, queuedAt: tools.now };
      const task = weightOf(tasks.get(share.taskId));
      return [signClock(task, one, tools), answerClock(task, one, tools)];
    }),
    ...waiting.map(([id, task]) =>
      stageClock({ ...task, id, since: tools.now, silentCloseAt: null }, 'dispatch', tools),
    ),
  ].filter((clock) => clock !== undefined);
}

/** By when the law wants the answer to a task of a kind; null where no law is known. */
export const legalDue = (kind: string, unit: Answerer, { rules, now }: ClockTools): Date | null =>
  rules.legalAnswer(kind, unit, sentOutAt(now))?.dueAt ?? null;

/** An assisting unit has no longer than the law gives it. @param tasks  by id */
export function datedShares(
  shares: readonly Share[],
  tasks: ReadonlyMap<string, { readonly kind: string }>,
  tools: ClockTools,
): Share[] {
  return shares.map((share) => {
    const legal = share.duty === 'assist' ? legalDue(tasks.get(share.taskId)?.kind ?? '', share, tools) : null;
    return legal && share.dueAt && legal < share.dueAt ? { ...share, dueAt: legal } : share;
  });
}

function followAssignment(steps: Draft, task: ClockedTask, one: ClockedAssignment, tools: ClockTools): void {
  const own = task.clocks.filter(({ subjectId }) => subjectId === one.id);
  const gone = one.state === 'moved' || one.state === 'recalled';
  const sign = own.find((clock) => clock.kind === 'sign' && isOpen(clock));
  const unsigned = ['queued', 'delivered'].includes(one.state) || (one.state === 'disputed' && one.signedAt === null);
  if (sign && !unsigned) {
    if (one.signedAt && !gone) steps.meet.push({ id: sign.id, at: one.signedAt });
    else steps.cancel.push(sign.id);
  } else if (sign) {
    hold(steps, sign, one.state === 'disputed' ? one.disputedAt : null);
    keepPace(steps, task, sign, signBy(sign, one, tools), tools);
  } else if (unsigned && one.state !== 'disputed') arm(steps, signClock(task, one, tools));
  followAnswer(steps, task, one, own, tools);
  followReport(steps, task, one, own, tools);
  followAwaited(steps, task, one, own, tools);
}

/** Ruled to stay, it has as long to sign as it had when it disputed. */
function signBy(sign: StandingClock, one: ClockedAssignment, { rules, now, because }: ClockTools): Date {
  if (sign.heldAt === null || one.state === 'disputed' || because !== 'waiting') return sign.dueAt;
  return dueAfterStanding(rules.daysOf(sign.unitId), sign, { from: sign.heldAt, to: now });
}

const waitingSince = (one: ClockedAssignment): Date | null =>
  one.state === 'disputed' ? one.disputedAt : one.extensionAskedAt;

function followAnswer(
  steps: Draft,
  task: ClockedTask,
  one: ClockedAssignment,
  own: readonly StandingClock[],
  tools: ClockTools,
): void {
  const answers = own.filter(({ kind }) => kind === 'answer' || kind === 'redo');
  const current = answers.find(isOpen);
  if (!owes(one)) {
    if (!current) return;
    if (one.answeredAt && !one.waived) meetAnswer(steps, task, one, current, one.answeredAt, tools);
    else steps.cancel.push(current.id);
    return;
  }
  if (current) hold(steps, current, waitingSince(one));
  const received = current && receivedDate(task, one, current, tools);
  if (received) {
    steps.move.push(received);
    return;
  }
  if (current) return keepPace(steps, task, current, one.dueAt ?? current.dueAt, tools);
  const last = answers.at(-1);
  const redone = one.redoneAt !== null && last?.endedAt != null && one.redoneAt >= last.endedAt;
  arm(steps, redone ? redoClock(task, one, one.redoneAt, tools) : answerClock(task, one, tools));
}

/** Back in the unit’s hands by a verifier: a time of its own, and what was in time before stays in time. */
function redoClock(
  task: Weight,
  one: OfUnit,
  startedAt: Date,
  { rules, now, newId }: ClockTools,
): NewClock | undefined {
  return rules.own({ ...subjectOf(task, one), kind: 'redo' }, 'redo', { id: newId(), startedAt, now });
}

/** A law’s term that starts with the receipt, once that is known: signed for, or refused before two persons. */
function receivedDate(
  task: ClockedTask,
  one: ClockedAssignment,
  clock: StandingClock,
  tools: ClockTools,
): NewDate | undefined {
  const untouched = clock.state === 'running' && clock.dueAt.getTime() === clock.originalDueAt.getTime();
  if (!untouched || clock.kind !== 'answer' || clock.term === null || !(one.signedAt ?? one.refusedAt))
    return undefined;
  const legal = tools.rules.legalAnswer(task.kind, one, instantsOf(one));
  if (!legal?.byReceipt || legal.dueAt.getTime() === clock.dueAt.getTime()) return undefined;
  return { ...dateOf(task, clock, legal.dueAt, 'receipt', tools), startedAt: legal.startedAt };
}

const instantsOf = (one: Sent): ShareInstants => ({
  dispatched: one.queuedAt,
  delivered: one.deliveredAt ?? null,
  signed: one.signedAt ?? null,
  refused: one.refusedAt ?? null,
});

type Sent = OfUnit &
  Pick<ClockedAssignment, 'queuedAt' | 'dueAt'> &
  Partial<Pick<ClockedAssignment, 'deliveredAt' | 'signedAt' | 'refusedAt'>>;

function signClock(task: Weight, one: Sent, { rules, now, newId }: ClockTools): NewClock | undefined {
  return rules.own({ ...subjectOf(task, one), kind: 'sign' }, 'sign', { id: newId(), startedAt: one.queuedAt, now });
}

function answerClock(task: Weight, one: Sent, { rules, now, newId }: ClockTools): NewClock | undefined {
  if (one.dueAt === null) return undefined;
  const legal = rules.legalAnswer(task.kind, one, instantsOf(one));
  const start = { id: newId(), startedAt: one.queuedAt, now };
  return rules.until({ ...subjectOf(task, one), kind: 'answer' }, one.dueAt, legal, start);
}

function arm(steps: Draft, clock: NewClock | undefined): void {
  if (clock) steps.arm.push(clock);
}

/** The supervisors’ own clock for where a task stands: which, whose, and by which rule. */
const stages: Partial<Record<TaskState, 'dispatch' | 'verify' | 'close' | 'decide'>> = {
  registered: 'dispatch',
  answered: 'verify',
  verified: 'close',
  presented: 'decide',
};
const stageKinds: readonly ClockKind[] = ['dispatch', 'verify', 'close', 'decide'];

function followStage(steps: Draft, task: ClockedTask, tools: ClockTools): void {
  const wanted =
    task.isParent && task.state !== 'verified' && task.state !== 'presented' ? undefined : stages[task.state];
  const own = open(task.clocks).filter(({ subjectId, kind }) => subjectId === task.id && stageKinds.includes(kind));
  for (const clock of own) {
    if (clock.kind === wanted) keepPace(steps, task, clock, clock.dueAt, tools);
    else if (task.state === 'cancelled' || withdrawn(task, clock, tools)) steps.cancel.push(clock.id);
    else steps.meet.push({ id: clock.id, at: tools.now });
  }
  if (wanted === undefined || own.some(({ kind }) => kind === wanted)) return;
  arm(steps, stageClock(task, wanted, tools));
}

/** The unit took its answer back: there is nothing left to check, and nobody checked it. */
const withdrawn = ({ state, assignments }: ClockedTask, { kind }: StandingClock, { now }: ClockTools): boolean =>
  kind === 'verify' &&
  state === 'under_way' &&
  !assignments.some(({ redoneAt }) => redoneAt?.getTime() === now.getTime());

function stageClock(
  task: Pick<ClockedTask, 'id' | 'since' | 'silentCloseAt' | 'kind' | 'importance'>,
  kind: ClockKind,
  { rules, now, newId }: ClockTools,
): NewClock | undefined {
  const holder = kind === 'decide' ? 'principal' : 'bureau';
  const subject: ClockSubject = {
    kind,
    subjectType: 'task',
    subjectId: task.id,
    taskId: task.id,
    unitId: null,
    holder,
    sourceKind: task.kind,
    importance: task.importance,
  };
  const start = { id: newId(), startedAt: task.since ?? now, now };
  if (kind !== 'decide') return rules.own(subject, kind, start);
  return task.silentCloseAt === null ? undefined : rules.until(subject, task.silentCloseAt, undefined, start);
}
