import { createHash, randomBytes } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import type { KeyShare } from '../../../domain/sealed/share-text.js';
import { SealedKey } from './sealed-key.js';

/** A share as it waits for its keeper: in a box under the key itself, and what names it later. */
export interface WaitingShare {
  readonly number: number;
  readonly salt: Buffer;
  readonly digest: Buffer;
  readonly box: Buffer;
}

const aboutShare = (sealedId: string, number: number): string => `sealed_share|${sealedId}|${number}`;

/** SHA-256 of salt, number and share. Of 32 random bytes nobody guesses one from its digest. */
export const shareDigest = (salt: Uint8Array, { number, bytes }: KeyShare): Buffer =>
  createHash('sha256').update(salt).update(Uint8Array.of(number)).update(bytes).digest();

/** Splits a key so that any `least` of the `count` shares bring it back, and fewer tell nothing. */
export async function sharesOf(
  key: SealedKey,
  sealedId: string,
  { least, count }: { readonly least: number; readonly count: number },
): Promise<WaitingShare[]> {
  const parts = await key.lent((bytes) => split(Uint8Array.from(bytes), count, least));
  return parts.map((bytes, i) => {
    const number = i + 1;
    const salt = randomBytes(16);
    const digest = shareDigest(salt, { number, bytes });
    const box = key.seal(bytes, aboutShare(sealedId, number));
    bytes.fill(0);
    return { number, salt, digest, box };
  });
}

/** The share that waits in a box. */
export const shareIn = (key: SealedKey, sealedId: string, number: number, box: Uint8Array): Buffer | undefined =>
  key.open(box, aboutShare(sealedId, number));

/** The key from enough shares, each of which was checked against its digest. */
export async function keyFrom(shares: readonly KeyShare[]): Promise<SealedKey> {
  const bytes = await combine(shares.map((share) => Uint8Array.from(share.bytes)));
  try {
    return new SealedKey(Buffer.from(bytes));
  } finally {
    bytes.fill(0);
  }
}
