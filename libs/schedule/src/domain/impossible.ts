import { type DayNumber, dayOf, numberOf, type WorkingCalendar } from '@ducha/kernel';
import { chainTo, type Passes } from './passes.js';
import type { Impossible, PlanAsked } from './step.js';

/** A step that reaches a day only after the one that is wanted. */
interface Miss {
  readonly reason: Impossible['reason'];
  readonly at: number;
  readonly reached: DayNumber;
  readonly wanted: DayNumber;
}

/**
 * The proofs that a plan cannot be kept, the worst of each kind. The chain alone proves it: its steps follow one another, the
 * first begins on the first day possible, and together they last beyond what is wanted.
 */
export function impossibilities(calendar: WorkingCalendar, asked: PlanAsked, passes: Passes): Impossible[] {
  const { steps } = asked;
  const end = numberOf(asked.end);
  const ends = steps.map((_, at): Miss => ({
    reason: 'endMissed',
    at,
    reached: passes.earliest[at]?.finish ?? end,
    wanted: end,
  }));
  const days = steps.flatMap(({ startsOn, unit }, at): Miss[] => {
    if (startsOn === null) return [];
    // a step of working days that was put on a day off begins on the next working day, and that is no miss
    const wanted = unit === 'working_day' ? calendar.onOrAfter(numberOf(startsOn)) : numberOf(startsOn);
    return [{ reason: 'dayMissed', at, reached: passes.freeFrom[at] ?? wanted, wanted }];
  });
  return [...worst(ends), ...worst(days)].map(({ reason, at, reached, wanted }) => ({
    reason,
    chain: chainTo(at, passes).map((place) => steps[place]?.key ?? ''),
    reached: dayOf(reached),
    wanted: dayOf(wanted),
    days: reached - wanted,
    workingDays: calendar.countBetween(wanted, reached),
  }));
}

function worst(misses: readonly Miss[]): Miss[] {
  const most = misses.reduce<Miss | undefined>(
    (found, one) => (found === undefined || one.reached - one.wanted > found.reached - found.wanted ? one : found),
    undefined,
  );
  return most !== undefined && most.reached > most.wanted ? [most] : [];
}
