import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform, type TransformCallback } from 'node:stream';
import { archiveFault } from '../archive-faults.js';

const prefix = 'ducha-seal sha256:';
const digits = 64;

/** The comment at the very end of a sealed ZIP, before the digest of everything in front of it is known. */
export const openSeal = `${prefix}${'0'.repeat(digits)}`;

/**
 * Passes a ZIP through and writes the SHA-256 of all its bytes into its last ones, the end of the archive's comment. It
 * stays a ZIP that any tool opens, and no flipped or missing byte of it goes unseen, be it in a part or between the parts.
 */
export class Sealing extends Transform {
  private readonly hash = createHash('sha256');
  private held = Buffer.alloc(0);

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    const bytes = Buffer.concat([this.held, chunk]);
    const ready = bytes.subarray(0, Math.max(0, bytes.length - digits));
    this.held = bytes.subarray(ready.length);
    this.hash.update(ready);
    done(null, ready);
  }

  override _flush(done: TransformCallback): void {
    done(null, Buffer.from(this.hash.digest('hex')));
  }
}

/**
 * Compares a file with its seal. Reads it once from end to end.
 * @throws Fault `archive.fileMissing`, `archive.notWhole` (cut, or never sealed), `archive.changed`
 */
export async function checkSeal(path: string): Promise<void> {
  const { seal, sizeBytes } = await sealOf(path);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { end: sizeBytes - digits - 1 })) hash.update(chunk as Buffer); // boundary: no encoding is set
  if (hash.digest('hex') !== seal) throw archiveFault('changed', { file: path });
}

async function sealOf(path: string): Promise<{ seal: string; sizeBytes: number }> {
  const file = await open(path).catch(() => {
    throw archiveFault('fileMissing', { file: path });
  });
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(openSeal.length);
    if (size > tail.length) await file.read(tail, 0, tail.length, size - tail.length);
    const text = tail.toString('latin1');
    if (!text.startsWith(prefix)) throw archiveFault('notWhole', { file: path });
    return { seal: text.slice(prefix.length), sizeBytes: size };
  } finally {
    await file.close();
  }
}
