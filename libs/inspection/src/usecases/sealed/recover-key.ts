import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { shareText } from '../../domain/sealed/share-text.js';
import type { EntityManager } from 'typeorm';
import { sealedFault } from '../../sealed-faults.js';
import { refuseWeakPassphrase } from './capacities.js';
import { SealedAttempts } from './custody/attempts.js';
import { SealedChain, sha256 } from './custody/chain-store.js';
import { keyFrom, shareIn } from './custody/key-shares.js';
import { wrap } from './custody/passphrase-lock.js';
import { type SealedAsk, SealedCustody } from './custody/sealed-custody.js';
import { aboutDocument, aboutKeeper, keepKeeper, lockSealed } from './custody/sealed-rows.js';
import { readShares } from './shares.js';

/** A share as it is shown once. */
export interface TakenShare {
  readonly number: number;
  readonly text: string;
}

/** Hands the shares of a key out, and brings the key back from them. */
@Injectable()
export class RecoverKey {
  constructor(
    private readonly store: Store,
    private readonly custody: SealedCustody,
    private readonly chain: SealedChain,
    private readonly attempts: SealedAttempts,
  ) {}

  /** One's own share, shown this once: afterwards nobody has it but its keeper. @throws Fault `sealed.shareTaken`, `noShareLeft` */
  take(ask: SealedAsk): Promise<TakenShare> {
    return this.custody.open(ask, { act: 'take_share' }, async (opened) => {
      const { tx, id, key, by } = opened;
      const held = await tx.query<unknown[]>('select 1 from sealed_share where sealed_id = $1 and person_id = $2', [
        ...[id, by.personId],
      ]);
      if (held.length > 0) throw sealedFault('shareTaken');
      const [waiting] = await tx.query<{ number: number; box: Buffer }[]>(
        'select number, box from sealed_share where sealed_id = $1 and taken_at is null order by number limit 1',
        [id],
      );
      if (!waiting) throw sealedFault('noShareLeft');
      const { number } = waiting;
      const bytes = shareIn(key, id, number, waiting.box);
      if (!bytes) throw sealedFault('movedOn');
      await tx.query(
        'update sealed_share set box = null, person_id = $3, taken_at = now() where sealed_id = $1 and number = $2',
        [id, number, by.personId],
      );
      await opened.record({ number });
      const text = shareText({ number, bytes }, sha256);
      bytes.fill(0);
      return { number, text };
    });
  }

  /**
   * A named person who lost their passphrase sets another one with enough shares.
   * @throws Fault `sealed.badShare`, `tooFewShares`, `weakPassphrase`, `tooManyAttempts`
   */
  async recover({ id, by, passphrase }: SealedAsk, typed: readonly string[]): Promise<void> {
    await this.custody.named(id, by);
    refuseWeakPassphrase(passphrase, 'passphrase');
    await this.attempts.count(id, by.personId);
    try {
      await this.store.transaction((tx) => this.recoverIn(tx, { id, by, passphrase }, typed));
      await this.attempts.forgive(id, by.personId);
    } catch (error) {
      throw await this.custody.refused(id, by.personId, 'recover', error);
    }
  }

  private async recoverIn(
    tx: EntityManager,
    { id, by, passphrase }: SealedAsk,
    typed: readonly string[],
  ): Promise<void> {
    const row = await lockSealed(tx, id);
    const { personId, capacity } = await this.custody.named(id, by);
    const shares = await readShares(tx, id, typed, row.least);
    const key = await keyFrom(shares);
    try {
      const text = key.open(row.box, aboutDocument(id, row.version));
      if (!text) throw sealedFault('movedOn');
      text.fill(0);
      const wrapped = await wrap(key, passphrase, aboutKeeper(id, personId), row);
      await keepKeeper(tx, id, { ...wrapped, personId, capacity, keyNumber: row.keyNumber }, null);
    } finally {
      key.forget();
      for (const { bytes } of shares) bytes.fill(0);
    }
    const numbers = shares.map(({ number }) => number);
    await this.chain.append(tx, id, { act: 'recover', personId, facts: { shares: numbers } });
  }
}
