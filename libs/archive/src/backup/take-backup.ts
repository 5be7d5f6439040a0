import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EvidenceStore } from '@ducha/evidence';
import { Fault } from '@ducha/kernel';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { archiveFault } from '../archive-faults.js';
import { ZipWriter } from '../zip/zip-writer.js';
import { migrationsOf, named, plainText, sequencesOf, type TableFacts, tablesOf } from './catalogue.js';
import { type BackupManifest, type FilePart, manifestPath, type TablePart } from './manifest.js';

/** What is backed up, and where to. */
export interface BackupSource {
  /** A role that may read every table; the application's own is enough. */
  readonly databaseUrl: string;
  readonly evidence: EvidenceStore;
  /** Version of the running product. */
  readonly product: string;
  /** The file to make. It appears under this name when it is complete, not before. */
  readonly file: string;
}

const filesAtATime = 500;

/**
 * Copies every table, every sequence's position and every evidence file into one sealed ZIP. The tables are those of the
 * database's own catalogue, read in one repeatable-read snapshot beside a working county; nobody waits for it.
 * @throws Fault `archive.fileExists`
 */
export async function takeBackup(source: BackupSource): Promise<BackupManifest> {
  const draft = await draftOf(source.file);
  const client = new pg.Client({ connectionString: source.databaseUrl, application_name: 'ducha backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`begin isolation level repeatable read read only; ${plainText}`);
    const manifest = await write(client, source, draft);
    await settle(draft);
    await rename(draft, source.file);
    return manifest;
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function draftOf(file: string): Promise<string> {
  const taken = await access(file).then(
    () => true,
    () => false,
  );
  if (taken) throw archiveFault('fileExists', { file });
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  return `${file}.${process.pid}.part`;
}

/** On the disk for certain before it gets its name. */
async function settle(draft: string): Promise<void> {
  const file = await open(draft, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function write(client: pg.Client, source: BackupSource, draft: string): Promise<BackupManifest> {
  const { rows } = await client.query<{ at: Date; version: string }>(
    `select now() as at, current_setting('server_version') as version`,
  );
  const at = rows[0]?.at ?? new Date(0);
  const zip = new ZipWriter(createWriteStream(draft, { mode: 0o600 }), at);
  try {
    const tables: TablePart[] = [];
    for (const table of await tablesOf(client)) tables.push(await copyTable(client, zip, table));
    const { files, lostFiles } = await copyFiles(client, zip, source.evidence);
    const manifest: BackupManifest = {
      kind: 'ducha-backup',
      format: 1,
      id: randomUUID(),
      product: source.product,
      postgres: rows[0]?.version ?? '',
      migrations: await migrationsOf(client),
      takenAt: at.toISOString(),
      tables,
      sequences: await sequencesOf(client),
      files,
      lostFiles,
    };
    await zip.addText(manifestPath, JSON.stringify(manifest));
    await zip.finish();
    return manifest;
  } catch (error) {
    await zip.abandon();
    throw error;
  }
}

async function copyTable(client: pg.Client, zip: ZipWriter, { name, columns }: TableFacts): Promise<TablePart> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const rows = client.query(copyTo(`copy ${named(client, name)} (${list}) to stdout`));
  const part = await zip.add(`tables/${name}.copy`, rows, { compress: true });
  return { ...part, table: name, columns: [...columns], rows: rows.rowCount };
}

interface KnownFile {
  key: string;
  mediaType: string;
}

/** The files that rows of the snapshot name. Files are never changed, so reading them later changes nothing. */
async function copyFiles(
  client: pg.Client,
  zip: ZipWriter,
  evidence: EvidenceStore,
): Promise<Pick<BackupManifest, 'files' | 'lostFiles'>> {
  const files: FilePart[] = [];
  const lostFiles: string[] = [];
  await client.query(`declare file no scroll cursor for
    select encode(sha256, 'hex') as key, min(media_type) as "mediaType" from public.evidence group by sha256 order by sha256`);
  for (;;) {
    const { rows } = await client.query<KnownFile>(`fetch ${filesAtATime} from file`);
    for (const known of rows) {
      const part = await copyFile(zip, evidence, known);
      if (part) files.push(part);
      if (part?.sha256 !== known.key) lostFiles.push(known.key);
    }
    if (rows.length < filesAtATime) return { files, lostFiles };
  }
}

async function copyFile(
  zip: ZipWriter,
  evidence: EvidenceStore,
  { key, mediaType }: KnownFile,
): Promise<FilePart | undefined> {
  try {
    const part = await zip.add(`files/${key}`, await evidence.open(key), { compress: false });
    return { ...part, key, mediaType };
  } catch (error) {
    if (error instanceof Fault && error.code === 'evidence.fileMissing') return undefined;
    throw error;
  }
}
