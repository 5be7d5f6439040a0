import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EvidenceStore } from '@ducha/evidence';
import type { FilePart } from '../backup/manifest.js';
import type { ZipReader } from '../zip/zip-reader.js';

/** Evidence files put into a store, with the way back while the restore may still fail. */
export class KeptFiles {
  private readonly added: string[] = [];

  constructor(private readonly evidence: EvidenceStore) {}

  /**
   * Unpacks files one at a time beside `home`, compares each with its digest and keeps it.
   * @throws Fault `archive.partDiffers`
   */
  async keep(zip: ZipReader, files: readonly FilePart[], home: string): Promise<void> {
    const folder = await mkdtemp(join(home, 'restore-'));
    try {
      for (const file of files) {
        const path = join(folder, file.key);
        await pipeline(Readable.from(zip.checked(file), { objectMode: false }), createWriteStream(path));
        const isNew = !(await this.evidence.has(file.key));
        await this.evidence.keep(file.key, { path, sizeBytes: file.bytes, mediaType: file.mediaType });
        if (isNew) this.added.push(file.key);
        await unlink(path);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Takes away what was put there, and nothing that was there before. */
  async takeBack(): Promise<void> {
    for (const key of this.added.splice(0)) await this.evidence.discard(key).catch(() => undefined);
  }
}
