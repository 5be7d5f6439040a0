import type { ClockRules, Laddered } from '../clocks/clock-rules.js';
import { type Audience, nextOpening, type NextRung, nextRung, noRung, officeMomentAfter, type Rung } from './ladder.js';
import { type FormerSlip, levelsOf, slipStep } from './slip-step.js';

/** How long after office hours what was due within them may still be said: no process is at the very instant. */
const graceMs = 60_000;

/** A clock whose alarm went off. */
export interface Alarm extends Laddered {
  /** The rung and the instant the alarm was set for. */
  readonly rung: number;
  readonly setFor: Date;
  /** Rungs of this clock that have fired. */
  readonly fired: readonly number[];
  readonly slips: readonly FormerSlip[];
}

/** What an alarm comes to. */
export interface Firing {
  /** The latest rung of words whose time has come; it speaks for those before it. Undefined when none has: the date moved. */
  readonly rung: (Rung & { readonly everybody: readonly Audience[] }) | undefined;
  /** The rung whose slip is served. */
  readonly slip: Rung | undefined;
  /** Rungs that fire silently: caught up together with one that spoke, or slips whose former was answered. */
  readonly collapsed: readonly number[];
  readonly next: NextRung;
}

/**
 * Which rungs of a clock have come by an instant. After an outage several may have: they are one notice, to everybody whom
 * any of them names, and it says how many it stands for; slips are served one at a time. Whoever comes back at night or on a
 * day off says it when offices open.
 */
export function firingOf(rules: ClockRules, alarm: Alarm, now: Date): Firing {
  const calendar = rules.daysOf(alarm.unitId);
  const opening = officeMomentAfter(calendar, now);
  if (opening > now && now.getTime() - alarm.setFor.getTime() > graceMs)
    return { ...silent, next: { rung: alarm.rung, at: opening } };
  const rungs = rules.rungsOf(alarm);
  const dated = rules.rungsDated(alarm);
  const start = dated.findIndex(({ rung }) => rung.id === alarm.rung);
  const ahead = start >= 0 ? dated.slice(start) : dated.filter(({ at }) => at >= alarm.setFor);
  const come = ahead.filter(({ at, rung }) => at <= now && !alarm.fired.includes(rung.id)).map(({ rung }) => rung);
  const slips = slipsThatCame(come, rungs, alarm.slips, now);
  const words = come.filter(({ action }) => action !== 'slip');
  const last = words.at(-1);
  const everybody = [...new Set(words.flatMap(({ audience }) => audience))];
  const gone = [...alarm.fired, ...come.map(({ id }) => id)];
  return {
    rung: last && { ...last, everybody },
    slip: slips.served,
    collapsed: [...words.slice(0, -1).map(({ id }) => id), ...slips.silent],
    next: soonest(nextRung(dated, now, gone), slips.held, () =>
      officeMomentAfter(calendar, slips.until ?? nextOpening(calendar, now)),
    ),
  };
}

const silent = { rung: undefined, slip: undefined, collapsed: [] };

interface SlipsThatCame {
  readonly served: Rung | undefined;
  readonly silent: readonly number[];
  /** The lowest that waits. */
  readonly held: Rung | undefined;
  readonly until: Date | null;
}

function slipsThatCame(
  come: readonly Rung[],
  rungs: readonly Rung[],
  former: readonly FormerSlip[],
  now: Date,
): SlipsThatCame {
  const slips = come.filter(({ action }) => action === 'slip').sort((a, b) => levelOf(a) - levelOf(b));
  const highest = slips.at(-1);
  if (!highest) return { served: undefined, silent: [], held: undefined, until: null };
  const step = slipStep(levelsOf(rungs), former, levelOf(highest), now);
  if (step.kind === 'none') return { served: undefined, silent: idsOf(slips), held: undefined, until: null };
  const done = Math.max(0, ...former.map(({ level }) => level));
  return step.kind === 'wait' ? waiting(slips, done, step.until) : serving(slips, step.level);
}

function waiting(slips: readonly Rung[], done: number, until: Date | null): SlipsThatCame {
  const passed = slips.filter((rung) => levelOf(rung) <= done);
  const held = slips.find((rung) => levelOf(rung) > done);
  return { served: undefined, silent: idsOf(passed), held, until };
}

/** The rung of the level speaks; where its own passed before the clock was armed, the lowest that came speaks at that level. */
function serving(slips: readonly Rung[], level: number): SlipsThatCame {
  const speaker = slips.find((rung) => levelOf(rung) === level) ?? slips[0];
  const others = slips.filter((rung) => rung !== speaker);
  return {
    served: speaker && { ...speaker, level },
    silent: idsOf(others.filter((rung) => levelOf(rung) <= level)),
    held: others.find((rung) => levelOf(rung) > level),
    until: null,
  };
}

const levelOf = ({ level }: Rung): number => level ?? 0;
const idsOf = (rungs: readonly Rung[]): number[] => rungs.map(({ id }) => id);

/** What comes first: the next rung, or another look at the slip that waits. The alarm names the waiting one in both cases. */
function soonest(next: NextRung, held: Rung | undefined, look: () => Date): NextRung {
  if (!held) return next.at === null ? noRung : next;
  const at = look();
  return { rung: held.id, at: next.at !== null && next.at < at ? next.at : at };
}
