import pg from 'pg';
import { median, percentile, rounded } from '../numbers.mjs';
import { once } from '../stage/database.mjs';
import { settled } from '../stage/settling.mjs';

const ringing = 10_000;
/** The server looks at least every 30 s; what rings later than that is waited for to the instant. */
const aheadSeconds = 40;

/** Clocks of one task that ring next year. */
const armedSql = `
  insert into clock (id, kind, subject_type, subject_id, task_id, unit_id, holder, started_at, counting, original_due_at, due_at, provisional, ladder, state,
    next_rung, next_rung_at, armed_at, version)
  select gen_random_uuid(), 'answer', 'assignment', gen_random_uuid(), $1, $2, 'unit', now(), '{"countsFirstDay":false,"rolls":false,"dayEndsAt":1440}',
    now() + interval '1 year', now() + interval '1 year', false, 'answer', 'running', 0, now() + interval '1 year' + n * interval '1 s', now(), 1
  from generate_series(1, $3::int) as n`;
const taskSql = `
  insert into task (id, kind, title, demand, state, round, lead_unit_id, assist_unit_ids, due_at, registered_at, created_by, created_at, version)
  values (gen_random_uuid(), 'netizen_message', '时限', '时限', 'dispatched', 1, $1, '{}', now() + interval '1 year', now(), $2, now(), 1) returning id`;
const lookSql =
  'select c.id from clock c where c.next_rung_at <= now() order by c.next_rung_at limit 1000 for update skip locked';
/** Over for twenty days, so that the last rung is due whatever the time of day; the alarm is set for the given instant. */
const setSql = `
  update clock set due_at = now() - interval '20 days', next_rung = 4, next_rung_at = now() + make_interval(secs => ${aheadSeconds})
  where id in (select id from clock where next_rung_at > now() + interval '1 day' limit $1)
  returning next_rung_at`;
const saidSql = `
  select count(*)::int as n, extract(epoch from min(pg_xact_commit_timestamp(f.xmin)) - $1::timestamptz)::float8 as first,
    extract(epoch from max(pg_xact_commit_timestamp(f.xmin)) - $1::timestamptz)::float8 as last
  from clock_firing f where f.fired_at >= $1`;

/** A sweep that finds nothing among many armed clocks, and ten thousand rungs at one instant, beside a bare table of alarms. */
export const clocks = {
  name: 'clocks',
  about: 'clocks that wait, and 10,000 that ring at one instant',
  weight: 1,
  async measure(bench, span) {
    const armed = bench.either(1_000_000, 200_000);
    const database = await bench.database('clocks');
    const { superuserUrl, planted } = database;
    await arm(superuserUrl, planted, armed);
    const looks = await idleLooks(superuserUrl);
    const bare = await bareAlarms(superuserUrl);
    const server = await bench.servers.product('clocks', database.appUrl);
    const runs = await span.repeat(3, async () => {
      const run = await ring(superuserUrl);
      bench.tell(
        `first after ${rounded(run.first * 1_000)} ms, all ${ringing} after ${rounded(run.last)} s; bare ${rounded(bare)}/s`,
      );
      return run;
    });
    await server.stop();
    const last = median(runs.map((run) => run.last));
    const look = percentile(looks, 0.95);
    return [
      {
        name: 'clock_sweep',
        value: look,
        unit: `ms p95 among ${armed} armed`,
        bare: null,
        ratio: null,
        bar: 5,
        holds: look <= 5,
      },
      {
        name: 'clock_firing',
        value: last,
        unit: `s until ${ringing} rungs of one instant are fired`,
        bare: ringing / bare,
        ratio: null,
        bar: 5,
        holds: last <= 5,
      },
    ];
  },
};

async function arm(url, { doing: [unit], person }, clocksArmed) {
  const [task] = await once(url, { text: taskSql, values: [unit, person.officer1] });
  await once(url, { text: armedSql, values: [task.id, unit, clocksArmed] }, 'analyze clock', 'checkpoint');
}

async function idleLooks(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const times = [];
  for (let at = 0; at < 300; at += 1) {
    const startedAt = performance.now();
    await client.query(lookSql);
    times.push(performance.now() - startedAt);
  }
  await client.end();
  return times;
}

/** The same number of rows of an indexed table, taken and marked in batches of a thousand. @returns rows a second */
async function bareAlarms(url) {
  await once(
    url,
    'create table alarm (id int primary key, at timestamptz)',
    'create index on alarm (at) where at is not null',
    `insert into alarm select n, now() from generate_series(1, ${ringing}) as n`,
  );
  const startedAt = performance.now();
  const drain =
    'update alarm set at = null where id in (select id from alarm where at <= now() order by at limit 1000 for update skip locked) returning id';
  while ((await once(url, drain)).length > 0);
  return (ringing / (performance.now() - startedAt)) * 1_000;
}

/** @returns {Promise<{first: number, last: number}>} seconds after the instant */
async function ring(url) {
  const [{ next_rung_at: at }] = await once(url, { text: setSql, values: [ringing] });
  const until = performance.now() + (aheadSeconds + 120) * 1_000;
  while (performance.now() < until) {
    const [said] = await once(url, { text: saidSql, values: [at] });
    if (said.n >= ringing) {
      await settled({ superuserUrl: url });
      return said;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`not all of ${ringing} rungs were fired within two minutes`);
}
