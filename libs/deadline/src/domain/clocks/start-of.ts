import type { StartEvent } from '../profiles/law-profile.js';

/** When what happened to a unit’s share. */
export interface ShareInstants {
  readonly dispatched: Date;
  readonly delivered: Date | null;
  readonly signed: Date | null;
  /** When it refused to take it, as two persons recorded: that is receipt. */
  readonly refused: Date | null;
}

/** After how many working hours delivery counts as receipt, signed for or not; undefined where it never does. */
export interface ReceiptHours {
  readonly byLaw: number | undefined;
  readonly byCounty: number | undefined;
  /** The instant at which so many working hours have passed. */
  readonly after: (from: Date, hours: number) => Date;
}

/** A share that is just being sent out. */
export const sentOutAt = (now: Date): ShareInstants => ({
  dispatched: now,
  delivered: null,
  signed: null,
  refused: null,
});

/** Events that only the unit’s own hand brings about. */
const bySigning: readonly StartEvent[] = ['signed', 'accepted'];

/**
 * The instant at which a time limit of a share starts; null while that has not happened and cannot be foreseen. What waits for the
 * unit’s hand starts at the latest when delivery counts as receipt, so that not signing gains nothing.
 */
export function startOf(event: StartEvent, at: ShareInstants, hours: ReceiptHours): Date | null {
  if (event === 'delivered') return at.delivered;
  if (event === 'received') return hours.byLaw === undefined ? at.delivered : receiptOf(at, hours.byLaw, hours);
  if (bySigning.includes(event)) return receiptOf(at, hours.byLaw ?? hours.byCounty, hours);
  return at.dispatched;
}

/** Whether the unit’s hand moves the start of a limit. */
export const startsByReceipt = (event: StartEvent, { byLaw }: Pick<ReceiptHours, 'byLaw'>): boolean =>
  bySigning.includes(event) || (event === 'received' && byLaw !== undefined);

/** The first of signature, recorded refusal, and the end of the hours after delivery. */
function receiptOf(
  { delivered, signed, refused }: ShareInstants,
  n: number | undefined,
  { after }: Pick<ReceiptHours, 'after'>,
): Date | null {
  const deemed = delivered && n !== undefined ? after(delivered, n) : null;
  const known = [signed, refused, deemed].filter((one) => one !== null);
  return known.length === 0 ? null : new Date(Math.min(...known.map(Number)));
}
