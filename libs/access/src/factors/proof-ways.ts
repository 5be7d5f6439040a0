import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import type { RelyingParty } from '../access-options.js';
import type { SignedIn } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { Passwords } from '../sessions/passwords.js';
import type { Proof } from '../sessions/sessions.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpFactors } from './totp-factors.js';

/** What somebody gives to prove who they are; the first of them counts. */
export interface GivenProof {
  readonly passkey?: AuthenticationResponseJSON;
  readonly code?: string;
  readonly recoveryCode?: string;
  readonly password?: string;
}

/** Checks one given proof against what the account has. */
@Injectable()
export class ProofWays {
  constructor(
    private readonly totp: TotpFactors,
    private readonly passkeys: Passkeys,
    private readonly recovery: RecoveryCodes,
    private readonly passwords: Passwords,
  ) {}

  /** The way in which the proof holds; undefined when it does not. */
  async accepted(
    tx: EntityManager,
    me: SignedIn,
    { passkey, code, recoveryCode, password }: GivenProof,
    place: RelyingParty | undefined,
  ): Promise<Proof | undefined> {
    const { accountId } = me;
    if (passkey !== undefined) {
      if (!place) throw accessFault('noPasskeysHere');
      return (await this.passkeys.use(tx, me, place, passkey)) ? 'passkey' : undefined;
    }
    if (code !== undefined) return (await this.totp.use(tx, accountId, code)) ? 'totp' : undefined;
    if (recoveryCode !== undefined)
      return (await this.recovery.use(tx, accountId, recoveryCode)) ? 'recovery' : undefined;
    if (password === undefined) return undefined;
    const [row] = await tx.query<{ password_hash: string | null }[]>(
      'select password_hash from account where id = $1',
      [accountId],
    );
    return (await this.passwords.matches(row?.password_hash, password)) ? 'password' : undefined;
  }
}
