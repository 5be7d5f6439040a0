import type { Lifecycle } from '@ducha/kernel';

/** Where a dispute stands. */
export type DisputeState = 'raised' | 'ruled' | 'withdrawn' | 'lapsed';
/** What moves it. `lapse`: the assignment was taken back meanwhile. */
export type DisputeEvent = 'rule' | 'withdraw' | 'lapse';

/** A unit says that it is not its duty; somebody else rules, and the ruling is final. */
export const disputeLifecycle: Lifecycle<DisputeState, DisputeEvent> = {
  initial: 'raised',
  moves: { raised: { rule: 'ruled', withdraw: 'withdrawn', lapse: 'lapsed' }, ruled: {}, withdrawn: {}, lapsed: {} },
};

/** What a ruling says: it stays, another unit takes it, lead and assist change places, several units share it. */
export const rulings = ['stay', 'move', 'swap', 'split'] as const;
/** One of `rulings`. */
export type Ruling = (typeof rulings)[number];

/** How many units each ruling names. */
const unitsOfRuling: Readonly<Record<Ruling, { readonly least: number; readonly most: number }>> = {
  stay: { least: 0, most: 0 },
  move: { least: 1, most: 1 },
  swap: { least: 1, most: 1 },
  split: { least: 2, most: 10 },
};

/** Whether the units of a ruling can be meant: as many as it takes, each once, and the disputing one only among those that assist. */
export function unitsFit(ruling: Ruling, toUnitIds: readonly string[], disputingUnitId: string): boolean {
  const { least, most } = unitsOfRuling[ruling];
  const isOnce = new Set(toUnitIds).size === toUnitIds.length;
  return isOnce && toUnitIds.length >= least && toUnitIds.length <= most && toUnitIds[0] !== disputingUnitId;
}
