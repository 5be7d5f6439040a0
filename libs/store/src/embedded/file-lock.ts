import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { codeOf, markOf, pause, stillRuns } from './processes.js';

const HALF_WRITTEN_AFTER_MS = 5_000;
const POLL_MS = 50;

function createExclusively(path: string): boolean {
  try {
    writeFileSync(path, markOf(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(path: string): boolean {
  try {
    const mark = readFileSync(path, 'utf8');
    return mark === '' ? Date.now() - statSync(path).mtimeMs > HALF_WRITTEN_AFTER_MS : !stillRuns(mark);
  } catch {
    return false;
  }
}

/** Clears a dead owner's lock. A second file lets one waiter do it: two would remove the lock of the faster one. */
function clear(path: string): void {
  const turn = `${path}.turn`;
  if (!createExclusively(turn)) {
    if (isAbandoned(turn)) rmSync(turn, { force: true });
    return;
  }
  if (isAbandoned(path)) rmSync(path, { force: true });
  rmSync(turn, { force: true });
}

/**
 * Runs `work` while no other process (or other call of this one) works under the same lock file. A lock left by a
 * killed process is cleared.
 * @param path  the lock file; its folder must exist
 */
export async function underLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!createExclusively(path)) {
    if (isAbandoned(path)) clear(path);
    else await pause(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
