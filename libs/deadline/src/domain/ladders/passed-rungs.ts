import type { ClockRules } from '../clocks/clock-rules.js';
import { type Audience, type NextRung, officeMomentAfter, type Rung, rungInstant } from './ladder.js';
import { rungsOf } from './ladders.js';

/** How long after office hours what was due within them may still be said: no process is at the very instant. */
const graceMs = 60_000;

/** A clock whose alarm went off. */
export interface Alarm {
  readonly ladder: string;
  readonly dueAt: Date;
  readonly unitId: string | null;
  /** The rung and the instant the alarm was set for. */
  readonly rung: number;
  readonly setFor: Date;
}

/** What an alarm comes to. */
export interface Firing {
  /** The latest rung whose time has come; it speaks for those before it. Undefined when none has: the date moved. */
  readonly rung:
    { readonly place: number; readonly action: Rung['action']; readonly audience: readonly Audience[] } | undefined;
  /** Rungs caught up together with it, silent. */
  readonly collapsed: readonly number[];
  readonly next: NextRung;
}

/**
 * Which rungs of a clock have come by an instant. After an outage several may have: they are one notice, to everybody whom
 * any of them names, and it says how many it stands for. Whoever comes back at night or on a day off says it when offices open.
 */
export function firingOf(rules: ClockRules, { ladder, dueAt, unitId, rung, setFor }: Alarm, now: Date): Firing {
  const calendar = rules.daysOf(unitId);
  const opening = officeMomentAfter(calendar, now);
  if (opening > now && now.getTime() - setFor.getTime() > graceMs)
    return { rung: undefined, collapsed: [], next: { rung, at: opening } };
  const rungs = rungsOf(ladder);
  const come = rungs.flatMap((one, place) =>
    place >= rung && rungInstant(calendar, dueAt, one) <= now ? [place] : [],
  );
  const next = rules.rungAfter({ ladder, dueAt, unitId }, now, rung);
  const last = come.at(-1);
  const one = last === undefined ? undefined : rungs[last];
  if (last === undefined || !one) return { rung: undefined, collapsed: [], next };
  const audience = [...new Set(come.flatMap((place) => rungs[place]?.audience ?? []))];
  return { rung: { place: last, action: one.action, audience }, collapsed: come.slice(0, -1), next };
}
