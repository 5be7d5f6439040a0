import { fillMatters, titleOf } from '../lists/fill-matters.mjs';
import { median, percentile, rounded, seededRandom } from '../numbers.mjs';
import { Client } from '../stage/client.mjs';

const matters = 100_000;
const barMs = 200;

/** What the intake desk is told while somebody types: matters that resemble a title, in a register of 100,000. */
export const similarMatters = {
  name: 'similar_matters',
  about: 'hints of the intake desk while typing, 100,000 matters',
  weight: 1,
  async measure(bench, span) {
    const database = await bench.database('similar');
    const startedAt = performance.now();
    await fillMatters(database, matters);
    bench.tell(`${matters} matters laid out in ${rounded((performance.now() - startedAt) / 1_000)} s`);
    const server = await bench.servers.product('similar', database.appUrl);
    const each = bench.either(80, 25);
    await ask(server, database.planted, each, 0);
    const runs = await span.repeat(5, (run) => ask(server, database.planted, each, run + 1));
    await server.stop();
    const value = median(runs.map((times) => percentile(times, 0.95)));
    const result = { name: 'similar_matters', value, unit: `ms p95 at ${matters} matters`, bare: null, ratio: null };
    return [{ ...result, bar: barMs, holds: value <= barMs }];
  },
};

/** Types titles of the register, some whole, some broken off, some with another ending: one request at a time. */
async function ask(server, { cookie }, each, run) {
  const random = seededRandom(run + 1);
  const client = new Client(server.address, cookie.officer1);
  const times = [];
  for (let at = 0; at < each; at += 1) {
    const whole = titleOf(1 + Math.floor(random() * matters));
    const ways = [whole, whole.slice(0, 6 + Math.floor(random() * 6)), `${whole.slice(0, -4)}请尽快处理`];
    const body = {
      title: ways[at % ways.length],
      body: '群众多次反映，至今没有解决，恳请有关部门核实处理。',
      kind: 'netizen_message',
    };
    const startedAt = performance.now();
    await client.post('/matters/hints', body);
    times.push(performance.now() - startedAt);
  }
  client.close();
  return times;
}
