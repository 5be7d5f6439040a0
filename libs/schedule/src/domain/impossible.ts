import { type DayNumber, dayOf, numberOf, type WorkingCalendar } from '@ducha/kernel';
import { chainTo, type Passes } from './passes.js';
import type { Impossible, PlanAsked } from './step.js';

/**
 * The proofs that a plan cannot be kept, the worst of each kind. The chain alone proves it: its steps follow one another, the
 * first begins on the first day possible, and together they last beyond what is wanted.
 */
export function impossibilities(calendar: WorkingCalendar, asked: PlanAsked, passes: Passes): Impossible[] {
  const { steps } = asked;
  const end = numberOf(asked.end);
  const proof = (reason: Impossible['reason'], at: number, reached: DayNumber, wanted: DayNumber): Impossible => ({
    reason,
    chain: chainTo(at, passes).map((place) => steps[place]?.key ?? ''),
    reached: dayOf(reached),
    wanted: dayOf(wanted),
    days: reached - wanted,
    workingDays: calendar.countBetween(wanted, reached),
  });
  const ends = steps.map((_, at) => proof('endMissed', at, passes.earliest[at]?.finish ?? end, end));
  const days = steps.flatMap(({ startsOn }, at) => {
    if (startsOn === null) return [];
    return [proof('dayMissed', at, passes.freeFrom[at] ?? 0, numberOf(startsOn))];
  });
  return [worst(ends), worst(days.filter(({ workingDays }) => workingDays > 0))].flatMap((one) =>
    one !== undefined && one.days > 0 ? [one] : [],
  );
}

const worst = (of: readonly Impossible[]): Impossible | undefined =>
  of.reduce<Impossible | undefined>(
    (most, one) => (most === undefined || one.days > most.days ? one : most),
    undefined,
  );
