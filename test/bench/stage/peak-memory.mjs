/**
 * Loaded into a measured process by `--import`: tells at its end the most memory it had in RAM. Linux's own record of the
 * process is read, because `maxRSS` there starts with the parent's.
 */
import { existsSync, readFileSync, writeSync } from 'node:fs';

const own = '/proc/self/status';

process.once('exit', () => {
  const record = existsSync(own) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(own, 'utf8'))?.[1] : undefined;
  const kb = Number(record ?? process.resourceUsage().maxRSS);
  writeSync(1, `\npeak-memory-mb ${kb / 1_024}\n`);
});
