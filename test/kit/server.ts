import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateAll } from '../../apps/server/src/boot/databases.js';
import { type DatabaseUrls, startTestServer, type TestServer } from '@ducha/store';
import pg from 'pg';

const template = 'ducha_template';
const templateLock = 77_001;

/** One PostgreSQL per test run; the folder is the same for all worker processes of the run. */
const runFolder = (): string => process.env['DUCHA_TEST_HOME'] ?? join(tmpdir(), `ducha-test-${process.pid}`);

/**
 * Joins the run's server and gives a database of one's own, migrated, with a clock that the test moves.
 * @param like  a database nobody is connected to, to begin with what lies there
 */
export async function ownDatabase(
  name: string,
  like: string = template,
): Promise<{ server: TestServer; urls: DatabaseUrls }> {
  const server = await startTestServer({ dir: runFolder() });
  const admin = await server.createDatabase('kit_admin').catch(() => server.createDatabase('kit_admin'));
  const lock = new pg.Client({ connectionString: admin.superuserUrl });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [templateLock]);
    const known = await lock.query('select 1 from pg_database where datname = $1', [`${template}_ready`]);
    if (known.rowCount === 0) await makeTemplate(server, lock);
    const urls = await server.createDatabase(name, like);
    return { server, urls };
  } finally {
    await lock.end();
  }
}

async function makeTemplate(server: TestServer, admin: pg.Client): Promise<void> {
  const urls = await server.createDatabase(template);
  await migrateAll(urls.ownerUrl, urls.appUrl);
  const owner = new pg.Client({ connectionString: urls.superuserUrl });
  await owner.connect();
  await owner.query(`
    create schema if not exists test_clock;
    create table if not exists test_clock.shift (by interval not null, stands timestamptz);
    delete from test_clock.shift; insert into test_clock.shift values ('0');
    create or replace function test_clock.now() returns timestamptz language plpgsql stable as
      $$ begin return (select coalesce(stands, pg_catalog.now() + by) from test_clock.shift); end $$;
    grant usage on schema test_clock to public; grant select on test_clock.shift to public;`);
  await owner.end();
  await admin.query(`create database ${template}_ready`);
}
