import { buildBare, makeBareTables } from '../bare/bare.mjs';
import { median, rounded } from '../numbers.mjs';
import { Client } from '../stage/client.mjs';
import { perSecond } from '../stage/load.mjs';
import { settled } from '../stage/settling.mjs';

const connections = 32;
const bar = 0.4;

/** Creating a task and sending it to one unit, against the bare stack on the same database. */
export const createDispatch = {
  name: 'create_dispatch',
  about: 'create and dispatch to one unit, 32 connections',
  weight: 2,
  async measure(bench, span) {
    const database = await bench.database('create_dispatch');
    await makeBareTables(database);
    const sides = await sidesOf(bench, database);
    const durationMs = bench.either(8_000, 4_000);
    await bothSides(sides, bench.either(4_000, 2_000), database);
    const runs = await span.repeat(5, async () => {
      const run = await bothSides(sides, durationMs, database);
      bench.tell(
        `bare ${rounded(run.bare)}/s, ours ${rounded(run.ours)}/s, ratio ${rounded(run.ours / run.bare)}; delivered ${rounded(run.settledMs / 1_000)} s after`,
      );
      return run;
    });
    await Promise.all([sides.bare.server.stop(), sides.ours.server.stop()]);
    const [value, bare] = [median(runs.map(({ ours }) => ours)), median(runs.map((run) => run.bare))];
    const ratio = value / bare;
    return [{ name: 'create_dispatch', value, unit: 'requests/s', bare, ratio, bar, holds: ratio >= bar }];
  },
};

async function sidesOf(bench, database) {
  const { planted } = database;
  const bare = await bench.servers.bare(buildBare(), database.appUrl);
  const ours = await bench.servers.product('create_dispatch', database.appUrl);
  const plain = taskBodies(planted);
  const full = () => ({ ...plain(), door: 'mandate', mandateId: planted.mandateId, dispatch: true });
  await refuseHalfWork(ours.address, planted, full());
  return {
    bare: { server: bare, url: `${bare.address}/api/v1/tasks`, headers: {}, body: plain },
    ours: {
      server: ours,
      url: `${ours.address}/api/v1/tasks`,
      headers: { cookie: planted.cookie.officer1 },
      body: full,
    },
  };
}

async function bothSides({ bare, ours }, durationMs, database) {
  const barePerSecond = await perSecond(bare, bare.body, { connections, durationMs });
  const oursPerSecond = await perSecond(ours, ours.body, { connections, durationMs });
  return { bare: barePerSecond, ours: oursPerSecond, settledMs: await settled(database) };
}

/** Bodies that differ in their title and go to one unit after the other. */
export function taskBodies({ doing }) {
  let n = 0;
  const dueAt = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString();
  return () => {
    n += 1;
    return {
      title: `关于第${n}号路段路灯损坏影响夜间出行的问题`,
      demand: '请主办单位核实情况，限期修复，并将办理结果报督查局。涉及管线迁改的，由协办单位配合。',
      kind: 'netizen_message',
      leadUnitId: doing[n % doing.length],
      assistUnitIds: [],
      dueAt,
    };
  };
}

/** What is measured must be the whole thing: dispatched, with its assignment on the way. */
async function refuseHalfWork(address, { cookie }, body) {
  const client = new Client(address, cookie.officer1);
  const task = await client.post('/tasks', body);
  client.close();
  if (task.state !== 'dispatched' || task.assignments.length !== 1) throw new Error('POST /tasks does not dispatch');
}
