import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the assertions hold, at most `withinMs`; then their own message is the failure. */
export async function eventually<T>(assertions: () => T | Promise<T>, withinMs = 60_000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await assertions();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await pause(5);
  }
}
