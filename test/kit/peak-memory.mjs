import { existsSync, readFileSync } from 'node:fs';

const own = '/proc/self/status';

/**
 * The most memory this process had in RAM so far, in MB. Linux's own record of the process is read, because `maxRSS`
 * there starts with the parent's.
 */
export function peakMemoryMb() {
  const record = existsSync(own) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(own, 'utf8'))?.[1] : undefined;
  return Number(record ?? process.resourceUsage().maxRSS) / 1_024;
}
