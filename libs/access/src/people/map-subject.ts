import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { httpFault, refuseStale } from '@ducha/http';
import { Settings, Store } from '@ducha/store';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';

/** Says who an account's person is at the identity provider. */
@Injectable()
export class MapSubject {
  constructor(
    private readonly store: Store,
    private readonly settings: Settings,
    private readonly audit: Audit,
  ) {}

  /**
   * @param subject the provider's `sub` for this person; null: nobody there is this person any more
   * @throws Fault `access.oidcOff`, `access.ownRequest`, `access.subjectTaken`, `http.preconditionFailed`
   */
  async run(by: Actor, id: string, version: number, subject: string | null): Promise<void> {
    const issuer = this.settings.oidcIssuer;
    if (issuer === undefined) throw accessFault('oidcOff');
    await this.store.transaction(async (tx) => {
      const [account] = await tx.query<{ person_id: string; version: number }[]>(
        'select person_id, version from account where id = $1 for update',
        [id],
      );
      if (!account) throw httpFault('notFound');
      if (account.person_id === by.personId) throw accessFault('ownRequest');
      refuseStale(account, version);
      await tx.query('update account set version = version + 1 where id = $1', [id]);
      await tx.query('delete from account_subject where issuer = $1 and account_id = $2', [issuer, id]);
      if (subject !== null) {
        const kept = await tx.query<unknown[]>(
          `insert into account_subject (issuer, subject, account_id, created_at) values ($1, $2, $3, now())
           on conflict on constraint account_subject_pk do nothing returning 1`,
          [issuer, subject, id],
        );
        if (kept.length === 0)
          throw accessFault('subjectTaken', {}, [{ path: 'subject', message: 'is taken', constraint: 'unique' }]);
      }
      await this.audit.record(tx, {
        act: subject === null ? 'account.unmap' : 'account.map',
        subject: { type: 'account', id },
        about: account.person_id,
        by,
      });
    });
  }
}
