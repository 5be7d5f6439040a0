import { type ClockSubject, type NewClock, type StandingClock } from '@ducha/deadline';
import { dateOf, keepPace } from './clock-dates.js';
import {
  type ClockedAssignment,
  type ClockedTask,
  type ClockTools,
  type Draft,
  owes,
  subjectOf,
} from './clock-facts.js';

/** A word that a unit waits for. */
interface Awaited {
  readonly kind: 'extension' | 'ruling';
  /** Null: not waited for. */
  readonly since: Date | null;
  readonly givenAt: Date | null;
  readonly clock: (start: { id: string; startedAt: Date; now: Date }) => NewClock | undefined;
}

/** An answer given while more time was asked for is measured by the date that was wanted: the decision’s time is not the unit’s. */
export function meetAnswer(
  steps: Draft,
  task: ClockedTask,
  one: ClockedAssignment,
  clock: StandingClock,
  at: Date,
  tools: ClockTools,
): void {
  if (one.extensionWanted !== null && clock.dueAt < at) {
    const today = tools.rules.endOfDay(one.unitId, at);
    const dueAt = one.extensionWanted < today ? one.extensionWanted : today;
    steps.move.push(dateOf(task, clock, dueAt, 'waiting', tools));
  }
  steps.meet.push({ id: clock.id, at });
}

/** The supervisors’ own time for words that a unit waits for: on more time, on whose duty it is. */
export function followAwaited(
  steps: Draft,
  task: ClockedTask,
  one: ClockedAssignment,
  own: readonly StandingClock[],
  tools: ClockTools,
): void {
  const { rules } = tools;
  const base = { ...subjectOf(task, one), unitId: null, holder: 'bureau' as const };
  const extension: ClockSubject = { ...base, kind: 'extension' };
  const ruling: ClockSubject = { ...base, kind: 'ruling', unitId: one.rulingUnitId };
  const awaited: Awaited[] = [
    {
      kind: 'extension',
      since: owes(one) ? one.extensionAskedAt : null,
      givenAt: one.extensionDecidedAt,
      clock: (start) => rules.own(extension, 'extension', start),
    },
    {
      kind: 'ruling',
      since: one.state === 'disputed' ? one.disputedAt : null,
      givenAt: one.disputeRuledAt,
      clock: (start) => rules.ruling(ruling, task.kind, start),
    },
  ];
  for (const word of awaited) followWord(steps, task, word, own, tools);
}

function followWord(
  steps: Draft,
  task: ClockedTask,
  { kind, since, givenAt, clock: armed }: Awaited,
  own: readonly StandingClock[],
  tools: ClockTools,
): void {
  const clock = own.find((one) => one.kind === kind && (one.state === 'running' || one.state === 'suspended'));
  if (clock && since) return keepPace(steps, task, clock, clock.dueAt, tools);
  if (clock && givenAt?.getTime() === tools.now.getTime()) steps.meet.push({ id: clock.id, at: tools.now });
  else if (clock) steps.cancel.push(clock.id);
  else if (since) {
    const fresh = armed({ id: tools.newId(), startedAt: since, now: tools.now });
    if (fresh) steps.arm.push(fresh);
  }
}
