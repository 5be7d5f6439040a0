import type pg from 'pg';
import { archiveFault } from '../archive-faults.js';
import { migrationsOf, named, type TableFacts, tablesOf } from '../backup/catalogue.js';
import type { BackupManifest } from '../backup/manifest.js';

/** A row in any of these means that somebody works here. */
const signsOfLife = ['audit_row', 'person', 'account', 'unit', 'matter', 'task', 'evidence', 'outbox', 'restoration'];

const patienceTries = 20;

/**
 * Makes sure that no process of Ducha works on this database. A connection that is just closing gets two seconds. To be
 * asked outside a transaction, which would see one moment only.
 * @throws Fault `archive.inUse`
 */
export async function refuseCompany(client: pg.ClientBase): Promise<void> {
  let processes: string[] = [];
  for (let tries = 0; tries < patienceTries; tries += 1) {
    const { rows } = await client.query<{ name: string }>(`
      select distinct application_name as name from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'ducha%'`);
    if (rows.length === 0) return;
    processes = rows.map(({ name }) => name);
    await client.query('select pg_sleep(0.1)');
  }
  throw archiveFault('inUse', { processes });
}

/**
 * Compares an instance with a backup before anything is written into it.
 * @throws Fault `archive.wrongVersion`, `archive.unknownPart`, `archive.missingPart`, `archive.notEmpty`
 */
export async function refuseTarget(client: pg.ClientBase, manifest: BackupManifest): Promise<void> {
  const here = await migrationsOf(client);
  if (here.join() !== manifest.migrations.join())
    throw archiveFault('wrongVersion', { backup: versionOf(manifest.migrations), here: versionOf(here) });
  compareTables(await tablesOf(client), manifest);
  await refuseLife(client);
}

const versionOf = (migrations: readonly string[]): string => migrations.at(-1) ?? 'none';

function compareTables(here: readonly TableFacts[], { tables }: BackupManifest): void {
  const known = new Map(here.map(({ name, columns }) => [name, columns.join()]));
  for (const { table, columns, path } of tables) {
    if (known.get(table) !== columns.join()) throw archiveFault('unknownPart', { part: path, table });
    known.delete(table);
  }
  for (const table of known.keys()) throw archiveFault('missingPart', { table });
}

async function refuseLife(client: pg.ClientBase): Promise<void> {
  for (const table of signsOfLife) {
    const { rows } = await client.query<{ lives: boolean }>(
      `select exists (select 1 from ${named(client, table)}) as lives`,
    );
    if (rows[0]?.lives) throw archiveFault('notEmpty', { table });
  }
}
