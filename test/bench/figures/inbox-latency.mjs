import { setTimeout as pause } from 'node:timers/promises';
import { median, percentile, rounded } from '../numbers.mjs';
import { Client } from '../stage/client.mjs';
import { once } from '../stage/database.mjs';
import { settled } from '../stage/settling.mjs';
import { taskBodies } from './create-dispatch.mjs';

const perSecond = 100;
const bars = { p50: 50, p99: 500 };

/** From the commit of a dispatch to the commit of the row in the unit's inbox, by PostgreSQL's own commit instants. */
const latencySql = `
  select (extract(epoch from pg_xact_commit_timestamp(n.xmin)) - extract(epoch from pg_xact_commit_timestamp(d.xmin)))::float8 * 1000 as ms
  from dispatch d join assignment a on a.dispatch_id = d.id
    left join notice n on n.assignment_id = a.id and n.kind = 'assignment.delivered'
  where d.at >= $1`;

/** How soon a unit has what was sent to it, at 100 dispatches a second. */
export const inboxLatency = {
  name: 'inbox_latency',
  about: 'commit to row in the inbox, 100 dispatches a second',
  weight: 1.5,
  async measure(bench, span) {
    const database = await bench.database('inbox_latency');
    const server = await bench.servers.product('inbox_latency', database.appUrl);
    await oneRun(server, database, 3);
    const runs = await span.repeat(5, async () => {
      const run = await oneRun(server, database, bench.either(15, 6));
      bench.tell(`p50 ${rounded(run.p50)} ms, p99 ${rounded(run.p99)} ms of ${run.count} at ${rounded(run.rate)}/s`);
      return run;
    });
    await server.stop();
    const [p50, p99] = [median(runs.map((run) => run.p50)), median(runs.map((run) => run.p99))];
    const alone = { bare: null, ratio: null };
    return [
      { name: 'inbox_latency', value: p50, unit: 'ms p50', ...alone, bar: bars.p50, holds: p50 <= bars.p50 },
      { name: 'inbox_latency_p99', value: p99, unit: 'ms p99', ...alone, bar: bars.p99, holds: p99 <= bars.p99 },
    ];
  },
};

async function oneRun(server, database, seconds) {
  const [{ now }] = await once(database.superuserUrl, 'select now()::text as now');
  const rate = await dispatchSteadily(server, database.planted, seconds);
  await settled(database);
  const rows = await once(database.superuserUrl, { text: latencySql, values: [now] });
  const waits = rows.map(({ ms }) => ms);
  if (waits.length === 0 || waits.includes(null)) throw new Error('an assignment never reached its inbox');
  return { p50: percentile(waits, 0.5), p99: percentile(waits, 0.99), count: waits.length, rate };
}

/**
 * Sends on a timetable, whether former requests have been answered or not (open loop).
 * @returns {Promise<number>} requests a second that were really sent
 */
async function dispatchSteadily(server, planted, seconds) {
  const client = new Client(server.address, planted.cookie.officer1, 32);
  const bodyOf = taskBodies(planted);
  const startedAt = performance.now();
  const answers = [];
  for (let n = 0; n < seconds * perSecond; n += 1) {
    const dueMs = startedAt + (n * 1_000) / perSecond - performance.now();
    if (dueMs > 0) await pause(dueMs);
    answers.push(client.post('/tasks', { ...bodyOf(), door: 'mandate', mandateId: planted.mandateId, dispatch: true }));
  }
  const sentMs = performance.now() - startedAt;
  await Promise.all(answers);
  client.close();
  return (answers.length * 1_000) / sentMs;
}
