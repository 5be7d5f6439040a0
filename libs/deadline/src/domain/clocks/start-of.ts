import type { StartEvent } from '../profiles/law-profile.js';

/** When what happened to a unit’s share. */
export interface ShareInstants {
  readonly dispatched: Date;
  readonly delivered: Date | null;
  readonly signed: Date | null;
}

/** Events that only the unit’s own hand brings about. */
const bySigning: readonly StartEvent[] = ['signed', 'accepted'];
/** Events that happen when it reaches the unit. */
const byDelivery: readonly StartEvent[] = ['delivered', 'received'];

/** The instant at which a time limit of a share starts; null while that has not happened. */
export function startOf(event: StartEvent, { dispatched, delivered, signed }: ShareInstants): Date | null {
  if (bySigning.includes(event)) return signed;
  return byDelivery.includes(event) ? delivered : dispatched;
}
