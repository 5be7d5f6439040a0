import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { archiveFault } from '../archive-faults.js';
import { named, type SequenceFacts } from '../backup/catalogue.js';
import type { BackupManifest, TablePart } from '../backup/manifest.js';
import type { ZipReader } from '../zip/zip-reader.js';

/** Replaces the rows of all tables and the positions of all sequences. @throws Fault `archive.partDiffers` */
export async function loadRows(client: pg.Client, zip: ZipReader, manifest: BackupManifest): Promise<void> {
  await client.query(`truncate ${manifest.tables.map(({ table }) => named(client, table)).join(', ')}`);
  for (const part of manifest.tables) await loadTable(client, zip, part);
  for (const sequence of manifest.sequences) await placeSequence(client, sequence);
}

async function loadTable(client: pg.Client, zip: ZipReader, part: TablePart): Promise<void> {
  const columns = part.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  // frozen, because the table was emptied in this transaction: no vacuum has to touch these rows later
  const rows = client.query(copyFrom(`copy ${named(client, part.table)} (${columns}) from stdin with (freeze)`));
  await pipeline(Readable.from(zip.checked(part), { objectMode: false }), rows);
  if (rows.rowCount !== part.rows)
    throw archiveFault('partDiffers', { part: part.path, reason: `${rows.rowCount} rows instead of ${part.rows}` });
}

/** Number series come into being while a county works, so the sequence may have to be made first. */
async function placeSequence(client: pg.Client, sequence: SequenceFacts): Promise<void> {
  const { type, start, increment, min, max, cache, cycles } = sequence;
  const name = named(client, sequence.name);
  const numbers = [start, increment, min, max, cache].every((text) => /^-?\d{1,20}$/.test(text));
  if (!numbers || !['smallint', 'integer', 'bigint'].includes(type))
    throw archiveFault('partDiffers', { part: 'manifest.json', sequence: sequence.name });
  await client.query(
    `create sequence if not exists ${name} as ${type} increment ${increment} minvalue ${min} maxvalue ${max} start ${start} cache ${cache} ${cycles ? 'cycle' : 'no cycle'}`,
  );
  // restarted first: only then does the position set here go with the transaction when that fails
  await client.query(`alter sequence ${name} restart`);
  await client.query('select setval($1::regclass, $2, $3)', [name, sequence.lastValue, sequence.isCalled]);
}
