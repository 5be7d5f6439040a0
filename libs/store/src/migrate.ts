import pg from 'pg';
import { dataSourceOf } from './data-source.js';

/** Tables whose rows the application may only add: the audit chain. */
const appendOnly = ['audit_row', 'audit_link', 'audit_anchor'];

const migrationLock = 4_821_733;

/** What a migration run did. */
export interface Migrated {
  readonly applied: string[];
}

/**
 * Brings the schema up to date as its owner and grants the application's role what it needs, no more.
 * Two runs at once wait for each other on an advisory lock.
 * @param ownerUrl the migrating owner
 * @param appRole  role of `DATABASE_URL`; it gets rows, never structure, and may only add to the audit chain
 */
export async function migrate(ownerUrl: string, appRole: string): Promise<Migrated> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  const dataSource = dataSourceOf({ url: ownerUrl, poolMax: 2 });
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    await dataSource.initialize();
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    await grant(lock, appRole);
    return { applied: applied.map(({ name }) => name) };
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await lock.end();
  }
}

async function grant(client: pg.Client, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole);
  await client.query(`
    grant usage on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage, select on all sequences in schema public to ${role};
    revoke insert, update, delete on schema_migration from ${role};
    revoke update, delete, truncate, trigger, references on ${appendOnly.join(', ')} from ${role};
    revoke insert, update, delete on number_series from ${role};
    grant execute on all functions in schema public to ${role};
  `);
}
