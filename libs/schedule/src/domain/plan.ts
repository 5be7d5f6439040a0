import { type Day, type DayNumber, dayOf, Fault, type WorkingCalendar } from '@ducha/kernel';
import { impossibilities } from './impossible.js';
import { chainTo, type Passes, passesOf } from './passes.js';
import type { Plan, PlacedStep, PlanAsked, Step } from './step.js';
import type { StepNet } from './step-order.js';

/**
 * Reckons a plan forward from its first day and backward from its fixed end.
 * Latest starts are the last ones: beginning every step then meets the end, one working day later misses it.
 * Years without a notice go by the week, and the plan says that it is provisional.
 * @throws Fault `calendar.termOutOfRange` when it runs out of the calendar's years
 */
export function planOf(calendar: WorkingCalendar, asked: PlanAsked, net: StepNet): Plan {
  try {
    return reckoned(calendar, asked, net, false);
  } catch (fault) {
    if (!(fault instanceof Fault) || fault.code !== 'calendar.yearNotPublished') throw fault;
    return reckoned(calendar.guessing(), asked, net, true);
  }
}

function reckoned(calendar: WorkingCalendar, asked: PlanAsked, net: StepNet, provisional: boolean): Plan {
  const passes = passesOf(calendar, asked, net);
  const slacks = asked.steps.map((step, at) => slackOf(calendar, step, passes, at));
  const chain = criticalChain(asked, net, passes, slacks);
  const tight = new Set(chain);
  const steps = asked.steps.map(({ key }, at): PlacedStep => {
    const [earliest, latest, slack] = [passes.earliest[at], passes.latest[at], slacks[at] ?? 0];
    const day = (number: DayNumber | undefined): Day => dayOf(number ?? 0);
    return {
      key,
      earliestStart: day(earliest?.start),
      earliestFinish: day(earliest?.finish),
      latestStart: day(latest?.start),
      latestFinish: day(latest?.finish),
      slack,
      critical: tight.has(key),
    };
  });
  return {
    steps,
    criticalChain: chain,
    impossible: impossibilities(calendar, asked, passes),
    provisional,
  };
}

function slackOf(calendar: WorkingCalendar, { unit }: Step, { earliest, latest }: Passes, at: number): number {
  const [early, late] = [earliest[at]?.start ?? 0, latest[at]?.start ?? 0];
  if (unit === 'natural_day') return late - early;
  return late >= early ? calendar.countBetween(early, late) : -calendar.countBetween(late, early);
}

/** From the tightest of the steps that end last, back along what keeps each from beginning earlier. */
function criticalChain({ steps }: PlanAsked, net: StepNet, passes: Passes, slacks: readonly number[]): string[] {
  const ends = steps.flatMap((_, at) => ((net.after[at] ?? []).length === 0 ? [at] : []));
  const tightest = ends.sort(
    (a, b) =>
      (slacks[a] ?? 0) - (slacks[b] ?? 0) || (passes.earliest[b]?.finish ?? 0) - (passes.earliest[a]?.finish ?? 0),
  )[0];
  return chainTo(tightest, passes).map((at) => steps[at]?.key ?? '');
}
