import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { accessFault } from '../access-faults.js';
import { Entrance } from '../sessions/entrance.js';
import type { NewSession, Origin } from '../sessions/sessions.js';
import { tokenHash } from '../sessions/token-hash.js';
import { IdentityProvider } from './identity-provider.js';

/** An attempt to sign in at the provider: where the browser goes, and what binds the attempt to this browser. */
export interface StartedAttempt {
  readonly address: string;
  readonly browserToken: string;
}

const attemptMinutes = 10;

interface AttemptRow {
  nonce: string;
  code_verifier: string;
}

/** Signing in through the county's identity provider. Whom nobody has mapped to an account stays outside. */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly store: Store,
    private readonly provider: IdentityProvider,
    private readonly entrance: Entrance,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `access.oidcOff`, `access.oidcUnreachable` */
  async start(): Promise<StartedAttempt> {
    const [state, nonce, codeVerifier, browserToken] = [
      this.ids.token(),
      this.ids.token(),
      this.ids.token(),
      this.ids.token(),
    ];
    const address = await this.provider.addressFor({ state, nonce, codeVerifier });
    await this.store.query('delete from oidc_attempt where expires_at < now()');
    await this.store.query(
      `insert into oidc_attempt (state_hash, browser_hash, nonce, code_verifier, expires_at)
       values ($1, $2, $3, $4, now() + interval '${attemptMinutes} minutes')`,
      [tokenHash(state), tokenHash(browserToken), nonce, codeVerifier],
    );
    return { address, browserToken };
  }

  /**
   * Opens a session for whoever the provider says it is. The attempt is used up whatever comes of it.
   * @throws Fault `access.oidcRefused`, `access.subjectUnknown`
   */
  async finish(answer: string, browserToken: string | undefined, origin: Origin): Promise<NewSession> {
    if (!this.provider.isThere) throw accessFault('oidcOff');
    const state = new URLSearchParams(answer).get('state') ?? '';
    const attempt = await this.takeAttempt(state, browserToken ?? '');
    if (!attempt) throw accessFault('oidcRefused');
    const question = { state, nonce: attempt.nonce, codeVerifier: attempt.code_verifier };
    const { issuer, subject } = await this.provider.subjectOf(answer, question);
    const account = await this.store.queryOne<{ id: string }>(
      `select a.id from account_subject s join account a on a.id = s.account_id
       where s.issuer = $1 and s.subject = $2 and a.disabled_at is null`,
      [issuer, subject],
    );
    if (!account) throw accessFault('subjectUnknown');
    return this.store.transaction((tx) => this.entrance.admit(tx, account.id, origin, 'oidc'));
  }

  /** Of this browser and not yet used. */
  private async takeAttempt(state: string, browserToken: string): Promise<AttemptRow | undefined> {
    return this.store.queryOne<AttemptRow>(
      'delete from oidc_attempt where state_hash = $1 and browser_hash = $2 and expires_at > now() returning nonce, code_verifier',
      [tokenHash(state), tokenHash(browserToken)],
    );
  }
}
