/** How far a running time may still be extended. */
export interface ExtensionRoom {
  /** The date that runs. */
  readonly dueAt: Date;
  /** Extensions granted already, and how many the law allows; null where it says nothing. */
  readonly granted: number;
  readonly most: number | null;
  /** The last instant to which the law lets it be extended; null where it says nothing. */
  readonly until: Date | null;
  readonly now: Date;
}

/** Why no extension may be asked for. */
export type ExtensionRefusal = 'extensionTooLate' | 'extensionUsedUp';
/** What is wrong with a date that is wanted or granted. */
export type DateRefusal = 'extensionNotLater' | 'extensionTooLong';

/** Asked before expiry, and not more often than the law has it; undefined when it may be asked. */
export function refusalToAsk({ dueAt, granted, most, until, now }: ExtensionRoom): ExtensionRefusal | undefined {
  if (dueAt <= now) return 'extensionTooLate';
  const usedUp = (most !== null && granted >= most) || (until !== null && until <= dueAt);
  return usedUp ? 'extensionUsedUp' : undefined;
}

/** A new date lies after the one that runs, ahead of us, and within what the law allows. */
export function refusalOfDate({ dueAt, until, now }: ExtensionRoom, wanted: Date): DateRefusal | undefined {
  if (wanted <= dueAt || wanted <= now) return 'extensionNotLater';
  return until !== null && wanted > until ? 'extensionTooLong' : undefined;
}
