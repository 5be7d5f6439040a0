import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { httpFault } from '@ducha/http';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { doerOf, type SignedIn } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { Entrance } from '../sessions/entrance.js';
import { AccountFactorsQuery, hasFactor } from './account-factors.query.js';
import { RecoveryCodes } from './recovery-codes.js';

/** What a person does with factors they have: naming, removing, a new sheet of codes. */
@Injectable()
export class KeepFactors {
  constructor(
    private readonly store: Store,
    private readonly factors: AccountFactorsQuery,
    private readonly entrance: Entrance,
    private readonly recovery: RecoveryCodes,
    private readonly audit: Audit,
  ) {}

  /** Removes the authenticator application. @throws Fault `access.lastFactor` */
  async removeTotp(me: SignedIn): Promise<void> {
    await this.remove(me, 'totp', (tx) =>
      tx.query('delete from totp_factor where account_id = $1 and confirmed_at is not null returning id', [
        me.accountId,
      ]),
    );
  }

  /** Revokes a passkey: the device proves nothing any more. @throws Fault `access.lastFactor`, `http.notFound` */
  async removePasskey(me: SignedIn, id: string): Promise<void> {
    await this.remove(me, 'passkey', (tx) =>
      tx.query('delete from passkey where id = $1 and account_id = $2 returning id', [id, me.accountId]),
    );
  }

  /** @throws Fault `http.notFound` */
  async renamePasskey(me: SignedIn, id: string, name: string): Promise<void> {
    await this.store.transaction(async (tx) => {
      const [, renamed] = await tx.query<[unknown, number]>(
        'update passkey set name = $3 where id = $1 and account_id = $2',
        [id, me.accountId, name],
      );
      if (renamed !== 1) throw httpFault('notFound');
      await this.record(tx, me, 'factor.rename', id, 'passkey');
    });
  }

  /** A new sheet of recovery codes; the former one is worth nothing. */
  async renewCodes(me: SignedIn): Promise<string[]> {
    return this.store.transaction(async (tx) => {
      const codes = await this.recovery.renew(tx, me.accountId);
      await this.record(tx, me, 'factor.renew_codes', null, 'recovery');
      return codes;
    });
  }

  private async remove(
    me: SignedIn,
    kind: string,
    take: (tx: EntityManager) => Promise<[{ id: string }[], number]>,
  ): Promise<void> {
    await this.store.transaction(async (tx) => {
      await tx.query('select 1 from account where id = $1 for update', [me.accountId]);
      const [[gone]] = await take(tx);
      if (!gone) throw httpFault('notFound');
      const left = hasFactor(await this.factors.of(me.accountId));
      if (!left && (await this.entrance.demandsFactor(me.accountId))) throw accessFault('lastFactor');
      await this.record(tx, me, 'factor.remove', gone.id, kind);
    });
  }

  private async record(tx: EntityManager, me: SignedIn, act: string, id: string | null, kind: string): Promise<void> {
    const subject = { type: 'factor', id };
    await this.audit.record(tx, { act, subject, about: me.personId, by: doerOf(me), facts: { kind } });
  }
}
