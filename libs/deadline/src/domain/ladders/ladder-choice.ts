import type { ImportanceDegree, Ladder } from './ladder.js';

/** What decides which ladder a clock has: its class, and the kind and importance of the matter behind it. */
export interface LadderKey {
  /** One of `clockClasses`. */
  readonly ladder: string;
  readonly sourceKind: string;
  readonly importance: ImportanceDegree;
}

/** The ladder that is meant most narrowly: for the kind before all kinds, for the degree before all degrees. */
export function ladderFor(
  ladders: readonly Ladder[],
  { ladder, sourceKind, importance }: LadderKey,
): Ladder | undefined {
  let best: Ladder | undefined;
  let most = -1;
  for (const one of ladders) {
    if (one.clock !== ladder || !(one.importance === null || one.importance === importance)) continue;
    if (one.kinds.length > 0 && !one.kinds.includes(sourceKind)) continue;
    const narrowness = (one.kinds.length > 0 ? 2 : 0) + (one.importance === null ? 0 : 1);
    if (narrowness <= most) continue;
    [best, most] = [one, narrowness];
  }
  return best;
}

/** Another ladder for the very same clocks. */
export const rivalOf = <L extends Ladder>(ladder: Ladder, others: readonly L[]): L | undefined =>
  others.find(
    (other) =>
      other.code !== ladder.code &&
      other.clock === ladder.clock &&
      other.importance === ladder.importance &&
      (other.kinds.length === 0 ? ladder.kinds.length === 0 : other.kinds.some((kind) => ladder.kinds.includes(kind))),
  );
