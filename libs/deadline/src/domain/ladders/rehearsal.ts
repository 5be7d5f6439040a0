import type { ClockRules, Laddered } from '../clocks/clock-rules.js';
import { type Audience, type Rung, rungInstant } from './ladder.js';
import { rungsOf } from './ladders.js';

/** What one rung will do if nothing is done. */
export interface RehearsedRung {
  readonly rung: number;
  readonly at: Date;
  readonly action: Rung['action'];
  readonly audience: readonly Audience[];
}

/** Everything that a running clock will still say if nothing is done, in the order of its time. */
export function rehearse(rules: ClockRules, { ladder, dueAt, unitId }: Laddered, now: Date): RehearsedRung[] {
  const calendar = rules.daysOf(unitId);
  return rungsOf(ladder)
    .map((rung, place) => ({
      rung: place,
      at: rungInstant(calendar, dueAt, rung),
      action: rung.action,
      audience: rung.audience,
    }))
    .filter(({ at }) => at > now);
}
