import { archiveFault } from '../archive-faults.js';
import { type BackupManifest, manifestPath, parseManifest } from '../backup/manifest.js';
import { checkSeal } from '../zip/seal.js';
import { ZipReader } from '../zip/zip-reader.js';

/** A backup whose every byte is as it was written. */
export interface OpenBackup {
  readonly manifest: BackupManifest;
  readonly zip: ZipReader;
}

const longestManifest = 512 * 1024 * 1024;

/**
 * Opens a backup: the whole file against its seal, then its parts against its manifest. Close `zip` afterwards.
 * @throws Fault of `archive.*` that says what is wrong; nothing is written anywhere
 */
export async function openBackup(file: string): Promise<OpenBackup> {
  await checkSeal(file);
  const zip = await ZipReader.open(file);
  try {
    const manifest = parseManifest(await zip.text(manifestPath, longestManifest));
    compareParts(zip.paths, manifest);
    return { manifest, zip };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function compareParts(paths: readonly string[], { tables, files }: BackupManifest): void {
  const listed = new Set([manifestPath, ...tables.map(({ path }) => path), ...files.map(({ path }) => path)]);
  const there = new Set(paths);
  for (const part of there) if (!listed.has(part)) throw archiveFault('unknownPart', { part });
  for (const part of listed) if (!there.has(part)) throw archiveFault('missingPart', { part });
}
