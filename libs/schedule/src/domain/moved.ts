import type { PlacedStep, Plan } from './step.js';

/** A step that lies otherwise in another plan. */
export interface MovedStep {
  readonly key: string;
  readonly before: PlacedStep | null;
  readonly after: PlacedStep | null;
}

/** What a change does to the steps: those that move, are new or are gone. */
export function movedSteps(before: Plan, after: Plan): MovedStep[] {
  const was = new Map(before.steps.map((step) => [step.key, step]));
  const is = new Map(after.steps.map((step) => [step.key, step]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key) ?? null, is.get(key) ?? null];
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ key, before: old, after: now }];
  });
}
