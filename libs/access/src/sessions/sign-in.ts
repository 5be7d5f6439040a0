import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { accessFault } from '../access-faults.js';
import { Entrance } from './entrance.js';
import { Lockout } from './lockout.js';
import { Passwords } from './passwords.js';
import type { NewSession, Origin } from './sessions.js';

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
    private readonly entrance: Entrance,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `access.badCredentials`, `access.lockedOut`, `access.noPostToday` */
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
    const session = await this.store.transaction((tx) => this.entrance.admit(tx, account.id, origin, 'password'));
    // with a second factor to come the count stays: whoever knows the password has not gained more guesses at the code
    if (session.signedIn.stage === 'open') await this.lockout.forgive(name, origin.source);
    return session;
  }
}
