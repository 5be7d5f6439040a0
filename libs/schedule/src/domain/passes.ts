import {
  calendarFault,
  type DayNumber,
  type DayTerm,
  lastDayOf,
  latestStartOf,
  numberOf,
  type WorkingCalendar,
} from '@ducha/kernel';
import type { PlanAsked, Step } from './step.js';
import type { StepNet } from './step-order.js';

/** First and last day that a calendar may touch. */
const [calendarBegins, calendarEnds] = [numberOf('1992-01-01'), numberOf('2199-12-31')];

/** The two passes, by the places of the steps. */
export interface Passes {
  /** First day on which it can begin, given those before it and the day it was put on. */
  readonly earliest: readonly Span[];
  /** Last day on which it may begin, given those after it and the fixed end. */
  readonly latest: readonly Span[];
  /** The step that keeps it from beginning earlier; undefined: the first day or its own day does. */
  readonly keptBy: readonly (number | undefined)[];
  /** First day on which those before it let it begin, whatever day it was put on. */
  readonly freeFrom: readonly DayNumber[];
}

interface Span {
  readonly start: DayNumber;
  readonly finish: DayNumber;
}

/** The steps that lead to one, each because the next cannot begin before it is over. */
export function chainTo(at: number | undefined, { keptBy }: Passes): number[] {
  const chain: number[] = [];
  for (let place = at; place !== undefined; place = keptBy[place]) chain.push(place);
  return chain.reverse();
}

/** Forward from the first day, then backward from the fixed end; each step is looked at twice. */
export function passesOf(calendar: WorkingCalendar, asked: PlanAsked, net: StepNet): Passes {
  return { ...forward(calendar, asked, net), latest: backward(calendar, asked, net) };
}

function forward(calendar: WorkingCalendar, { from, steps }: PlanAsked, net: StepNet): Omit<Passes, 'latest'> {
  const first = numberOf(from);
  const earliest: Span[] = [];
  const [keptBy, freeFrom]: [(number | undefined)[], DayNumber[]] = [[], []];
  for (const at of net.order) {
    const step = steps[at];
    if (!step) continue;
    let [free, by]: [DayNumber, number | undefined] = [first, undefined];
    for (const other of net.before[at] ?? []) {
      const next = (earliest[other]?.finish ?? first) + 1;
      if (next > free) [free, by] = [next, other];
    }
    freeFrom[at] = onDay(calendar, step, free);
    const put = step.startsOn === null ? free : Math.max(free, numberOf(step.startsOn));
    keptBy[at] = put > free ? undefined : by;
    earliest[at] = within(spanFrom(calendar, step, onDay(calendar, step, put)), at);
  }
  return { earliest, keptBy, freeFrom };
}

function backward(calendar: WorkingCalendar, { end, steps }: PlanAsked, net: StepNet): Span[] {
  const latest: Span[] = [];
  for (const at of [...net.order].reverse()) {
    const step = steps[at];
    if (!step) continue;
    const followers = (net.after[at] ?? []).map((other) => (latest[other]?.start ?? Infinity) - 1);
    const due = Math.min(numberOf(end), ...followers);
    const last = latestStartOf(calendar, due, termOf(step), { countsFirstDay: true, rolls: false });
    const put = step.startsOn === null ? last : Math.min(last, onDay(calendar, step, numberOf(step.startsOn)));
    latest[at] = within(spanFrom(calendar, step, put), at);
  }
  return latest;
}

const spanFrom = (calendar: WorkingCalendar, step: Step, start: DayNumber): Span => ({
  start,
  finish: lastDayOf(calendar, start, termOf(step), true),
});

/** @throws Fault `calendar.termOutOfRange` for a step that comes to lie outside the years of the calendar */
function within(span: Span, at: number): Span {
  if (span.start >= calendarBegins && span.finish <= calendarEnds) return span;
  throw calendarFault('termOutOfRange', {}, [
    { path: `steps[${at}].days`, message: 'leads out of the years of the calendar', constraint: 'range' },
  ]);
}

const termOf = ({ days, unit }: Step): DayTerm => ({ n: days, unit });

/** A step of working days begins on one. */
const onDay = (calendar: WorkingCalendar, { unit }: Step, day: DayNumber): DayNumber =>
  unit === 'working_day' ? calendar.onOrAfter(day) : day;
