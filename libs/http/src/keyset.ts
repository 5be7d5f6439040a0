import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { httpFault } from './http-faults.js';
import { isStorable } from './storable.js';
import { isId, isInstant } from './validation.js';

/** Query fields of every list. */
export class PageQuery {
  /** Opaque: what the former page gave as `next`. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;

  /** At most 200; 50 when absent. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

/** One page of a list. `next` is null on the last one. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/** A count that is exact up to its cap. */
export interface CappedCount {
  readonly value: number;
  readonly capped: boolean;
}

/** Counts stop here (DESIGN 6.10). */
export const COUNT_CAP = 10_000;

/** The count of `select 1 from … limit COUNT_CAP + 1`. */
export function cappedCount(counted: number): CappedCount {
  return { value: Math.min(counted, COUNT_CAP), capped: counted > COUNT_CAP };
}

/** Rows asked for: one more than the page shows, to know whether another follows. */
export const pageSize = (query: PageQuery): number => query.limit ?? 50;

/** Cuts `limit + 1` rows to a page. `keyOf` names the values that the order is by, last one unique. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  view: (row: R) => T,
  keyOf: (row: R) => readonly (string | number | null)[],
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}

/** The opaque text of a place in a list. */
function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What one value of a cursor is; `instant` as PostgreSQL writes it (`at::text`). */
export type CursorPart = 'id' | 'instant' | 'whole' | 'text';

const partFits: Record<CursorPart, (part: unknown) => boolean> = {
  id: isId,
  instant: (part) => typeof part === 'string' && isInstant(part.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')),
  whole: (part) => Number.isInteger(part) && Math.abs(Number(part)) < 2 ** 31,
  text: (part) => typeof part === 'string' && isStorable(part),
};

/**
 * The values of a cursor, or null when there is none.
 * @param parts what this list's order is by
 * @throws Fault `http.invalidCursor`
 */
export function decodeCursor(cursor: string | undefined, ...parts: CursorPart[]): (string | number)[] | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (isKey(key, parts)) return key;
  } catch {
    // not JSON: refused below
  }
  throw httpFault('invalidCursor');
}

function isKey(key: unknown, parts: readonly CursorPart[]): key is (string | number)[] {
  return Array.isArray(key) && key.length === parts.length && parts.every((part, place) => partFits[part](key[place]));
}
