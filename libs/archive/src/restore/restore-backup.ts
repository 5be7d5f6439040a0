import { mkdir } from 'node:fs/promises';
import type { EvidenceStore } from '@ducha/evidence';
import { schemaText } from '@ducha/store';
import pg from 'pg';
import { archiveFault } from '../archive-faults.js';
import { plainText } from '../backup/catalogue.js';
import type { BackupManifest } from '../backup/manifest.js';
import { KeptFiles } from './keep-files.js';
import { loadRows } from './load-rows.js';
import { openBackup, type OpenBackup } from './open-backup.js';
import { refuseCompany, refuseTarget } from './refuse-target.js';
import { withStrippedTables } from './stripped-tables.js';

/** Where a backup is restored to. */
export interface RestoreTarget {
  readonly file: string;
  /** The migrating owner of a migrated database that nobody used yet. */
  readonly ownerUrl: string;
  readonly evidence: EvidenceStore;
  /** Folder for files on their way. */
  readonly home: string;
}

/** Two restores into one database, or a restore and a migration, never run at the same time. */
const restoreLock = 4_821_733;

/**
 * Makes an empty instance equal to the one that was backed up: all rows, positions and files, or nothing at all. The rows
 * are one transaction; files that were put into the store are taken back when it fails. Afterwards the instance is held:
 * nothing leaves it until it is released.
 * @throws Fault of `archive.*` that says why it was refused
 */
export async function restoreBackup(target: RestoreTarget): Promise<BackupManifest> {
  const backup = await openBackup(target.file);
  const client = new pg.Client({ connectionString: target.ownerUrl, application_name: 'ducha restore' });
  client.on('error', () => undefined);
  const kept = new KeptFiles(target.evidence);
  try {
    await client.connect();
    await refuseCompany(client);
    await client.query(`begin; ${plainText}; select pg_advisory_xact_lock(${restoreLock})`);
    await refuseTarget(client, backup.manifest);
    await fill(client, backup);
    await mkdir(target.home, { recursive: true });
    await kept.keep(backup.zip, backup.manifest.files, target.home);
    await client.query('commit');
    await client.query('analyze');
    return backup.manifest;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    await kept.takeBack();
    throw error;
  } finally {
    backup.zip.close();
    await client.end();
  }
}

async function fill(client: pg.Client, { zip, manifest }: OpenBackup): Promise<void> {
  const before = await schemaText(client);
  await withStrippedTables(client, () => loadRows(client, zip, manifest));
  if ((await schemaText(client)) !== before) throw archiveFault('wrongVersion', { reason: 'schema' });
  await client.query(
    'insert into public.restoration (backup_id, product, taken_at, restored_at) values ($1, $2, $3, now())',
    [manifest.id, manifest.product, manifest.takenAt],
  );
}
