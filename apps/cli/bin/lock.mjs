import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const POLL_MS = 200;
const HALF_WRITTEN_AFTER_MS = 5_000;

function create(path) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** A number that another program got after a reboot is none of ours: ours all run node. */
function isNode(pid) {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync('/proc/self/cmdline')) return existsSync(file) && readFileSync(file, 'utf8').includes('node');
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isAbandoned(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return pid > 0 ? !isNode(pid) : Date.now() - statSync(path).mtimeMs > HALF_WRITTEN_AFTER_MS;
  } catch {
    return false;
  }
}

/** Clears a killed owner's lock; a second file lets one waiter do it, or two would remove the faster one's lock. */
function clear(path) {
  const turn = `${path}.turn`;
  if (create(turn)) {
    if (isAbandoned(path)) rmSync(path, { force: true });
    rmSync(turn, { force: true });
  } else if (isAbandoned(turn)) rmSync(turn, { force: true });
}

/**
 * Runs `work` while no other process does under the same lock file. Plain Node, because it also guards the installation
 * of everything else.
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {() => void} onWait  called once when another process is at work
 * @returns {Promise<T>}
 * @template T
 */
export async function underLock(path, work, onWait = () => {}) {
  for (let hasWaited = false; !create(path); hasWaited = true) {
    if (isAbandoned(path)) clear(path);
    else {
      if (!hasWaited) onWait();
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
