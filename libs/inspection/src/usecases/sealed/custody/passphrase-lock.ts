import { randomBytes } from 'node:crypto';
import type { Settings } from '@ducha/store';
import { hashRaw } from '@node-rs/argon2';
import { boxed, unboxed } from './boxes.js';
import { SealedKey } from './sealed-key.js';

/** How much work one guess costs. */
export interface LockCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** 64 MiB, three passes: about a fifth of a second for a person, and for every guess of somebody who has the dump. */
const full: LockCost = { memoryKib: 65_536, passes: 3, lanes: 1 };
const least: LockCost = { memoryKib: 1_024, passes: 1, lanes: 1 };

/** The cost of a new plan's passphrases: full, but where the database may lose commits, which the test kit alone allows. */
export const lockCost = ({ unsafeDatabase }: Pick<Settings, 'unsafeDatabase'>): LockCost =>
  unsafeDatabase === 'test' ? least : full;

/** A key under a passphrase. Nothing tells whether a passphrase is right but that the box opens. */
export interface WrappedKey {
  readonly salt: Buffer;
  readonly wrapped: Buffer;
}

/** However it was typed: full-width letters, more blanks. */
const plain = (passphrase: string): string => passphrase.normalize('NFKC').trim().replace(/\s+/gu, ' ');

async function underPassphrase<T>(
  passphrase: string,
  salt: Buffer,
  { memoryKib, passes, lanes }: LockCost,
  work: (lock: Buffer) => T,
): Promise<T> {
  const cost = { memoryCost: memoryKib, timeCost: passes, parallelism: lanes, outputLen: 32 };
  const lock = await hashRaw(plain(passphrase), { ...cost, salt });
  try {
    return work(lock);
  } finally {
    lock.fill(0);
  }
}

/** Wraps a key under a passphrase with a salt of its own. @param about  whose it is */
export function wrap(key: SealedKey, passphrase: string, about: string, cost: LockCost): Promise<WrappedKey> {
  const salt = randomBytes(16);
  return underPassphrase(passphrase, salt, cost, (lock) => ({
    salt,
    wrapped: key.lent((bytes) => boxed(bytes, lock, about)),
  }));
}

/** The key, or undefined for another passphrase. */
export function unwrap(
  { salt, wrapped }: WrappedKey,
  passphrase: string,
  about: string,
  cost: LockCost,
): Promise<SealedKey | undefined> {
  return underPassphrase(passphrase, salt, cost, (lock) => {
    const bytes = unboxed(wrapped, lock, about);
    return bytes && new SealedKey(bytes);
  });
}
