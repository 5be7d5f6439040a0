import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { paddedText } from '../../domain/sealed/sealed-document.js';
import type { Capacity } from '../../domain/sealed/sealed-release.js';
import { sealedFault } from '../../sealed-faults.js';
import { rekeyNotes } from '../call-up/call-up-rows.js';
import type { OpenedPlan } from './custody/opened-plan.js';
import { wrap } from './custody/passphrase-lock.js';
import { type SealedAsk, SealedCustody } from './custody/sealed-custody.js';
import { SealedKey } from './custody/sealed-key.js';
import { aboutChain, aboutDocument, aboutKeeper, keepKeeper } from './custody/sealed-rows.js';
import { type Invitation, inviteInto } from './keep-keepers.js';
import { placeShares } from './shares.js';

/**
 * Takes a person out again. What they knew they know; what is written from now on they cannot open, because the key is
 * made anew: all others get new codes, and every share is void.
 */
@Injectable()
export class WithdrawKeeper {
  constructor(private readonly custody: SealedCustody) {}

  /** Answers the others' new codes. @throws Fault `sealed.unknownKeeper`, `ownWithdrawal` and as `SealedCustody.open` */
  run(ask: SealedAsk, personId: string): Promise<Invitation[]> {
    return this.custody.open(ask, { act: 'withdraw' }, async (opened) => {
      const { tx, id, row } = opened;
      if (personId === ask.by.personId)
        throw sealedFault('ownWithdrawal', {}, [{ path: 'personId', message: 'is you', constraint: 'oneself' }]);
      if (row.releasedAt !== null) throw sealedFault('moveRefused');
      const others = await othersOf(tx, id, ask.by.personId);
      if (!others.some((one) => one.personId === personId))
        throw sealedFault('unknownKeeper', {}, [{ path: 'personId', message: 'is not named', constraint: 'known' }]);
      await opened.record({ personId });
      await tx.query('delete from sealed_keeper where sealed_id = $1 and person_id = $2', [id, personId]);
      await tx.query('delete from sealed_asked where sealed_id = $1', [id]);
      return this.underNewKey(
        opened,
        ask,
        others.filter((one) => one.personId !== personId),
      );
    });
  }

  private async underNewKey(
    opened: OpenedPlan,
    { passphrase, by }: SealedAsk,
    others: readonly { readonly personId: string; readonly capacity: Capacity }[],
  ): Promise<Invitation[]> {
    const { tx, id, row } = opened;
    const key = SealedKey.random();
    try {
      const keyNumber = row.keyNumber + 1;
      await rekey(opened, key, keyNumber);
      await rekeyNotes(opened, key);
      const own = await wrap(key, passphrase, aboutKeeper(id, by.personId), row);
      await keepKeeper(tx, id, { ...own, personId: by.personId, capacity: opened.by.capacity, keyNumber }, null);
      await placeShares(tx, id, key, { least: row.least, count: row.shares });
      const invitations: Invitation[] = [];
      for (const { personId, capacity } of others)
        invitations.push(await inviteInto(opened, { personId, capacity, keyNumber }, key));
      return invitations;
    } finally {
      key.forget();
    }
  }
}

const othersOf = (
  tx: EntityManager,
  id: string,
  personId: string,
): Promise<{ personId: string; capacity: Capacity }[]> =>
  tx.query<{ personId: string; capacity: Capacity }[]>(
    'select person_id as "personId", capacity from sealed_keeper where sealed_id = $1 and person_id <> $2 order by person_id',
    [id, personId],
  );

/** Document and chain under another key. */
async function rekey(
  { tx, id, row, key, document, seenVersion }: OpenedPlan,
  next: SealedKey,
  keyNumber: number,
): Promise<void> {
  const version = seenVersion + 1;
  const box = next.seal(Buffer.from(paddedText(document)), aboutDocument(id, version));
  const chainPrivate = key.open(row.chainBox, aboutChain(id));
  if (!chainPrivate) throw new Error('the chain does not open');
  const chainBox = next.seal(chainPrivate, aboutChain(id));
  chainPrivate.fill(0);
  await tx.query('update sealed_inspection set box = $2, version = $3, chain_box = $4, key_number = $5 where id = $1', [
    ...[id, box, version, chainBox, keyNumber],
  ]);
}
