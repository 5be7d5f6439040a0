import pg from 'pg';
import { once } from '../stage/database.mjs';

/** Clocks of one task that ring next year. */
const armedSql = `
  insert into clock (id, kind, subject_type, subject_id, task_id, unit_id, holder, profile, rule, article, started_at, term, counting, original_due_at, due_at,
    provisional, ladder, state, next_rung, next_rung_at, armed_at, version)
  select gen_random_uuid(), 'answer', 'assignment', gen_random_uuid(), $1, $2, 'unit', $4, $5, '—', now(), $6::jsonb,
    '{"countsFirstDay":false,"rolls":false,"dayEndsAt":1440}', now() + interval '1 year', now() + interval '1 year', false, 'answer', 'running', 0,
    now() + interval '1 year' + n * interval '1 s', now(), 1
  from generate_series(1, $3::int) as n`;
const taskSql = `
  insert into task (id, kind, title, demand, state, round, lead_unit_id, assist_unit_ids, due_at, registered_at, created_by, created_at, version)
  values (gen_random_uuid(), 'netizen_message', '时限', '时限', 'dispatched', 1, $1, '{}', now() + interval '1 year', now(), $2, now(), 1) returning id`;

/** By no law: a date that somebody set. */
const byNobody = [null, null, null];

/**
 * Arms clocks of one task and one unit.
 * @param {[string, string, string] | undefined} basis  profile, rule and term, as JSON
 */
export async function arm(url, { doing: [unit], person }, clocks, basis = byNobody) {
  const [task] = await once(url, { text: taskSql, values: [unit, person.officer1] });
  await once(url, { text: armedSql, values: [task.id, unit, clocks, ...basis] }, 'analyze clock', 'checkpoint');
}

/** Over for twenty days, so that the last rung is due whatever the time of day; alarms `seconds` ahead, `every` seconds apart. */
const setSql = `
  with chosen as (select id, row_number() over (order by id) - 1 as place from clock where next_rung_at > now() + interval '1 day' limit $1)
  update clock c set due_at = now() - interval '20 days', next_rung = 4, next_rung_at = now() + make_interval(secs => $2::float8 + $3::float8 * chosen.place)
  from chosen where c.id = chosen.id returning c.id, c.next_rung_at as at`;

/** Lets clocks ring soon. @returns {Promise<{id: string, at: Date}[]>} in the order of their alarms */
export async function ringSoon(url, clocks, { aheadSeconds, apartSeconds = 0 }) {
  const rows = await once(url, { text: setSql, values: [clocks, aheadSeconds, apartSeconds] });
  return rows.sort((a, b) => a.at - b.at);
}

/** Rows of an indexed table, taken and marked in batches of a thousand with SKIP LOCKED. @returns rows a second */
export async function bareAlarms(url, rows) {
  await once(
    url,
    'drop table if exists alarm',
    'create table alarm (id int primary key, at timestamptz)',
    'create index on alarm (at) where at is not null',
    `insert into alarm select n, now() from generate_series(1, ${rows}) as n`,
    'analyze alarm',
  );
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const startedAt = performance.now();
    const drain =
      'update alarm set at = null where id in (select id from alarm where at <= now() order by at limit 1000 for update skip locked) returning id';
    while ((await client.query(drain)).rowCount > 0);
    return (rows / (performance.now() - startedAt)) * 1_000;
  } finally {
    await client.end();
  }
}
