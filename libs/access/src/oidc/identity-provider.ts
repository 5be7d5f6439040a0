import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '@ducha/store';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { accessFault } from '../access-faults.js';

/** Where the provider sends the browser back to: a page of the web, which hands the answer over. */
export const answerPath = '/sign-in/oidc';

/** What was asked of the provider and must come back in its answer. */
export interface Question {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** The county's identity provider: authorization code with PKCE, state and nonce; the ID token's signature is verified. */
@Injectable()
export class IdentityProvider {
  private readonly logger = new Logger('OIDC');
  private known: Promise<Configuration> | undefined;

  constructor(private readonly settings: Settings) {}

  /** Whether this county has one. */
  get isThere(): boolean {
    return this.settings.oidcIssuer !== undefined;
  }

  /** Where the browser goes to sign in there. @throws Fault `access.oidcOff`, `access.oidcUnreachable` */
  async addressFor({ state, nonce, codeVerifier }: Question): Promise<string> {
    const provider = await this.configuration();
    const address = buildAuthorizationUrl(provider, {
      redirect_uri: this.answerAddress(),
      scope: 'openid',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return address.href;
  }

  /**
   * Who signed in there: issuer and subject of an ID token in which everything holds.
   * @param answer the query of the address that the browser came back to
   * @throws Fault `access.oidcRefused`
   */
  async subjectOf(
    answer: string,
    { state, nonce, codeVerifier }: Question,
  ): Promise<{ issuer: string; subject: string }> {
    const provider = await this.configuration();
    const address = new URL(`${this.answerAddress()}?${answer.replace(/^\?/, '')}`);
    try {
      const tokens = await authorizationCodeGrant(provider, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims) return { issuer: claims.iss, subject: claims.sub };
    } catch (error) {
      this.logger.warn(`an answer was refused: ${reasonOf(error)}`);
    }
    throw accessFault('oidcRefused');
  }

  private answerAddress(): string {
    return new URL(answerPath, this.settings.publicUrl).href;
  }

  /** Asked once; a provider that could not be reached is asked again at the next attempt. */
  private configuration(): Promise<Configuration> {
    return (this.known ??= this.discover().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    }));
  }

  private async discover(): Promise<Configuration> {
    const { oidcIssuer, oidcClientId, oidcClientSecret } = this.settings;
    if (oidcIssuer === undefined || oidcClientId === undefined) throw accessFault('oidcOff');
    const issuer = new URL(oidcIssuer);
    // the settings allow plain http on this machine alone
    const execute = [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])];
    try {
      return await discovery(issuer, oidcClientId, oidcClientSecret, undefined, { execute });
    } catch (error) {
      this.logger.warn(`the identity provider could not be asked: ${reasonOf(error)}`);
      throw accessFault('oidcUnreachable');
    }
  }
}

/** The error's code and name: its text may quote a token. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
