import type { ClockView } from '../api/types';

/** Dates that are marked on a bar, each with a shape of its own. */
export type MarkKind = 'due' | 'original' | 'legal';

/** A clock as a bar: places are percentages of its length. */
export interface DrawnClock {
  /** How far time has come. */
  used: number;
  /** From where on it is late; null while it is not. */
  lateFrom: number | null;
  marks: { kind: MarkKind; at: number }[];
}

const ms = (instant: string): number => new Date(instant).getTime();

/** The dates of a clock that differ from one another by more than the minute they are shown by. */
export function datesOf({ dueAt, originalDueAt, legalDueAt }: ClockView): { kind: MarkKind; at: string }[] {
  const differs = (one: string): boolean => Math.abs(ms(one) - ms(dueAt)) >= 60_000;
  return [
    { kind: 'due' as const, at: dueAt },
    ...(differs(originalDueAt) ? [{ kind: 'original' as const, at: originalDueAt }] : []),
    ...(legalDueAt !== null && differs(legalDueAt) ? [{ kind: 'legal' as const, at: legalDueAt }] : []),
  ];
}

/** Lays a clock out from its start to its last date, or to where it stands when it ran beyond. @param now  the server's */
export function drawnClock(clock: ClockView, now: string): DrawnClock {
  const start = ms(clock.startedAt);
  const reached = ms(clock.endedAt ?? clock.suspendedAt ?? now);
  const dates = datesOf(clock);
  const length = Math.max(1, Math.max(reached, ...dates.map(({ at }) => ms(at))) - start);
  const place = (instant: number): number => Math.min(100, Math.max(0, ((instant - start) / length) * 100));
  return {
    used: place(reached),
    lateFrom: clock.breached ? place(ms(clock.dueAt)) : null,
    marks: dates.map(({ kind, at }) => ({ kind, at: place(ms(at)) })),
  };
}
