import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import type { RelyingParty } from '../access-options.js';
import type { SignedIn } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { asTransports, takeChallenge, keepChallenge } from './passkey-challenges.js';

/** Loaded when somebody first uses a passkey: some 300 files, which every start of a server or a command would read. */
const ceremonies = () => import('@simplewebauthn/server');

interface PasskeyRow {
  id: string;
  credential_id: string;
  public_key: Buffer;
  sign_count: string;
  transports: string[];
}

/** Passkeys (WebAuthn): enrolled per device, named by their owner; a challenge belongs to one session and works once. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly store: Store,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** What the browser is asked to make a key of. */
  async enrolmentOptions(
    tx: EntityManager,
    me: SignedIn,
    place: RelyingParty,
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const [names] = await tx.query<{ login: string; name: string; county: string | null }[]>(
      `select a.login, pe.name, (select value ->> 'name' from county_setting where name = 'county') as county
       from account a join person pe on pe.id = a.person_id where a.id = $1`,
      [me.accountId],
    );
    const known = await this.keysOf(tx, me.accountId);
    const { generateRegistrationOptions } = await ceremonies();
    const options = await generateRegistrationOptions({
      rpName: `督查 ${names?.county ?? ''}`.trim(),
      rpID: place.id,
      userID: new Uint8Array(Buffer.from(me.accountId.replaceAll('-', ''), 'hex')),
      userName: names?.login ?? '',
      userDisplayName: names?.name ?? '',
      attestationType: 'none',
      excludeCredentials: known.map(({ credential_id: id, transports }) => ({
        id,
        transports: asTransports(transports),
      })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
    await keepChallenge(tx, me.sessionId, 'enrol', options.challenge);
    return options;
  }

  /** Keeps the key that the browser made. @throws Fault `access.badPasskey` */
  async enrol(
    tx: EntityManager,
    me: SignedIn,
    place: RelyingParty,
    { name, credential }: { name: string; credential: RegistrationResponseJSON },
  ): Promise<string> {
    const expectedChallenge = await takeChallenge(this.store, me.sessionId, 'enrol');
    const { verifyRegistrationResponse } = await ceremonies();
    const { verified, registrationInfo } = await refused(() =>
      verifyRegistrationResponse({
        response: credential,
        expectedChallenge,
        expectedOrigin: place.origin,
        expectedRPID: place.id,
        requireUserVerification: true,
      }),
    );
    if (!verified || !registrationInfo) throw accessFault('badPasskey');
    const { id: credentialId, publicKey, counter, transports } = registrationInfo.credential;
    const id = this.ids.next();
    const kept = await tx.query<unknown[]>(
      `insert into passkey (id, account_id, credential_id, public_key, sign_count, transports, name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, now()) on conflict on constraint passkey_credential_once do nothing returning id`,
      [id, me.accountId, credentialId, Buffer.from(publicKey), counter, asTransports(transports ?? []), name],
    );
    if (kept.length === 0) throw accessFault('badPasskey');
    return id;
  }

  /** What the browser is asked to sign. */
  async proofOptions(
    tx: EntityManager,
    me: SignedIn,
    place: RelyingParty,
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const known = await this.keysOf(tx, me.accountId);
    const { generateAuthenticationOptions } = await ceremonies();
    const options = await generateAuthenticationOptions({
      rpID: place.id,
      userVerification: 'required',
      allowCredentials: known.map(({ credential_id: id, transports }) => ({
        id,
        transports: asTransports(transports),
      })),
    });
    await keepChallenge(tx, me.sessionId, 'prove', options.challenge);
    return options;
  }

  /** Whether the browser signed with one of the account's keys. A key whose counter runs backwards was copied: refused. */
  async use(
    tx: EntityManager,
    me: SignedIn,
    place: RelyingParty,
    response: AuthenticationResponseJSON,
  ): Promise<boolean> {
    const expectedChallenge = await takeChallenge(this.store, me.sessionId, 'prove');
    const key = (await this.keysOf(tx, me.accountId)).find(({ credential_id: id }) => id === response.id);
    if (!key) return false;
    const { verifyAuthenticationResponse } = await ceremonies();
    const { verified, authenticationInfo } = await refused(() =>
      verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: place.origin,
        expectedRPID: place.id,
        requireUserVerification: true,
        credential: {
          id: key.credential_id,
          publicKey: new Uint8Array(key.public_key),
          counter: Number(key.sign_count),
          transports: asTransports(key.transports),
        },
      }),
    );
    if (!verified) return false;
    await tx.query('update passkey set sign_count = $2, last_used_at = now() where id = $1', [
      key.id,
      authenticationInfo.newCounter,
    ]);
    return true;
  }

  private keysOf(tx: EntityManager, accountId: string): Promise<PasskeyRow[]> {
    return tx.query<PasskeyRow[]>(
      'select id, credential_id, public_key, sign_count, transports from passkey where account_id = $1 for update',
      [accountId],
    );
  }
}

/** Whatever the ceremony does not accept, in whichever of its words, is one refusal. */
async function refused<T>(ceremony: () => Promise<T>): Promise<T> {
  try {
    return await ceremony();
  } catch {
    throw accessFault('badPasskey');
  }
}
