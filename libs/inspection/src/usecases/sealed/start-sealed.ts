import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { httpFault } from '@ducha/http';
import { Settings, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { newDocument, paddedText } from '../../domain/sealed/sealed-document.js';
import { planFault } from '../../plan-faults.js';
import { sealedFault } from '../../sealed-faults.js';
import { capacityOfPost, refuseWeakPassphrase } from './capacities.js';
import { chainKeys } from './custody/chain-cipher.js';
import { SealedChain } from './custody/chain-store.js';
import { lockCost, type LockCost, wrap } from './custody/passphrase-lock.js';
import { SealedKey } from './custody/sealed-key.js';
import { aboutChain, aboutDocument, aboutKeeper, keepKeeper } from './custody/sealed-rows.js';
import { SEALED_IDS, type SealedIds } from './sealed-ids.js';
import { placeShares } from './shares.js';

/** A new sealed plan. */
export interface StartSealedCommand {
  readonly name: string;
  readonly passphrase: string;
  /** So many release, and so many shares bring the key back. */
  readonly least: number;
  /** How many shares there are. */
  readonly shares: number;
  readonly by: Actor;
}

/**
 * Starts a sealed plan: a random key that nobody ever sees, wrapped under the passphrase of the person who starts it. What
 * was drafted openly cannot be sealed afterwards: whoever read it then still knows it.
 */
@Injectable()
export class StartSealed {
  private readonly cost: LockCost;

  constructor(
    private readonly store: Store,
    private readonly chain: SealedChain,
    @Inject(SEALED_IDS) private readonly ids: SealedIds,
    settings: Settings,
  ) {
    this.cost = lockCost(settings);
  }

  /** Answers the id. @throws Fault `sealed.weakPassphrase`, `inspection.planContradicts` */
  async run({ name, passphrase, least, shares, by }: StartSealedCommand): Promise<string> {
    if (by.delegation !== undefined || by.viaToken !== undefined) throw httpFault('notFound');
    refuseWeakPassphrase(passphrase, 'passphrase');
    if (shares < least)
      throw planFault('planContradicts', {}, [{ path: 'shares', message: 'fewer than least', constraint: 'order' }]);
    const capacity = capacityOfPost(by.role);
    if (capacity === undefined) throw sealedFault('unfitKeeper');
    const id = this.ids.next();
    const key = SealedKey.random();
    try {
      const wrapped = await wrap(key, passphrase, aboutKeeper(id, by.personId), this.cost);
      await this.store.transaction(async (tx) => {
        await this.insert(tx, id, key, { name, by, least, shares });
        await keepKeeper(tx, id, { ...wrapped, personId: by.personId, capacity, keyNumber: 1 }, null);
        await placeShares(tx, id, key, { least, count: shares });
        await this.chain.append(tx, id, { act: 'start', personId: by.personId, facts: { least, shares } });
      });
    } finally {
      key.forget();
    }
    return id;
  }

  private async insert(
    tx: EntityManager,
    id: string,
    key: SealedKey,
    { name, by, least, shares }: Pick<StartSealedCommand, 'name' | 'by' | 'least' | 'shares'>,
  ): Promise<void> {
    const { publicKey, privateKey } = chainKeys();
    const box = key.seal(Buffer.from(paddedText(newDocument(name, by.personId))), aboutDocument(id, 1));
    const chainBox = key.seal(privateKey, aboutChain(id));
    privateKey.fill(0);
    const { memoryKib, passes, lanes } = this.cost;
    await tx.query(
      `insert into sealed_inspection (id, version, box, chain_public, chain_box, memory_kib, passes, lanes, least, shares, key_number, started_at)
       values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, 1, now())`,
      [id, box, publicKey, chainBox, memoryKib, passes, lanes, least, shares],
    );
  }
}
