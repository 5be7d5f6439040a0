import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { accessFault } from '../access-faults.js';
import { Lockout } from './lockout.js';
import { Passwords } from './passwords.js';
import { type NewSession, type Origin, Sessions } from './sessions.js';

interface AccountFacts {
  id: string;
  password_hash: string | null;
}

/** Opens a session for a name and a password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly store: Store,
    private readonly lockout: Lockout,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `access.badCredentials`, `access.lockedOut` */
  async run(login: string, password: string, origin: Origin): Promise<NewSession> {
    const name = login.trim().toLowerCase();
    await this.lockout.countAttempt(name, origin.source);
    const account = await this.store.queryOne<AccountFacts>(
      'select id, password_hash from account where login = $1 and disabled_at is null',
      [name],
    );
    if (!(await this.passwords.matches(account?.password_hash, password)) || !account) {
      await this.audit.refuseAnonymous('session.open.refused', origin.source, 'access.badCredentials');
      throw accessFault('badCredentials');
    }
    await this.lockout.forgive(name, origin.source);
    return this.store.transaction((tx) => this.sessions.open(tx, account.id, origin));
  }
}
