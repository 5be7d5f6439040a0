import { type Reader, verifyChain } from '@ducha/audit';
import type { EvidenceStore } from '@ducha/evidence';
import { appLoginOf, migrate, startTestServer } from '@ducha/store';
import { Readable } from 'node:stream';
import pg from 'pg';
import { archiveFault } from '../archive-faults.js';
import { restoreBackup } from './restore-backup.js';

/** What a trial found. */
export interface Trial {
  readonly rows: number;
  readonly files: number;
  readonly links: number;
}

/** Files of a trial are unpacked and compared, and kept nowhere. */
const nowhere: EvidenceStore = {
  shared: false,
  keep: () => Promise.resolve(),
  has: () => Promise.resolve(false),
  discard: () => Promise.resolve(),
  open: () => Promise.resolve(Readable.from([])),
};

/**
 * Restores a backup into an embedded PostgreSQL that is started for the purpose in a temporary folder, verifies the audit
 * chain there and removes everything again. Needs free space for the whole database; the county's own is not touched.
 * @throws Fault of `archive.*`; `archive.partDiffers` also when the restored chain does not verify
 */
export async function tryBackup(file: string): Promise<Trial> {
  const server = await startTestServer({ maxConnections: 20 });
  try {
    const { ownerUrl, appUrl } = await server.createDatabase('trial');
    await migrate(ownerUrl, appLoginOf(appUrl));
    const { tables, files } = await restoreBackup({ file, ownerUrl, evidence: nowhere, home: server.dir });
    const links = await verifiedLinks(appUrl);
    return { rows: tables.reduce((sum, part) => sum + part.rows, 0), files: files.length, links };
  } finally {
    await server.destroy();
  }
}

async function verifiedLinks(appUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const reader: Reader = {
      query: async <R>(sql: string, params: readonly unknown[] = []) => {
        const { rows } = await client.query(sql, [...params]);
        // boundary: what the driver answers is what the statement selects
        return rows as R[];
      },
    };
    const { links, tampering } = await verifyChain(reader, []);
    // rows that waited for the linker at the instant of the snapshot are linked when the instance runs
    const wrong = tampering.filter(({ kind }) => kind !== 'unlinked');
    if (wrong.length > 0) throw archiveFault('partDiffers', { reason: 'audit chain', findings: wrong.length });
    return links;
  } finally {
    await client.end();
  }
}
