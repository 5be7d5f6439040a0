import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** What a forged ID token says otherwise than it should; nothing: it is in order. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signed with a key that the provider never published. */
  readonly foreignKey?: boolean;
  /** `none` with no signature at all. */
  readonly unsigned?: boolean;
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An OpenID provider that answers whatever a test wants it to say. Its own discovery and keys are in order. */
export class ForgingProvider {
  private readonly own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private idToken = '';
  private readonly server: Server;
  issuer = '';

  constructor() {
    this.server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(this.answer(request.url ?? '')));
    });
  }

  async start(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await new Promise((resolve) => this.server.once('listening', resolve));
    this.issuer = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => void this.server.close(() => resolve()));
  }

  /** Prepares the next ID token. @param nonce as the attempt asked */
  says(subject: string, nonce: string, { claims, foreignKey = false, unsigned = false }: Forgery = {}): void {
    // eslint-disable-next-line no-restricted-syntax -- a provider's own clock is none of ours
    const now = Math.floor(Date.now() / 1000);
    const body = { iss: this.issuer, aud: 'ducha', sub: subject, nonce, iat: now, exp: now + 300, ...claims };
    const head = base64({ alg: unsigned ? 'none' : 'RS256', typ: 'JWT', ...(!unsigned && { kid: 'of-the-test' }) });
    const signed = `${head}.${base64(body)}`;
    const key: KeyObject = (foreignKey ? this.foreign : this.own).privateKey;
    this.idToken = `${signed}.${unsigned ? '' : sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
  }

  private answer(path: string): object {
    if (path.startsWith('/.well-known')) return this.discovery();
    if (path.startsWith('/keys')) return { keys: [this.publicKey()] };
    return { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: this.idToken };
  }

  private discovery(): object {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  private publicKey(): object {
    return { ...this.own.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'of-the-test' };
  }
}
