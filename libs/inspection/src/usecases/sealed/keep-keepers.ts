import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { grouped, lettersOf, plainLetters } from '../../domain/letters.js';
import type { Capacity } from '../../domain/sealed/sealed-release.js';
import { sealedFault } from '../../sealed-faults.js';
import { capacityOfPerson, refuseWeakPassphrase } from './capacities.js';
import { SealedAttempts } from './custody/attempts.js';
import { SealedChain } from './custody/chain-store.js';
import type { OpenedPlan } from './custody/opened-plan.js';
import { unwrap, wrap } from './custody/passphrase-lock.js';
import { type SealedAsk, SealedCustody } from './custody/sealed-custody.js';
import type { SealedKey } from './custody/sealed-key.js';
import { aboutKeeper, type KeeperRow, keepKeeper, lockSealed } from './custody/sealed-rows.js';

/** For how long an invitation code opens. */
const invitedForHours = 24;

/** A code for one person, shown once and told by voice. */
export interface Invitation {
  readonly personId: string;
  readonly code: string;
}

const newCode = (): string => lettersOf(randomBytes(10));

/** Wraps the key for somebody under a new code, in the place of what they had. */
export async function inviteInto(
  { tx, id, key, row }: Pick<OpenedPlan, 'tx' | 'id' | 'key' | 'row'>,
  who: { readonly personId: string; readonly capacity: Capacity; readonly keyNumber: number },
  underKey: SealedKey = key,
): Promise<Invitation> {
  const code = newCode();
  const wrapped = await wrap(underKey, code, aboutKeeper(id, who.personId), row);
  await keepKeeper(tx, id, { ...wrapped, ...who }, invitedForHours);
  return { personId: who.personId, code: grouped(code) };
}

/** Names persons in a sealed plan, and lets them choose and change their passphrases. */
@Injectable()
export class KeepKeepers {
  constructor(
    private readonly store: Store,
    private readonly custody: SealedCustody,
    private readonly chain: SealedChain,
    private readonly attempts: SealedAttempts,
  ) {}

  /** Names somebody, or gives a new code to somebody who lost their passphrase. @throws Fault `sealed.unfitKeeper` */
  invite(ask: SealedAsk, personId: string): Promise<Invitation> {
    return this.custody.open(ask, { act: 'invite' }, async (opened) => {
      const { tx, row } = opened;
      const capacity = await capacityOfPerson(tx, personId);
      if (
        capacity === undefined ||
        (capacity === 'auditor') !== (row.releasedAt !== null) ||
        personId === ask.by.personId
      )
        throw sealedFault('unfitKeeper', {}, [
          { path: 'personId', message: 'cannot be named', constraint: 'nameable' },
        ]);
      const invitation = await inviteInto(opened, { personId, capacity, keyNumber: row.keyNumber });
      await opened.record({ personId, capacity });
      return invitation;
    });
  }

  /** The invited person chooses a passphrase. @throws Fault `sealed.wrongCode`, `codeOver`, `joinedAlready`, `weakPassphrase` */
  async join({ id, by, passphrase }: SealedAsk, code: string): Promise<void> {
    const keeper = await this.custody.named(id, by);
    if (keeper.joinedAt !== null) throw sealedFault('joinedAlready');
    refuseWeakPassphrase(passphrase, 'passphrase');
    await this.attempts.count(id, by.personId);
    const about = aboutKeeper(id, by.personId);
    const key = await unwrap(keeper, plainLetters(code), about, keeper);
    try {
      const fault = faultOfCode(key, keeper);
      if (fault !== undefined || key === undefined)
        throw sealedFault(fault ?? 'wrongCode', {}, [{ path: 'code', message: 'is not right', constraint: 'opens' }]);
      const wrapped = await wrap(key, passphrase, about, keeper);
      await this.store.transaction(async (tx) => {
        const { keyNumber } = await lockSealed(tx, id);
        if (keyNumber !== keeper.keyNumber) throw sealedFault('movedOn');
        const { personId, capacity } = keeper;
        await keepKeeper(tx, id, { personId, capacity, keyNumber, ...wrapped }, null);
        await this.chain.append(tx, id, { act: 'join', personId, facts: { capacity } });
      });
      await this.attempts.forgive(id, by.personId);
    } catch (error) {
      throw await this.custody.refused(id, by.personId, 'join', error);
    } finally {
      key?.forget();
    }
  }

  /** @throws Fault `sealed.weakPassphrase` and as `SealedCustody.open` */
  async changePassphrase(ask: SealedAsk, next: string): Promise<void> {
    refuseWeakPassphrase(next, 'newPassphrase');
    const capacities: readonly Capacity[] = ['planner', 'principal', 'auditor'];
    await this.custody.open(ask, { act: 'change_passphrase', capacities }, async ({ tx, id, key, row, by }) => {
      const wrapped = await wrap(key, next, aboutKeeper(id, by.personId), row);
      await keepKeeper(tx, id, { ...wrapped, ...by, keyNumber: row.keyNumber }, null);
    });
  }
}

function faultOfCode(
  key: SealedKey | undefined,
  { invitedUntil, now }: KeeperRow,
): 'wrongCode' | 'codeOver' | undefined {
  if (key === undefined) return 'wrongCode';
  return invitedUntil !== null && invitedUntil <= now ? 'codeOver' : undefined;
}
