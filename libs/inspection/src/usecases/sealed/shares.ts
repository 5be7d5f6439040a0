import type { FieldError } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { type KeyShare, readShare } from '../../domain/sealed/share-text.js';
import { sealedFault } from '../../sealed-faults.js';
import { sha256 } from './custody/chain-store.js';
import { shareDigest, sharesOf } from './custody/key-shares.js';
import type { SealedKey } from './custody/sealed-key.js';

/** Splits a key and lets the shares wait; those of the key before are void. */
export async function placeShares(
  tx: EntityManager,
  sealedId: string,
  key: SealedKey,
  wanted: { readonly least: number; readonly count: number },
): Promise<void> {
  await tx.query('delete from sealed_share where sealed_id = $1', [sealedId]);
  for (const { number, salt, digest, box } of await sharesOf(key, sealedId, wanted))
    await tx.query('insert into sealed_share (sealed_id, number, salt, digest, box) values ($1, $2, $3, $4, $5)', [
      ...[sealedId, number, salt, digest, box],
    ]);
}

interface KnownShare {
  readonly number: number;
  readonly salt: Buffer;
  readonly digest: Buffer;
}

/**
 * What was typed, share by share against its digest.
 * @throws Fault `sealed.badShare` naming each that is mistyped, void, or said twice; `sealed.tooFewShares`
 */
export async function readShares(
  tx: EntityManager,
  sealedId: string,
  typed: readonly string[],
  least: number,
): Promise<KeyShare[]> {
  const known = await tx.query<KnownShare[]>('select number, salt, digest from sealed_share where sealed_id = $1', [
    sealedId,
  ]);
  const shares = typed.map((text) => readShare(text, sha256));
  const errors = shares.flatMap((share, i): FieldError[] => {
    const wrong = faultOf(share, shares.slice(0, i), known);
    return wrong === undefined ? [] : [{ path: `shares[${i}]`, message: wrong, constraint: wrong }];
  });
  if (errors.length > 0) throw sealedFault('badShare', {}, errors);
  const good = shares.filter((share) => share !== null);
  if (good.length < least)
    throw sealedFault('tooFewShares', { least }, [
      { path: 'shares', message: `${least} are needed`, constraint: 'arrayMinSize' },
    ]);
  return good;
}

function faultOf(
  share: KeyShare | null,
  before: readonly (KeyShare | null)[],
  known: readonly KnownShare[],
): 'mistyped' | 'noSuchShare' | 'shareTwice' | undefined {
  if (share === null) return 'mistyped';
  const one = known.find(({ number }) => number === share.number);
  if (!one) return 'noSuchShare';
  if (!shareDigest(one.salt, share).equals(one.digest)) return 'mistyped';
  return before.some((other) => other?.number === share.number) ? 'shareTwice' : undefined;
}
