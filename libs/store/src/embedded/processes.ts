import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const hasProc = existsSync('/proc/self/stat');

function askPs(column: 'args' | 'lstart', pid: number): string {
  return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
}

/**
 * Arguments a process was started with, or an empty list when it is gone or only waits to be reaped. A number alone
 * proves nothing: after a reboot it may belong to anybody.
 */
export function argumentsOf(pid: number): string[] {
  try {
    return hasProc ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean) : [askPs('args', pid)];
  } catch {
    return [];
  }
}

/** When a process was started, in whatever unit the system keeps; empty when there is none of this number. */
function startOf(pid: number): string {
  try {
    if (!hasProc) return askPs('lstart', pid);
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** A text that names a process beyond its number, to be kept in a file. */
export function markOf(pid: number): string {
  return `${pid} ${startOf(pid)}`;
}

/** Whether the process of a mark still runs; another one that got its number does not count. */
export function stillRuns(mark: string): boolean {
  const [pid = '', start = ''] = mark.split(/ (.*)/s);
  return start !== '' && startOf(Number(pid)) === start;
}

/** The system's word for a failure, such as `EEXIST`. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** Resolves after so many milliseconds; only for waiting on other processes, which send no signal of their own. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
