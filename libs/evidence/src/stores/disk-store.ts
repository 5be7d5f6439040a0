import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { evidenceFault } from '../evidence-faults.js';
import type { EvidenceStore } from './evidence-store.js';

/** Evidence in a folder, two levels deep by the key's first letters. */
export class DiskStore implements EvidenceStore {
  /** @param shared  the folder is one that every process of the installation mounts */
  constructor(
    private readonly folder: string,
    readonly shared: boolean,
  ) {}

  async keep(key: string, file: { path: string }): Promise<void> {
    const target = this.pathOf(key);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    // the upload's own name: two people may send the same file at the same time
    const draft = `${target}.${process.pid}.${basename(file.path)}.part`;
    await copyFile(file.path, draft);
    await rename(draft, target).catch(async (error: unknown) => {
      await unlink(draft).catch(() => undefined);
      throw error;
    });
  }

  async open(key: string): Promise<Readable> {
    const path = this.pathOf(key);
    await stat(path).catch(() => {
      throw evidenceFault('fileMissing');
    });
    return createReadStream(path);
  }

  async has(key: string): Promise<boolean> {
    return stat(this.pathOf(key)).then(
      () => true,
      () => false,
    );
  }

  async discard(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    if (!/^[0-9a-f]{64}$/.test(key)) throw evidenceFault('fileMissing');
    return join(this.folder, key.slice(0, 2), key.slice(2, 4), key);
  }
}
