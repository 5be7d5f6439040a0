import type { ClockRules, Laddered } from '../clocks/clock-rules.js';
import { datedRungs, type Rung } from './ladder.js';

/** What one rung will do if nothing is done. */
export interface RehearsedRung extends Pick<Rung, 'action' | 'level' | 'audience' | 'channels' | 'template'> {
  readonly rung: number;
  readonly at: Date;
}

/** Everything that a running clock will still say if nothing is done, in the order of its time. */
export function rehearse(
  rules: ClockRules,
  clock: Laddered,
  now: Date,
  fired: readonly number[] = [],
): RehearsedRung[] {
  return datedRungs(rules.daysOf(clock.unitId), clock, rules.rungsOf(clock))
    .filter(({ at, rung }) => at > now && !fired.includes(rung.id))
    .map(({ at, rung: { id, action, level, audience, channels, template } }) => ({
      ...{ rung: id, at, action, level, audience, channels, template },
    }));
}
