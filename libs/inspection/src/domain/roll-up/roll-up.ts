/** What is visited: a village, a project, or the unit itself. */
export type PlaceKind = 'village' | 'project' | 'unit';

/** Why a visit did not reach what it was meant for: nobody there, let nobody in, moved away, or nobody has gone yet. */
export type MissReason = 'absent' | 'refused' | 'replaced' | 'assigned';

/** Counts that add up. */
export interface Counts {
  readonly visits: number;
  readonly done: number;
  readonly absent: number;
  readonly refused: number;
  readonly replaced: number;
  readonly open: number;
  readonly households: number;
  readonly findings: number;
  readonly serious: number;
  readonly unconfirmed: number;
  readonly common: number;
  readonly redLines: number;
}

const names = [
  ...['visits', 'done', 'absent', 'refused', 'replaced', 'open', 'households'],
  ...['findings', 'serious', 'unconfirmed', 'common', 'redLines'],
] as readonly (keyof Counts)[]; // boundary: the list is the interface’s own keys

/** The counts of all parts together. */
export function sumOf(parts: readonly Counts[]): Counts {
  const sum = Object.fromEntries(names.map((name) => [name, parts.reduce((n, part) => n + part[name], 0)]));
  return sum as unknown as Counts; // boundary: every key of the interface is among the names
}

/** Something that has findings, in one round. */
export interface Counted {
  readonly id: string;
  readonly name: string;
  readonly findings: number;
}

/** Findings of one thing in two rounds. */
export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly before: number;
  readonly now: number;
}

/**
 * Two rounds side by side, what changed most first.
 * @param seenTwice  only what both rounds looked at: a place; else whatever either of them found: a clause
 */
export function compared(
  before: readonly Counted[],
  now: readonly Counted[],
  { seenTwice }: { readonly seenTwice: boolean },
): Compared[] {
  const then = new Map(before.map((one) => [one.id, one]));
  const today = new Map(now.map((one) => [one.id, one]));
  const ids = [...new Set([...then.keys(), ...today.keys()])];
  return ids
    .filter((id) => !seenTwice || (then.has(id) && today.has(id)))
    .map((id) => ({
      id,
      name: (today.get(id) ?? then.get(id))?.name ?? '',
      before: then.get(id)?.findings ?? 0,
      now: today.get(id)?.findings ?? 0,
    }))
    .sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before) || (a.name < b.name ? -1 : 1));
}
