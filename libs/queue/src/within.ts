import { setTimeout as delay } from 'node:timers/promises';

/** True when the work ended in time; its own rejection passes through. The work is not stopped, and the timer never holds the process open. */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const watch = new AbortController();
  const late = delay(ms, false, { ref: false, signal: watch.signal });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    late.catch(() => undefined);
    work.catch(() => undefined);
    watch.abort();
  }
}

/** The work's result. @throws Error naming the server when it did not answer in time */
export async function answered<T>(server: string, ms: number, work: Promise<T>): Promise<T> {
  if (!(await within(ms, work))) throw new Error(`${server} did not answer within ${ms} ms`);
  return work;
}
