import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { httpFault, refuseStale } from '@ducha/http';
import { Fault } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { ChainHead } from '../../../domain/sealed/sealed-chain.js';
import type { Capacity } from '../../../domain/sealed/sealed-release.js';
import { sealedFault } from '../../../sealed-faults.js';
import { SealedAttempts } from './attempts.js';
import { type NewSealedAct, SealedChain } from './chain-store.js';
import { OpenedPlan } from './opened-plan.js';
import { unwrap } from './passphrase-lock.js';
import type { SealedKey } from './sealed-key.js';
import { aboutKeeper, type KeeperRow, keeperOf, lockSealed } from './sealed-rows.js';

/** A named person with their passphrase. */
export interface SealedAsk {
  readonly id: string;
  readonly passphrase: string;
  readonly by: Actor;
}

/** What an opening is for. */
export interface Opening {
  /** The word under which it stands in the chain. */
  readonly act: string;
  /** Which named persons may; everybody but auditors when it is left out. */
  readonly capacities?: readonly Capacity[];
  /** What the caller saw; left out where nothing of the document changes. */
  readonly version?: number;
}

const insiders: readonly Capacity[] = ['planner', 'principal'];

/**
 * The only way into a sealed plan. A named person's passphrase gives the key for as long as the work runs, in one
 * transaction; every opening stands in the sealed chain, every refused one too, and the key is filled with zeros.
 */
@Injectable()
export class SealedCustody {
  constructor(
    private readonly store: Store,
    private readonly chain: SealedChain,
    private readonly attempts: SealedAttempts,
  ) {}

  /**
   * Opens, works, records.
   * @throws Fault `http.notFound` to everybody who is not named, whether there is such a plan or not; `sealed.notJoined`,
   *   `sealed.tooManyAttempts`, `sealed.wrongPassphrase`, `sealed.notYours`, `http.preconditionFailed`, and what the work throws
   */
  async open<T>(ask: SealedAsk, opening: Opening, work: (opened: OpenedPlan) => Promise<T>): Promise<T> {
    const { id, by } = ask;
    const keeper = await this.named(id, by);
    if (keeper.joinedAt === null) throw sealedFault('notJoined');
    const key = await this.unlock(ask, keeper, opening.act);
    try {
      return await this.work(ask, keeper, key, opening, work);
    } catch (error) {
      throw await this.refused(id, by.personId, opening.act, error);
    } finally {
      key.forget();
    }
  }

  /** Records an act of a plan without its key: what happens to somebody who was never given one. */
  append(tx: EntityManager, sealedId: string, act: NewSealedAct): Promise<ChainHead> {
    return this.chain.append(tx, sealedId, act);
  }

  /** The named person behind an actor, themselves. @throws Fault `http.notFound` */
  async named(id: string, by: Actor): Promise<KeeperRow> {
    // nobody opens in another's name or through a machine
    if (by.delegation !== undefined || by.viaToken !== undefined) throw httpFault('notFound');
    return keeperOf(this.store.manager, id, by.personId);
  }

  /** Keeps a refusal in the sealed chain; a bug is told without what it was about. */
  async refused(id: string, personId: string, act: string, error: unknown): Promise<unknown> {
    if (!(error instanceof Fault)) return quiet(error);
    await this.chain.appendApart(id, { act: `${act}.refused`, personId, facts: { code: error.code } });
    return error;
  }

  private async unlock({ id, by, passphrase }: SealedAsk, keeper: KeeperRow, act: string): Promise<SealedKey> {
    await this.attempts.count(id, by.personId);
    const key = await unwrap(keeper, passphrase, aboutKeeper(id, by.personId), keeper);
    if (!key) {
      const refusal = sealedFault('wrongPassphrase', {}, [
        { path: 'passphrase', message: 'does not open the plan', constraint: 'opens' },
      ]);
      throw await this.refused(id, by.personId, act, refusal);
    }
    await this.attempts.forgive(id, by.personId);
    return key;
  }

  private work<T>(
    { id, by }: SealedAsk,
    keeper: KeeperRow,
    key: SealedKey,
    { act, capacities = insiders, version }: Opening,
    work: (opened: OpenedPlan) => Promise<T>,
  ): Promise<T> {
    return this.store.transaction(async (tx) => {
      if (!capacities.includes(keeper.capacity)) throw sealedFault('notYours', { capacity: keeper.capacity });
      const row = await lockSealed(tx, id);
      if (row.keyNumber !== keeper.keyNumber) throw sealedFault('movedOn');
      if (version !== undefined) refuseStale(row, version);
      const opened = new OpenedPlan(
        tx,
        row,
        { personId: by.personId, capacity: keeper.capacity, act },
        key,
        this.chain,
      );
      const answer = await work(opened);
      await opened.settle();
      return answer;
    });
  }
}

/** A bug as the log may know it: where it happened, never what was said. */
function quiet(error: unknown): Error {
  const bug = new Error('a sealed act failed');
  if (error instanceof Error) {
    const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    bug.stack = [`${error.name}: ${bug.message}`, ...frames].join('\n');
  }
  return bug;
}
