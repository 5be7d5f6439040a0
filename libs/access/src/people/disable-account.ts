import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { httpFault, refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { heldNow } from '../sessions/session-facts.js';
import { refuseLastAdministrator } from './last-administrator.js';

interface AccountRow {
  person_id: string;
  version: number;
  disabled: boolean;
}

/** Disables an account, which ends its sessions and silences its access tokens at once, or lets it in again. */
@Injectable()
export class DisableAccount {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `access.ownRequest`, `access.lastAdministrator`, `http.preconditionFailed` */
  async disable(by: Actor, id: string, version: number, reason: string): Promise<void> {
    await this.store.transaction(async (tx) => {
      const account = await this.change(tx, by, id, version, 'now()');
      const posts = await tx.query<{ role: string }[]>(
        `select p.role from post p where p.person_id = $1 and ${heldNow('p')}`,
        [account.person_id],
      );
      await refuseLastAdministrator(
        tx,
        account.person_id,
        posts.map(({ role }) => role),
      );
      await tx.query('delete from session where account_id = $1', [id]);
      await this.record(tx, by, 'account.disable', id, account.person_id, reason);
    });
  }

  /** Lets a disabled account in again. Its sessions stay ended. */
  async enable(by: Actor, id: string, version: number, reason: string): Promise<void> {
    await this.store.transaction(async (tx) => {
      const account = await this.change(tx, by, id, version, 'null');
      await this.record(tx, by, 'account.enable', id, account.person_id, reason);
    });
  }

  private async change(
    tx: EntityManager,
    by: Actor,
    id: string,
    version: number,
    disabledAt: 'now()' | 'null',
  ): Promise<AccountRow> {
    const [account] = await tx.query<AccountRow[]>(
      'select person_id, version, disabled_at is not null as disabled from account where id = $1 for update',
      [id],
    );
    if (!account) throw httpFault('notFound');
    if (account.person_id === by.personId) throw accessFault('ownRequest');
    refuseStale(account, version);
    await tx.query(`update account set disabled_at = ${disabledAt}, version = version + 1 where id = $1`, [id]);
    return account;
  }

  private async record(
    tx: EntityManager,
    by: Actor,
    act: string,
    id: string,
    about: string,
    words: string,
  ): Promise<void> {
    await this.audit.record(tx, { act, subject: { type: 'account', id }, about, by, words });
  }
}
