import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { median, rounded } from '../numbers.mjs';
import { ChildProcess } from '../stage/child-process.mjs';
import { Client } from '../stage/client.mjs';
import { once } from '../stage/database.mjs';
import { settled } from '../stage/settling.mjs';

const tasks = 5_000;
const assignments = 2 * tasks;
const bar = 5_000;
const rawQueue = fileURLToPath(new URL('../raw-queue.mjs', import.meta.url));

/** Registered tasks, each for a lead and one assisting unit, that wait to be sent out. */
const registeredSql = `
  insert into task (id, kind, category, number, title, demand, state, round, lead_unit_id, assist_unit_ids, case_officer_id, due_at, registered_at, created_by, created_at, version)
  select gen_random_uuid(), 'netizen_message', $4, $4 || n, '关于第' || n || '号路段路灯损坏的问题', '请核实情况，限期修复。', 'registered', 1,
    ($1::uuid[])[1 + n % cardinality($1::uuid[])], array[($1::uuid[])[1 + (n + 1) % cardinality($1::uuid[])]], $2, now() + interval '30 days', now(), $2, now(), 1
  from generate_series(1, $3::int) as n`;

/** From the commit of the act to the commit of its last inbox row. */
const deliveredSql = `
  select extract(epoch from pg_xact_commit_timestamp(d.xmin))::float8 as sent, d.assignments, n.*
  from dispatch d join task t on t.category = $1
    join lateral (select count(*)::int as delivered, max(extract(epoch from pg_xact_commit_timestamp(n.xmin)))::float8 as last
      from assignment a join notice n on n.assignment_id = a.id and n.kind = 'assignment.delivered' where a.dispatch_id = d.id) as n on true
  where d.id = (select a.dispatch_id from assignment a where a.task_id = t.id limit 1) limit 1`;

/** 10,000 assignments in one act, until the last one is in its inbox. */
export const batchDelivery = {
  name: 'batch_delivery',
  about: '10,000 assignments in one act, beside raw BullMQ',
  weight: 1.5,
  async measure(bench, span) {
    const database = await bench.database('batch_delivery');
    const server = await bench.servers.product('batch_delivery', database.appUrl);
    const runs = await span.repeat(5, async () => {
      const raw = await rawJobs(bench, database);
      const run = { raw, ...(await oneAct(server, database)) };
      bench.tell(
        `${rounded(run.rate)} assignments/s, the act itself ${rounded(run.actMs / 1_000)} s; raw BullMQ ${rounded(raw)} jobs/s`,
      );
      return run;
    });
    await server.stop();
    const [value, bare] = [median(runs.map(({ rate }) => rate)), median(runs.map(({ raw }) => raw))];
    return [
      { name: 'batch_delivery', value, unit: 'assignments/s', bare, ratio: value / bare, bar, holds: value >= bar },
    ];
  },
};

async function oneAct(server, { superuserUrl, planted }) {
  const category = `量度/${randomUUID()}`;
  const values = [planted.doing, planted.person.officer1, tasks, category];
  await once(superuserUrl, { text: registeredSql, values }, 'analyze task', 'checkpoint');
  const client = new Client(server.address, planted.cookie.head);
  const startedAt = performance.now();
  const { dispatched, skipped } = await client.post('/tasks/dispatch', { filter: { category } });
  const actMs = performance.now() - startedAt;
  client.close();
  if (dispatched !== tasks || skipped.length > 0) throw new Error(`dispatched ${dispatched} of ${tasks}`);
  await settled({ superuserUrl });
  const [found] = await once(superuserUrl, { text: deliveredSql, values: [category] });
  if (found?.delivered !== assignments) throw new Error(`delivered ${found?.delivered} of ${assignments}`);
  return { rate: assignments / (found.last - found.sent), actMs };
}

/** The same number of jobs through BullMQ alone, in a process of its own. @returns {Promise<number>} jobs a second */
async function rawJobs(bench, { superuserUrl }) {
  const child = new ChildProcess('raw BullMQ', [rawQueue, superuserUrl, String(assignments)], {});
  bench.cleanup.add(() => child.stop());
  const perSecond = await child.hear((line) => (Number(line) > 0 ? Number(line) : undefined));
  await child.end();
  return perSecond;
}
