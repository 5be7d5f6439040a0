import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median, rounded } from '../numbers.mjs';
import { ChildProcess } from '../stage/child-process.mjs';
import { cpuMs, residentMb } from '../stage/process-usage.mjs';
import { builtFile } from '../stage/product.mjs';

const bars = { mb: 250, cpuPercent: 1 };
const windows = 5;

/** What the server takes while nobody does anything and its first load is tidied away: as `npm start` runs it, embedded database and demonstration county included. */
export const idle = {
  name: 'idle',
  about: 'memory and CPU of the server with nothing to do',
  weight: 1,
  async measure(bench) {
    const server = await startLikeNpm(bench);
    await pause(bench.either(90_000, 45_000));
    const samples = [];
    for (let n = 0; n < windows; n += 1) samples.push(await sample(server.pid, bench.either(12_000, 6_000)));
    await server.stop();
    const [mb, cpuPercent] = [median(samples.map((one) => one.mb)), median(samples.map((one) => one.cpuPercent))];
    bench.tell(
      `${rounded(mb)} MB, CPU ${samples.map((one) => one.cpuPercent.toFixed(2)).join(', ')} % in ${windows} windows`,
    );
    const alone = { bare: null, ratio: null };
    return [
      { name: 'idle', value: mb, unit: 'MB resident', ...alone, bar: bars.mb, holds: mb <= bars.mb },
      {
        name: 'idle_cpu',
        value: cpuPercent,
        unit: '% of one core',
        ...alone,
        bar: bars.cpuPercent,
        holds: cpuPercent <= bars.cpuPercent,
      },
    ];
  },
};

async function startLikeNpm(bench) {
  const home = mkdtempSync(join(tmpdir(), 'ducha-bench-idle-'));
  if (process.getuid?.() === 0) chmodSync(home, 0o711);
  bench.cleanup.add(() => rmSync(home, { recursive: true, force: true }));
  const server = new ChildProcess('idle server', [builtFile('apps/cli/src/main'), 'start'], {
    DUCHA_HOME: home,
    PORT: '0',
  });
  bench.cleanup.add(() => server.stop());
  await server.hear((line) => line.startsWith('Ducha:') || undefined);
  return server;
}

async function sample(pid, lengthMs) {
  const [before, startedAt] = [cpuMs(pid), performance.now()];
  await pause(lengthMs);
  const cpuPercent = ((cpuMs(pid) - before) / (performance.now() - startedAt)) * 100;
  return { mb: residentMb(pid), cpuPercent };
}
