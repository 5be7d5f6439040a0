import pg from 'pg';
import * as sql from './fill-sql.mjs';

/** Tables that are filled; their indexes are built once at the end, as a restore would. */
const filled = ['task', 'matter', 'dispatch', 'assignment', 'report', 'answer', 'audit_row', 'audit_words'];
const byTime = [sql.mattersSql, sql.dispatchesSql, sql.assignmentsSql, sql.reportsSql, sql.answersSql, sql.returnsSql];
/** One per core of a small machine. */
const hands = 2;

/**
 * Fills a migrated database that has the bench's county with the work of three years.
 * @param {number} assignments  about so many, a little more
 * @returns {Promise<{assignments: number, tasks: number}>} what is there now
 */
export async function fillPast({ superuserUrl, planted }, assignments) {
  const clients = await Promise.all(Array.from({ length: hands }, () => connect(superuserUrl)));
  const [first] = clients;
  try {
    await first.query(sql.preparationSql);
    const indexes = await dropIndexes(first);
    // tasks that are no more than drafts have no assignments, and one share in a hundred was recalled
    const tasks = Math.ceil((assignments * 1.008) / sql.assignmentsPerTask);
    const parts = split(tasks);
    await Promise.all(
      clients.map((client, at) => client.query(sql.tasksSql, [...parts[at], tasks, planted.person.principal])),
    );
    await first.query('analyze task');
    const spans = await spansOf(first);
    for (const statement of byTime) {
      await Promise.all(clients.map((client, at) => client.query(statement, spans[at])));
      if (statement === sql.assignmentsSql) await first.query('analyze assignment');
    }
    await buildIndexes(clients, indexes);
    for (const table of filled) await first.query(`vacuum analyze ${table}`);
    await first.query('checkpoint');
    const { rows } = await first.query(
      'select (select count(*)::int from assignment) as assignments, (select count(*)::int from task) as tasks',
    );
    return rows[0];
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function connect(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  // no triggers and no look-ups of foreign keys while rows are made that are right by construction
  await client.query(
    "set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '256MB'; set synchronous_commit = off",
  );
  return client;
}

function split(tasks) {
  const middle = tasks >> 1;
  return [
    [1, middle],
    [middle + 1, tasks],
  ];
}

async function spansOf(client) {
  const { rows } = await client.query(
    'select percentile_disc(0.5) within group (order by created_at)::text as middle from task',
  );
  return [
    ['-infinity', rows[0].middle],
    [rows[0].middle, 'infinity'],
  ];
}

async function dropIndexes(client) {
  const { rows } = await client.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [filled],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function buildIndexes(clients, definitions) {
  const left = [...definitions];
  const work = async (client) => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await client.query(next);
  };
  await Promise.all(clients.map(work));
}
