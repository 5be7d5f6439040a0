import type { Store } from './store.js';

/** Why the server does not start on this database; one line a reason. */
export class UnsafeDatabase extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(`this database is not safe to run on:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
    this.name = 'UnsafeDatabase';
  }
}

interface Facts {
  superuser: boolean;
  owns_audit: boolean;
  changes_audit: boolean;
  trigrams: number;
  version: number;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
}

const factsSql = `
  select r.rolsuper as superuser,
    pg_catalog.pg_get_userbyid(c.relowner) = current_user as owns_audit,
    has_table_privilege(current_user, 'audit_row', 'update, delete, truncate, trigger') as changes_audit,
    coalesce(array_length(show_trgm('水利'), 1), 0) as trigrams,
    current_setting('server_version_num')::int as version,
    current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
    current_setting('synchronous_commit') as synchronous_commit
  from pg_roles r, pg_class c
  where r.rolname = current_user and c.oid = 'audit_row'::regclass`;

/**
 * Refuses a database that could lose what it confirmed, could not keep the audit chain, or could not search Chinese.
 * @param mayLoseData only the test kit says true (`DUCHA_UNSAFE_DATABASE=test`)
 * @throws UnsafeDatabase with every reason
 */
export async function refuseUnsafeDatabase(store: Store, mayLoseData: boolean): Promise<void> {
  const facts = await store.queryOne<Facts>(factsSql);
  if (!facts) throw new UnsafeDatabase(['the tables are missing: run `ducha migrate` first']);
  const reasons: string[] = [];
  if (facts.version < 140_000) reasons.push('PostgreSQL 14 or newer is needed');
  if (facts.superuser)
    reasons.push('DATABASE_URL signs in as a superuser; use the application role that `ducha migrate` made');
  if (facts.owns_audit) reasons.push('DATABASE_URL owns the audit table; use the application role');
  if (facts.changes_audit) reasons.push('the application role may change audit rows; run `ducha migrate` again');
  if (facts.trigrams === 0)
    reasons.push("show_trgm('水利') is empty: create the database with a locale that knows Chinese letters");
  if (!mayLoseData) {
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'] as const) {
      if (facts[name] === 'off') reasons.push(`${name} is off: a confirmed act could be lost`);
    }
  }
  if (reasons.length > 0) throw new UnsafeDatabase(reasons);
}
