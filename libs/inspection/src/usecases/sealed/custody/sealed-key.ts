import { randomBytes } from 'node:crypto';
import { boxed, unboxed } from './boxes.js';

const keyBytes = 32;

/**
 * The key of one sealed plan, in memory for as long as one request of a named person runs. Whoever gets it seals and
 * opens with it; `forget` fills it with zeros.
 */
export class SealedKey {
  constructor(private readonly bytes: Buffer) {}

  /** A new one. */
  static random(): SealedKey {
    return new SealedKey(randomBytes(keyBytes));
  }

  /** @param about  what the secret belongs to; a box moved elsewhere does not open */
  seal(secret: Uint8Array, about: string): Buffer {
    return boxed(secret, this.bytes, about);
  }

  /** Undefined where this key does not open the box. */
  open(box: Uint8Array, about: string): Buffer | undefined {
    return unboxed(box, this.bytes, about);
  }

  /** The key itself, to wrap or to split it. */
  lent<T>(work: (bytes: Buffer) => T): T {
    return work(this.bytes);
  }

  forget(): void {
    this.bytes.fill(0);
  }
}
