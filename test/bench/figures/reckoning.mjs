import { median, percentile, rounded } from '../numbers.mjs';
import { Client } from '../stage/client.mjs';

const bars = { preview: 5, schedule: 200 };
const steps = 1_000;

/** A thousand steps in forty chains that meet now and then. */
const plan = () => ({
  endDay: '2026-12-31',
  from: '2010-01-04',
  steps: Array.from({ length: steps }, (_, at) => ({
    ...{ key: `s${at}`, title: `第${at}步`, days: 1 + (at % 5), unit: at % 7 === 0 ? 'natural_day' : 'working_day' },
    after: [at - 40, at % 10 === 0 ? at - 41 : -1].filter((before) => before >= 0).map((before) => `s${before}`),
  })),
});
const terms = [
  { n: 5, unit: 'working_day' },
  { n: 15, unit: 'natural_day' },
  { n: 3, unit: 'month' },
  { n: 24, unit: 'working_hour' },
];

/** What is reckoned while somebody looks on: one deadline, and a plan of a thousand steps, each by one HTTP request. */
export const reckoning = [
  {
    name: 'deadline_preview',
    about: 'one deadline worked out, over HTTP',
    weight: 0.3,
    async measure(bench) {
      const times = await asked(bench, 'deadline_preview', '/deadlines/preview', bench.either(2_000, 500), (at) => ({
        from: `2026-${String(1 + (at % 9)).padStart(2, '0')}-0${1 + (at % 9)}T09:00:00+08:00`,
        term: terms[at % terms.length],
      }));
      return [result('deadline_preview', percentile(times, 0.95), 'ms p95', bars.preview)];
    },
  },
  {
    name: 'schedule_1000',
    about: 'a plan of a thousand steps reckoned backwards, over HTTP',
    weight: 0.3,
    async measure(bench) {
      const times = await asked(bench, 'schedule_1000', '/schedules/preview', bench.either(50, 15), plan);
      return [result('schedule_1000', median(times), `ms for ${steps} steps`, bars.schedule)];
    },
  },
];

/** @returns {Promise<number[]>} ms of each answer, one after the other; the first tenth is for warming up */
async function asked(bench, name, path, times, body) {
  const { appUrl, planted } = await bench.database(name);
  const server = await bench.servers.product(name, appUrl, 'api');
  const client = new Client(server.address, planted.cookie.officer1);
  const taken = [];
  for (let at = 0; at < times; at += 1) {
    const startedAt = performance.now();
    await client.post(path, body(at), false);
    taken.push(performance.now() - startedAt);
  }
  client.close();
  await server.stop();
  await bench.drop(name);
  return taken.slice(Math.ceil(times / 10));
}

function result(name, value, unit, bar) {
  process.stderr.write(`  ${rounded(value)} ${unit}\n`);
  return { name, value, unit, bare: null, ratio: null, bar, holds: value <= bar };
}
