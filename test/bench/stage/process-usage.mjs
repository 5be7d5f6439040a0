import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const hasProc = existsSync('/proc/self/stat');
/** Linux counts CPU time in hundredths of a second, whatever the kernel's own clock. */
const TICK_MS = 10;

/** Memory of a process that is in RAM now, in MB. */
export function residentMb(pid) {
  if (hasProc) return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1_024;
}

/** CPU time that a process has used since it started, its own and the kernel's for it, in milliseconds. */
export function cpuMs(pid) {
  if (hasProc) {
    const [user, system] = statOf(pid).slice(11, 13).map(Number);
    return (user + system) * TICK_MS;
  }
  const text = execFileSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  return text.split(/[-:]/).reduce((sum, part) => sum * 60 + Number(part), 0) * 1_000;
}

/** Fields of /proc/PID/stat after the name, which may hold blanks and brackets itself. */
function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
