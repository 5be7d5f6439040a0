import { fillMatters, titleOf } from '../lists/fill-matters.mjs';
import { median, percentile, rounded, seededRandom } from '../numbers.mjs';
import { Client } from '../stage/client.mjs';

const barMs = 150;

/** Searching the register by words, by number, by what is rare and by a unit, among a million matters; `--quick` lays out 100,000. */
export const matterSearch = {
  name: 'matter_search',
  about: 'search over the register of matters',
  weight: 1,
  async measure(bench, span) {
    const matters = bench.either(1_000_000, 100_000);
    const database = await bench.database('search');
    const startedAt = performance.now();
    await fillMatters(database, matters);
    bench.tell(`${matters} matters laid out in ${rounded((performance.now() - startedAt) / 1_000)} s`);
    const server = await bench.servers.product('search', database.appUrl);
    const each = bench.either(60, 20);
    await ask(server, database.planted, { matters, each, run: 0 });
    const runs = await span.repeat(5, (run) => ask(server, database.planted, { matters, each, run: run + 1 }));
    await server.stop();
    const value = median(runs.map((times) => percentile(times, 0.95)));
    const result = { name: 'matter_search', value, unit: `ms p95 at ${matters} matters`, bare: null, ratio: null };
    return [{ ...result, bar: barMs, holds: value <= barMs }];
  },
};

/** What somebody types: a frequent word, a place with its trouble, a whole title, a number, what is not there, a unit's name, its initials. */
async function ask(server, { cookie }, { matters, each, run }) {
  const random = seededRandom(run + 1);
  const client = new Client(server.address, cookie.officer1);
  const times = [];
  for (let at = 0; at < each; at += 1) {
    const n = 1 + Math.floor(random() * matters);
    const title = titleOf(n);
    const words = [
      '路灯不亮',
      title.slice(0, 6),
      title,
      `量〔2026〕${n}号`,
      '无人机表演',
      `县第${1 + (n % 44)}局`,
      `d${1 + (n % 16)}x`,
    ];
    const startedAt = performance.now();
    await client.get(`/matters?${new URLSearchParams({ q: words[at % words.length] })}`);
    times.push(performance.now() - startedAt);
  }
  client.close();
  return times;
}
