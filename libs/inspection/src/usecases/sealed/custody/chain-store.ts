import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { paddedText } from '../../../domain/sealed/sealed-document.js';
import {
  type ChainHead,
  chainStart,
  type SealedAct,
  sealedHash,
  type SealedLink,
} from '../../../domain/sealed/sealed-chain.js';
import { boxedForChain, unboxedFromChain } from './chain-cipher.js';
import { lockSealed } from './sealed-rows.js';

/** An act to be recorded; the instant is the database's. */
export type NewSealedAct = Omit<SealedAct, 'at'>;

/** A link with what its box says. */
export interface ReadLink extends SealedLink {
  readonly act: SealedAct;
}

/** The digest of the sealed chain. */
export const sha256 = (message: Uint8Array): Buffer => createHash('sha256').update(message).digest();

/** An act's length tells nothing about it. */
const block = 1_024;
const aboutAct = (sealedId: string, seq: number): string => `sealed_act|${sealedId}|${seq}`;

/** The chain of one sealed plan: written without its key, read with it. */
@Injectable()
export class SealedChain {
  constructor(private readonly store: Store) {}

  /** Appends an act; needs no key. Acts of one plan wait for one another. */
  async append(tx: EntityManager, sealedId: string, act: NewSealedAct): Promise<ChainHead> {
    const { chainPublic, now } = await lockSealed(tx, sealedId);
    const [last] = await tx.query<{ seq: number; hash: Buffer }[]>(
      'select seq, hash from sealed_act where sealed_id = $1 order by seq desc limit 1',
      [sealedId],
    );
    const seq = (last?.seq ?? 0) + 1;
    const prevHash = last?.hash ?? Buffer.from(chainStart);
    const said: SealedAct = { ...act, at: now.toISOString() };
    const box = boxedForChain(paddedText(said, block), chainPublic, aboutAct(sealedId, seq));
    const hash = Buffer.from(sealedHash({ sealedId, prevHash, seq, box }, sha256));
    await tx.query('insert into sealed_act (sealed_id, seq, box, prev_hash, hash) values ($1, $2, $3, $4, $5)', [
      ...[sealedId, seq, box, prevHash, hash],
    ]);
    return { seq, hash: hash.toString('hex') };
  }

  /** Appends an act that stays whatever happens to the caller: a refusal. */
  appendApart(sealedId: string, act: NewSealedAct): Promise<ChainHead> {
    return this.store.separately((tx) => this.append(tx, sealedId, act));
  }

  /** The whole chain with what its boxes say. @param chainPrivate  as it came out of its own box */
  async read(tx: EntityManager, sealedId: string, chainPrivate: Buffer, chainPublic: Buffer): Promise<ReadLink[]> {
    const links = await tx.query<SealedLink[]>(
      'select seq, box, prev_hash as "prevHash", hash from sealed_act where sealed_id = $1 order by seq',
      [sealedId],
    );
    return links.map((link) => ({ ...link, act: actIn(link, sealedId, chainPrivate, chainPublic) }));
  }
}

function actIn({ seq, box }: SealedLink, sealedId: string, chainPrivate: Buffer, chainPublic: Buffer): SealedAct {
  const text = unboxedFromChain(box, chainPrivate, chainPublic, aboutAct(sealedId, seq));
  if (text === undefined) return { act: 'unreadable', at: '', personId: null, facts: {} };
  // boundary: the box was written by `append` alone
  return JSON.parse(text) as SealedAct;
}
