import { bytesOfLetters, grouped, lettersOf } from '../letters.js';

/** A share of a key: its number, and the bytes that Shamir's scheme made. */
export interface KeyShare {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** Number, 33 bytes, check figure: 56 letters, 14 groups of four. */
const shareBytes = 33;

type Digest = (message: Uint8Array) => Uint8Array;

const checked = (bytes: Uint8Array, sha256: Digest): number => sha256(bytes)[0] ?? 0;

/** A share as it is printed. The check figure finds most slips of the pen before anything else is looked at. */
export function shareText({ number, bytes }: KeyShare, sha256: Digest): string {
  const plain = Uint8Array.of(number, ...bytes);
  return grouped(lettersOf(Uint8Array.of(...plain, checked(plain, sha256))));
}

/** What was typed as a share; null where it cannot be one. */
export function readShare(typed: string, sha256: Digest): KeyShare | null {
  const all = bytesOfLetters(typed);
  if (all?.length !== shareBytes + 2) return null;
  const plain = all.subarray(0, -1);
  if (checked(plain, sha256) !== all.at(-1)) return null;
  return { number: plain[0] ?? 0, bytes: plain.subarray(1) };
}
