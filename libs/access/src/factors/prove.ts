import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { RelyingParty } from '../access-options.js';
import type { SignedIn } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { Lockout } from '../sessions/lockout.js';
import { type NewSession, type Origin, Sessions } from '../sessions/sessions.js';
import { AccountFactorsQuery, waysOf } from './account-factors.query.js';
import { type GivenProof, ProofWays } from './proof-ways.js';

/** The second step of signing in, and the same proof anew before acts that want a fresh one. */
@Injectable()
export class Prove {
  constructor(
    private readonly store: Store,
    private readonly lockout: Lockout,
    private readonly factors: AccountFactorsQuery,
    private readonly ways: ProofWays,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Answers a new session; the one that asked is over.
   * @throws Fault `access.badCode`, `access.badPasskey`, `access.badCredentials`, `access.lockedOut`, `access.enrolmentNeeded`
   */
  async run(me: SignedIn, given: GivenProof, origin: Origin, place: RelyingParty | undefined): Promise<NewSession> {
    if (me.stage === 'enrol') throw accessFault('enrolmentNeeded');
    const account = await this.store.queryOne<{ login: string }>('select login from account where id = $1', [
      me.accountId,
    ]);
    const login = account?.login ?? '';
    await this.lockout.countAttempt(login, origin.source);
    const allowed = waysOf(await this.factors.of(me.accountId));
    const session = await this.store.transaction(async (tx) => {
      const proof = await this.ways.accepted(tx, me, given, place);
      const counts = proof !== undefined && allowed.some((way) => way === proof);
      if (!counts || (proof === 'password' && me.stage !== 'open')) throw refusalOf(given);
      return this.sessions.elevate(tx, me, origin, proof);
    });
    await this.lockout.forgive(login, origin.source);
    return session;
  }
}

const refusalOf = ({ passkey, password, code, recoveryCode }: GivenProof) => {
  if (passkey !== undefined) return accessFault('badPasskey');
  if (password !== undefined && code === undefined && recoveryCode === undefined)
    return accessFault('badCode', {}, [{ path: 'password', message: 'is wrong', constraint: 'proof' }]);
  const path = code === undefined ? 'recoveryCode' : 'code';
  return accessFault('badCode', {}, [{ path, message: 'is wrong, too old or was used already', constraint: 'proof' }]);
};
