import { setTimeout as pause } from 'node:timers/promises';
import { arm, ringSoon } from '../clocks/armed.mjs';
import { percentile, rounded } from '../numbers.mjs';
import { once } from '../stage/database.mjs';

const bars = { p50: 50, p99: 500 };
const aheadSeconds = 35;
const apartSeconds = 0.15;
const firedSql = `
  select f.clock_id as id, extract(epoch from pg_xact_commit_timestamp(f.xmin) - a.at)::float8 * 1000 as ms
  from unnest($1::uuid[], $2::timestamptz[]) as a(id, at) join clock_firing f on f.clock_id = a.id and f.rung = 4`;

/** How soon after its instant a single rung is committed, among many armed clocks. */
export const rungLatency = {
  name: 'rung_latency',
  about: 'instant of a single rung to its commit, among many armed clocks',
  weight: 0.8,
  async measure(bench) {
    const { superuserUrl: url, appUrl, planted } = await bench.database('rung_latency');
    await arm(url, planted, bench.either(200_000, 20_000));
    const server = await bench.servers.product('rung_latency', appUrl);
    const rungs = bench.either(400, 120);
    const alarms = await ringSoon(url, rungs, { aheadSeconds, apartSeconds });
    await pause((aheadSeconds + apartSeconds * rungs + 2) * 1_000);
    const values = [alarms.map(({ id }) => id), alarms.map(({ at }) => at)];
    const fired = (await once(url, { text: firedSql, values })).map(({ ms }) => ms);
    await server.stop();
    await bench.drop('rung_latency');
    if (fired.length < rungs) throw new Error(`${rungs - fired.length} of ${rungs} rungs did not fire`);
    const [p50, p99] = [percentile(fired, 0.5), percentile(fired, 0.99)];
    bench.tell(`p50 ${rounded(p50)} ms, p99 ${rounded(p99)} ms of ${rungs}`);
    const alone = { bare: null, ratio: null };
    return [
      { name: 'rung_latency', value: p50, unit: 'ms p50', ...alone, bar: bars.p50, holds: p50 <= bars.p50 },
      { name: 'rung_latency_p99', value: p99, unit: 'ms p99', ...alone, bar: bars.p99, holds: p99 <= bars.p99 },
    ];
  },
};
