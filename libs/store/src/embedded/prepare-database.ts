import pg from 'pg';
import { ensureLoginRole } from '../login-role.js';
import type { ClusterRecord } from './cluster-record.js';
import { APP_ROLE, databaseUrls, OWNER_ROLE } from './database-urls.js';

/** Key of the advisory lock under which one process at a time prepares. */
const PREPARING = 4_210_001;

/** Runs `work` on one connection of its own and closes it. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function exists(client: pg.Client, database: string): Promise<boolean> {
  const known = await client.query('select 1 from pg_database where datname = $1', [database]);
  return known.rowCount === 1;
}

/** Lets the application's role in and everybody else out: a copied database does not take its rights along. */
async function create(client: pg.Client, database: string, template: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  const from = client.escapeIdentifier(template);
  await client.query(`create database ${name} owner ${OWNER_ROLE} template ${from}`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect, temporary on database ${name} to ${APP_ROLE}`);
}

/** The schemas are the owner's before it migrates. */
async function furnish(client: pg.Client): Promise<void> {
  await client.query(`alter schema public owner to ${OWNER_ROLE}`);
  await client.query(`create schema if not exists bullmq authorization ${OWNER_ROLE}`);
  await client.query(`grant usage on schema public, bullmq to ${APP_ROLE}`);
}

/**
 * Creates what is missing of the two roles and of an empty database that the owner can migrate. Safe to repeat
 * and to run twice at once.
 * @param template  an existing database of this server to copy instead; nobody may be connected to it
 */
export async function prepareDatabase(
  record: ClusterRecord,
  port: number,
  database: string,
  template?: string,
): Promise<void> {
  const { passwords } = record;
  await connected(databaseUrls(record, port, 'postgres').superuserUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [PREPARING]);
    await ensureLoginRole(client, OWNER_ROLE, passwords.owner);
    await ensureLoginRole(client, APP_ROLE, passwords.app);
    if (!(await exists(client, database))) await create(client, database, template ?? 'template1');
    if (template === undefined) await connected(databaseUrls(record, port, database).superuserUrl, furnish);
  });
}

/** Drops a database and the connections to it. No error when it is gone already. */
export async function dropDatabase(superuserUrl: string, database: string): Promise<void> {
  await connected(superuserUrl, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`);
  });
}
