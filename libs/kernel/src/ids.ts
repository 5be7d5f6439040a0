import { randomBytes } from 'node:crypto';
import { uuidv7, V7Generator } from 'uuidv7';

/**
 * Where ids and random tokens come from. A port, so that two worlds of a test can run to identical bytes.
 * Ids are UUIDv7 (time-ordered); a token is 32 random bytes as base64url, never stored in clear.
 */
export interface Ids {
  next(): string;
  token(): string;
}

/** Nest's name for the port. */
export const IDS = Symbol('kernel.Ids');

/** The real source: UUIDv7 and the operating system's randomness. */
export const randomIds: Ids = {
  next: () => uuidv7(),
  token: () => randomBytes(32).toString('base64url'),
};

/**
 * The same from a generator of its own: what is made here moves no counter that others share, so nobody can tell from
 * their own ids that something was made.
 */
export function idsApart(): Ids {
  const generator = new V7Generator();
  return { ...randomIds, next: () => generator.generate().toString() };
}
