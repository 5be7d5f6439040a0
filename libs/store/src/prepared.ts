import { createHash } from 'node:crypto';

const names = new Map<string, string>();
const unanswered = new Set<string>();

/**
 * Marks a statement whose text never changes as one to be prepared: each connection parses it once and PostgreSQL may
 * keep its plan. For what every request runs; measured, planning such a statement anew costs more than running it.
 * Not for choosing the rows of a list: the best plan for that depends on the filters' values.
 * @returns the same text, to be run as any other
 */
export function prepared(sql: string): string {
  if (!names.has(sql)) names.set(sql, `ducha_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`);
  return sql;
}

/**
 * Marks a prepared statement whose answer nobody reads: in a transaction it waits for the next statement and goes out with
 * it (`StoreClient`). The order stays; when it fails, the statement it went with fails in its stead, at the latest the COMMIT.
 * Running it answers no rows, not even those of a RETURNING.
 */
export function unread(sql: string): string {
  unanswered.add(sql);
  return prepared(sql);
}

/** The name under which a marked statement is prepared. */
export const nameOf = (sql: string): string | undefined => names.get(sql);

/** Whether a statement was marked as {@link unread}. */
export const isUnread = (sql: string): boolean => unanswered.has(sql);

/**
 * Ids as a parameter of a prepared statement. PostgreSQL keeps a plan only while planning anew promises nothing better, and
 * it sees how long an array is: for one id it would plan anew each time (measured: 20 ms where running takes 7). So the
 * length is hidden from it.
 * @param place  of the parameter, such as `$1`
 */
export const idsAt = (place: string): string => `(select ${place}::uuid[])::uuid[]`;
