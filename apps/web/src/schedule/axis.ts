import type { PlanView } from '../api/types';
import { daysAfter, daysBetween, stepped, weekdayOf } from '../clock/county-days';

/** The days that are drawn, from the left edge to the right; `to` is the first day after them. */
export interface Axis {
  from: string;
  to: string;
  days: number;
}

/** From the first day of the plan to its end, or to wherever its steps run. */
export function axisOf({ from, endDay, steps }: PlanView): Axis {
  const first = steps.reduce((least, { latestStart }) => (latestStart < least ? latestStart : least), from);
  const last = steps.reduce((most, { earliestFinish }) => (earliestFinish > most ? earliestFinish : most), endDay);
  const to = daysAfter(last, 1);
  return { from: first, to, days: daysBetween(first, to) };
}

/** Left edge and width of a span of days, last day included, in per cent of the axis. */
export function spanOn(axis: Axis, first: string, last: string): { left: string; width: string } {
  const part = (days: number): string => `${(days / axis.days) * 100}%`;
  return { left: part(daysBetween(axis.from, first)), width: part(Math.max(1, daysBetween(first, last) + 1)) };
}

const mostWeeks = 14;
const mostTicks = 12;
/** A name written further right than this part of the axis would run over its edge. */
const roomForName = 0.88;

/** Days that get a line and a name: Mondays of a short plan, firsts of the month of a long one. */
export function ticksOf(axis: Axis): string[] {
  const short = axis.days <= mostWeeks * 7;
  const first = short ? daysAfter(axis.from, (7 - weekdayOf(axis.from)) % 7) : stepped('month', axis.from, 1);
  const ticks: string[] = [];
  for (let day = first; day < axis.to; day = short ? daysAfter(day, 7) : stepped('month', day, 1)) ticks.push(day);
  const every = Math.ceil(ticks.length / mostTicks);
  return ticks.filter((day, at) => at % every === 0 && daysBetween(axis.from, day) < axis.days * roomForName);
}
