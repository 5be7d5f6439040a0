import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import type { RelyingParty } from '../access-options.js';
import { doerOf, type SignedIn } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { type NewSession, type Origin, Sessions } from '../sessions/sessions.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpFactors } from './totp-factors.js';

/** A factor was enrolled: the session to go on with, and the codes on paper when it was the account's first. */
export interface Enrolled {
  readonly session: NewSession;
  /** Seen this once; null when a sheet exists already. */
  readonly recoveryCodes: string[] | null;
}

/** Enrols second factors. The session that enrolled the first one is in, with a new token. */
@Injectable()
export class EnrolFactors {
  constructor(
    private readonly store: Store,
    private readonly totp: TotpFactors,
    private readonly passkeys: Passkeys,
    private readonly recovery: RecoveryCodes,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** Confirms an authenticator application by its first code. @throws Fault `access.badCode` */
  async confirmTotp(me: SignedIn, id: string, code: string, origin: Origin): Promise<Enrolled> {
    return this.store.transaction(async (tx) => {
      if (!(await this.totp.confirm(tx, me.accountId, id, code)))
        throw accessFault('badCode', {}, [
          { path: 'code', message: 'is wrong, too old or was used already', constraint: 'proof' },
        ]);
      return this.enrolled(tx, me, { id, kind: 'totp' }, origin);
    });
  }

  /** Keeps a passkey of this device. @throws Fault `access.badPasskey` */
  async keepPasskey(
    me: SignedIn,
    place: RelyingParty,
    made: { name: string; credential: RegistrationResponseJSON },
    origin: Origin,
  ): Promise<Enrolled> {
    return this.store.transaction(async (tx) => {
      const id = await this.passkeys.enrol(tx, me, place, made);
      return this.enrolled(tx, me, { id, kind: 'passkey' }, origin);
    });
  }

  private async enrolled(
    tx: EntityManager,
    me: SignedIn,
    { id, kind }: { id: string; kind: 'totp' | 'passkey' },
    origin: Origin,
  ): Promise<Enrolled> {
    await this.audit.record(tx, {
      act: 'factor.enrol',
      subject: { type: 'factor', id },
      about: me.personId,
      by: doerOf(me),
      facts: { kind },
    });
    const [sheet] = await tx.query<{ left: number }[]>(
      'select count(*)::int as left from recovery_code where account_id = $1 and used_at is null',
      [me.accountId],
    );
    const recoveryCodes = (sheet?.left ?? 0) > 0 ? null : await this.recovery.renew(tx, me.accountId);
    return { session: await this.sessions.elevate(tx, me, origin, kind), recoveryCodes };
  }
}
