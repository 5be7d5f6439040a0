import type { NewClock } from './clock.js';

/** What is to be done to clocks in one go. */
export interface ClockSteps {
  readonly arm: readonly NewClock[];
  readonly meet: readonly { readonly id: string; readonly at: Date }[];
  readonly cancel: readonly string[];
  readonly suspend: readonly { readonly id: string; readonly at: Date }[];
  readonly resume: readonly NewDate[];
  /** Rungs fall silent while somebody else’s word is waited for. */
  readonly hold: readonly { readonly id: string; readonly at: Date }[];
  readonly release: readonly string[];
  /** Dates that moved, with the reason that stands in the ledger of changes. */
  readonly move: readonly NewDate[];
}

/** A clock’s new date. */
export interface NewDate {
  readonly id: string;
  readonly changeId: string;
  readonly because: 'correction' | 'suspension' | 'extension' | 'calendar' | 'waiting' | 'receipt';
  /** Where its start moved too. */
  readonly startedAt?: Date;
  readonly dueBefore: Date;
  readonly dueAfter: Date;
  readonly nextRung: number;
  readonly nextRungAt: Date | null;
}

/** Nothing to be done, to be spread under what is. */
export const noSteps: ClockSteps = {
  arm: [],
  meet: [],
  cancel: [],
  suspend: [],
  resume: [],
  hold: [],
  release: [],
  move: [],
};

/** Whether there is nothing to be done. */
export const isIdle = (steps: ClockSteps): boolean =>
  Object.values(steps).every((some: readonly unknown[]) => some.length === 0);
