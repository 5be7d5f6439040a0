import pg from 'pg';
import { dataSourceOf } from './data-source.js';
import { ensureLoginRole } from './login-role.js';

/** Tables whose rows the application may only add: the audit chain. */
const appendOnly = ['audit_row', 'audit_link', 'audit_anchor', 'sealed_act'];

const migrationLock = 4_821_733;

/** As whom the application connects. */
export interface AppLogin {
  readonly role: string;
  readonly password: string;
}

/** Role and password of a connection address. */
export function appLoginOf(url: string): AppLogin {
  const { username, password } = new URL(url);
  return { role: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** What a migration run did. */
export interface Migrated {
  readonly applied: string[];
}

/**
 * Brings the schema up to date as its owner, creates the application's role when it is missing and grants it what it
 * needs, no more. Two runs at once wait for each other on an advisory lock.
 * @param ownerUrl the migrating owner
 * @param app      role and password of `DATABASE_URL`; the role gets rows, never structure, and may only add to the audit chain
 * @throws Error when the role is missing and the owner may not create it
 */
export async function migrate(ownerUrl: string, app: AppLogin): Promise<Migrated> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  const dataSource = dataSourceOf({ url: ownerUrl, poolMax: 2 });
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    await dataSource.initialize();
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    await ensureLoginRole(lock, app.role, app.password);
    await grant(lock, app.role);
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
    -- number series come into being while a county works; a backup by the application's role reads their positions
    alter default privileges in schema public grant usage, select on sequences to ${role};
    revoke insert, update, delete on schema_migration from ${role};
    revoke update, delete, truncate, trigger, references on ${appendOnly.join(', ')} from ${role};
    revoke insert, update, delete on number_series from ${role};
    grant execute on all functions in schema public to ${role};
  `);
}
