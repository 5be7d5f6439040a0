import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { doerOf, type SignedIn } from '../actor.js';
import { Passwords } from './passwords.js';

/** Changes one's own password. The route asks for a fresh proof; every other session of the account ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly store: Store,
    private readonly passwords: Passwords,
    private readonly audit: Audit,
  ) {}

  /** Answers how many other sessions ended. @throws Fault `access.weakPassword` */
  async run(me: SignedIn, password: string): Promise<number> {
    const hash = await this.passwords.hash(password);
    return this.store.transaction(async (tx) => {
      await tx.query('update account set password_hash = $2, version = version + 1 where id = $1', [
        me.accountId,
        hash,
      ]);
      // an issued device was enrolled without the password and ends by itself
      const [, ended] = await tx.query<[unknown, number]>(
        'delete from session where account_id = $1 and id <> $2 and issued_for is null',
        [me.accountId, me.sessionId],
      );
      await this.audit.record(tx, {
        act: 'password.set',
        subject: { type: 'account', id: me.accountId },
        about: me.personId,
        by: doerOf(me),
        facts: { way: 'own' },
      });
      return ended;
    });
  }
}
