import type { Step } from './step.js';

/** Which steps wait for which, by their places. */
export interface StepNet {
  /** Places, each after all it waits for. */
  readonly order: readonly number[];
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
}

/** Why steps cannot be put in an order. */
export type NetFault =
  | { readonly name: 'repeatedKey'; readonly at: number }
  | { readonly name: 'unknownStep'; readonly at: number; readonly place: number }
  | { readonly name: 'loop'; readonly at: number; readonly loop: readonly string[] };

/** Puts steps in an order in which none comes before one it waits for. A loop is named by its steps, the first one again at its end. */
export function netOf(steps: readonly Pick<Step, 'key' | 'after'>[]): StepNet | NetFault {
  const placeOf = new Map<string, number>();
  for (const [at, { key }] of steps.entries()) {
    if (placeOf.has(key)) return { name: 'repeatedKey', at };
    placeOf.set(key, at);
  }
  const before: number[][] = steps.map(() => []);
  const after: number[][] = steps.map(() => []);
  for (const [at, step] of steps.entries())
    for (const [place, key] of step.after.entries()) {
      const other = placeOf.get(key);
      if (other === undefined) return { name: 'unknownStep', at, place };
      before[at]?.push(other);
      after[other]?.push(at);
    }
  const order = ordered(before, after);
  return order.length === steps.length ? { order, before, after } : loopAmong(steps, before, new Set(order));
}

function ordered(before: readonly (readonly number[])[], after: readonly (readonly number[])[]): number[] {
  const waits = before.map(({ length }) => length);
  const order = waits.flatMap((count, at) => (count === 0 ? [at] : []));
  for (let next = 0; next < order.length; next += 1)
    for (const follower of after[order[next] ?? 0] ?? []) {
      const left = (waits[follower] ?? 0) - 1;
      waits[follower] = left;
      if (left === 0) order.push(follower);
    }
  return order;
}

/** Whatever could not be ordered waits for something that could not be ordered either: going back from it ends in a loop. */
function loopAmong(
  steps: readonly Pick<Step, 'key'>[],
  before: readonly (readonly number[])[],
  done: ReadonlySet<number>,
): NetFault {
  const path: number[] = [];
  let at = steps.findIndex((_, place) => !done.has(place));
  while (!path.includes(at)) {
    path.push(at);
    at = before[at]?.find((other) => !done.has(other)) ?? at;
  }
  const loop = [...path.slice(path.indexOf(at)), at].reverse();
  return { name: 'loop', at, loop: loop.map((place) => steps[place]?.key ?? '') };
}
