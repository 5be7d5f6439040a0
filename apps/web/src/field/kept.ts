import { Problem } from '../api/problem';
import { field } from './field';
import type { Kept } from './field-store';

/** With a copy at hand nobody waits longer than this for a line that may be dead, in ms. */
const patienceMs = 6_000;

/**
 * Reads from the server and refreshes the device's copy of it, where there is one. Without a way to the server the copy
 * is answered.
 * @throws Problem as `read` does: a refusal is never answered by a copy
 */
export async function keptOr<T>(
  name: Kept,
  read: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  { refresh = true }: { refresh?: boolean } = {},
): Promise<T> {
  const copy = await field.read(name);
  try {
    const fresh = await read(copy === undefined ? signal : patient(signal));
    if (refresh) await field.refresh(name, fresh);
    return fresh;
  } catch (cause) {
    if (copy === undefined || !(cause instanceof Problem) || cause.status !== 0) throw cause;
    // boundary: what lies under the name is what `read` answered before
    return copy as T;
  }
}

/** Older browsers cannot join two signals; there one waits as long as the line does. */
const patient = (signal: AbortSignal): AbortSignal =>
  'any' in AbortSignal ? AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) : signal;
