import { constants, createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises';
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

  /** On the platter before it is told: the bytes first, then the folder that names it. */
  async keep(key: string, file: { path: string }): Promise<void> {
    const target = this.pathOf(key);
    // the upload's own name: two people may send the same file at the same time
    const draft = `${target}.${process.pid}.${basename(file.path)}.part`;
    try {
      await bringTo(draft, file.path);
      await synced(draft, 'r+');
      await rename(draft, target);
      await synced(dirname(target), 'r');
    } catch (error) {
      await unlink(draft).catch(() => undefined);
      throw error;
    }
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

/** A second name for the same bytes, or a copy where that cannot be. The folders are there already, except for the first file of a kind. */
async function bringTo(draft: string, path: string): Promise<void> {
  await link(path, draft).catch(async () => {
    await makeFolders(dirname(draft));
    await copyFile(path, draft, constants.COPYFILE_FICLONE);
  });
}

/** The two levels below the store's own folder, each named in the one above for good. */
async function makeFolders(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await synced(dirname(folder), 'r');
  await synced(dirname(dirname(folder)), 'r');
}

async function synced(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
