/** A group that patrols. */
export interface PatrolGroup {
  readonly id: string;
  readonly number: number;
}

/** Who goes where on one day; null where everybody must stay away. */
export interface Turn {
  readonly on: string;
  readonly unitId: string;
  readonly groupId: string | null;
}

/** What a roster is made from. */
export interface Rotation {
  /** Days to be filled, with the count of patrol days before each. */
  readonly days: readonly { readonly on: string; readonly n: number }[];
  readonly groups: readonly PatrolGroup[];
  /** Objects in their order. */
  readonly unitIds: readonly string[];
  /** Whether a group must stay away from a unit. */
  readonly isBarred: (groupId: string, unitId: string) => boolean;
}

/**
 * Every object every day, by another group than the day before (S34): the objects are cut into as many slices as there are groups, and
 * each day the groups move on by one slice. Where the one whose turn it is must stay away, the free group with the fewest objects of
 * that day goes instead.
 */
export function rotated({ days, groups, unitIds, isBarred }: Rotation): Turn[] {
  const size = Math.ceil(unitIds.length / Math.max(1, groups.length));
  return days.flatMap(({ on, n }) => {
    const load = new Map(groups.map(({ id }) => [id, 0]));
    const turnOf = (at: number): PatrolGroup | undefined =>
      groups[(Math.floor(at / size) + groups.length - (n % groups.length)) % groups.length];
    const free = unitIds.map((unitId, at) => ({ unitId, own: turnOf(at) }));
    const taken = new Map<string, string | null>();
    for (const { unitId, own } of free) if (own && !isBarred(own.id, unitId)) take(taken, load, unitId, own.id);
    for (const { unitId } of free)
      if (!taken.has(unitId)) take(taken, load, unitId, standIn(groups, load, unitId, isBarred));
    return unitIds.map((unitId) => ({ on, unitId, groupId: taken.get(unitId) ?? null }));
  });
}

function take(
  taken: Map<string, string | null>,
  load: Map<string, number>,
  unitId: string,
  groupId: string | null,
): void {
  taken.set(unitId, groupId);
  if (groupId !== null) load.set(groupId, (load.get(groupId) ?? 0) + 1);
}

function standIn(
  groups: readonly PatrolGroup[],
  load: ReadonlyMap<string, number>,
  unitId: string,
  isBarred: Rotation['isBarred'],
): string | null {
  const free = groups.filter(({ id }) => !isBarred(id, unitId));
  const least = free.sort((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) || a.number - b.number)[0];
  return least?.id ?? null;
}
