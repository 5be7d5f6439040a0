import { Problem } from '../api/problem';
import type { FieldItem, Refusal } from './field-item';

/** What an attempt means for what was sent: try later, sign in first, or a person must look at it. */
export type Fate = 'later' | 'sign_in' | 'refused';

/** Statuses that say nothing about the thing itself. */
const passing = new Set([0, 408, 412, 425, 428, 429]);

/** A refusal is final; a lost connection, a busy server and a lost race are not. What is no answer of the server is a fault of ours: later. */
export function fateOf(cause: unknown): Fate {
  if (!(cause instanceof Problem)) return 'later';
  if (cause.status === 401) return 'sign_in';
  if (passing.has(cause.status) || cause.status >= 500) return 'later';
  if (cause.code === 'http.requestRunning' || cause.code === 'access.proofNeeded') return 'later';
  return 'refused';
}

/** What the server said, to be kept with the thing it refused. */
export function refusalOf(cause: Problem): Refusal {
  return { status: cause.status, code: cause.code, words: cause.message, errors: cause.errors };
}

/**
 * What goes next, in the order in which it was done. A refused arrival holds back what was done at that visit afterwards:
 * the server would refuse all of it for the same reason.
 */
export function nextOf(items: readonly FieldItem[]): FieldItem | undefined {
  const stuck = new Set(
    items.filter(({ deed, refusal }) => deed.kind === 'arrive' && refusal !== null).map(({ visitId }) => visitId),
  );
  return inOrder(items).find(({ refusal, visitId }) => refusal === null && !stuck.has(visitId));
}

/** In the order in which they were done. */
export function inOrder(items: readonly FieldItem[]): FieldItem[] {
  return [...items].sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1));
}

/** How long to wait before the next attempt, in ms: doubling from two seconds to two minutes. */
export function waitBefore(attempt: number): number {
  return Math.min(2_000 * 2 ** Math.max(0, attempt - 1), 120_000);
}

/** The same thing to be sent once more after a person mended it: another thing under another id, seen when it was seen. */
export function mended(item: FieldItem, deed: FieldItem['deed'], id: string): FieldItem {
  return { ...item, id, deed, refusal: null };
}
