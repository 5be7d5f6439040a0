import { dueAfterStanding, type NewDate, type StandingClock } from '@ducha/deadline';
import type { ClockedTask, ClockTools, Draft, Weight } from './clock-facts.js';

/** Stops with the task, goes on with it, and follows a date that somebody moved. */
export function keepPace(steps: Draft, task: ClockedTask, clock: StandingClock, dueAt: Date, tools: ClockTools): void {
  if (clock.state === 'running' && task.suspendedAt !== null) {
    steps.suspend.push({ id: clock.id, at: task.suspendedAt });
  } else if (clock.state === 'suspended' && task.suspendedAt === null) {
    const moved = dueAt.getTime() !== clock.dueAt.getTime();
    const stood = { from: clock.suspendedAt ?? tools.now, to: tools.now };
    const resumed = moved ? dueAt : dueAfterStanding(tools.rules.daysOf(clock.unitId), clock, stood);
    steps.resume.push(dateOf(task, clock, resumed, 'suspension', tools));
  } else if (clock.state === 'running' && dueAt.getTime() !== clock.dueAt.getTime()) {
    steps.move.push(dateOf(task, clock, dueAt, tools.because ?? 'correction', tools));
  }
}

/** A clock’s new date, with the rung that comes next then. */
export function dateOf(
  { kind: sourceKind, importance }: Weight,
  clock: StandingClock,
  dueAfter: Date,
  because: NewDate['because'],
  { rules, now, newId }: ClockTools,
): NewDate {
  const { rung, at } = rules.rungAfter(
    { ...clock, dueAt: dueAfter, termUnit: clock.term?.unit ?? null, sourceKind, importance },
    now,
  );
  return { id: clock.id, changeId: newId(), because, dueBefore: clock.dueAt, dueAfter, nextRung: rung, nextRungAt: at };
}

/** Its rungs are silent while somebody else’s word is waited for. */
export function hold(steps: Draft, clock: StandingClock, since: Date | null): void {
  if (since !== null && clock.heldAt === null) steps.hold.push({ id: clock.id, at: since });
  else if (since === null && clock.heldAt !== null) steps.release.push(clock.id);
}
