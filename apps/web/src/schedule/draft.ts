import type { PlacedStep, ScheduleStep } from '../api/types';
import { daysAfter } from '../clock/county-days';

/** A plan as it stands on the screen. */
export interface Draft {
  /** The fixed end, `YYYY-MM-DD`; null until somebody sets it. */
  endDay: string | null;
  steps: ScheduleStep[];
}

/** A key that no step bears yet: `s1`, `s2`… */
export function freeKey({ steps }: Draft): string {
  const taken = new Set(steps.map(({ key }) => key));
  let n = steps.length + 1;
  while (taken.has(`s${n}`)) n += 1;
  return `s${n}`;
}

/** The step in the place of the one of the same key; at the end where there is none. */
export function withStep(draft: Draft, step: ScheduleStep): Draft {
  const known = draft.steps.some(({ key }) => key === step.key);
  return {
    ...draft,
    steps: known ? draft.steps.map((one) => (one.key === step.key ? step : one)) : [...draft.steps, step],
  };
}

/** Without a step; those that waited for it wait for what it waited for. */
export function withoutStep(draft: Draft, gone: ScheduleStep): Draft {
  const after = (one: ScheduleStep): string[] => [
    ...new Set(one.after.flatMap((key) => (key === gone.key ? gone.after : [key]))),
  ];
  const kept = draft.steps.filter(({ key }) => key !== gone.key);
  return { ...draft, steps: kept.map((one) => ({ ...one, after: after(one) })) };
}

/** The step put so many days of the calendar earlier or later than it lies. */
export function moved(step: ScheduleStep, placed: PlacedStep, days: number): ScheduleStep {
  return { ...step, startsOn: daysAfter(step.startsOn ?? placed.latestStart, days) };
}

/** The step so many days longer or shorter; at least one. */
export function stretched(step: ScheduleStep, days: number): ScheduleStep {
  return { ...step, days: Math.min(3_650, Math.max(1, step.days + days)) };
}

/** What the server is asked: absent where a step has no day or unit of its own. */
export function planBody({ endDay, steps }: Draft) {
  return {
    endDay,
    steps: steps.map(({ startsOn, leadUnitId, ...step }) => ({
      ...step,
      ...(startsOn !== null && { startsOn }),
      ...(leadUnitId !== null && { leadUnitId }),
    })),
  };
}
