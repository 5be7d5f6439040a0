import pg from 'pg';
import type { EvidenceStore } from './evidence-store.js';

const localFilesLock = 5_190_311;

/** Why a second process that serves requests does not start beside another one's local files. */
export class LocalFilesClaimed extends Error {
  constructor() {
    super(
      'another api process of this installation keeps evidence in a folder of its own; to run several, name a folder that all of them ' +
        'mount (EVIDENCE_DIR) or a bucket (S3_BUCKET)',
    );
    this.name = 'LocalFilesClaimed';
  }
}

/**
 * Makes sure that evidence kept in one process's own folder is served by that process alone: an advisory lock on a
 * connection of its own, held until released. A shared store needs no claim.
 * @returns the release
 * @throws LocalFilesClaimed
 */
export async function claimLocalFiles(databaseUrl: string, store: EvidenceStore): Promise<() => Promise<void>> {
  if (store.shared) return () => Promise.resolve();
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, application_name: 'ducha files' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [localFilesLock]);
  if (rows[0]?.mine) return () => client.end();
  await client.end();
  throw new LocalFilesClaimed();
}
