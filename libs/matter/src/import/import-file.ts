import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PassingFiles } from '@ducha/http';

/** Hex SHA-256 of a file, read as a stream. */
export async function digestOf(path: string): Promise<string> {
  const sha256 = createHash('sha256');
  await pipeline(createReadStream(path), sha256);
  return sha256.digest('hex');
}

/** Lays stored bytes on the local disk for the time of `work`, because a worker thread reads from there. */
export async function onDisk<T>(
  passing: PassingFiles,
  bytes: Readable,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const path = join(await passing.ready(), `import-${randomUUID()}`);
  try {
    await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

/** The name without folders and control characters, at most 200 characters of its end. */
export function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return [...last.replace(/\p{Cc}/gu, '')].slice(-200).join('') || 'file';
}
