import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an authenticator application shows (RFC 6238, SHA-1, six digits, 30 s), computed without our own code. */
export function totpCode(key: string, unixSeconds: number): string {
  const bits = [...key.replace(/\s/g, '')]
    .map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(unixSeconds / 30)));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = (mac[19] ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A CBOR head: major type and length. */
function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  return length < 256
    ? Buffer.from([(major << 5) | 24, length])
    : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
const text = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const int = (value: number): Buffer => (value >= 0 ? head(0, value) : head(1, -1 - value));
const sha256 = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();

const verifiedUser = 0x05;
const withCredential = 0x40;

/** A passkey authenticator in software: makes one ES256 key and signs with it, as a device does after a fingerprint. */
export class SoftAuthenticator {
  private readonly privateKey: KeyObject;
  private readonly cosePublicKey: Buffer;
  private readonly id = randomBytes(32);
  /** Settable, to play a copied key whose counter stands still. */
  counter = 0;

  constructor(private readonly origin: string) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = pair.privateKey;
    const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
    const point = [x, y].map((part) => Buffer.from(part, 'base64url'));
    this.cosePublicKey = Buffer.concat([
      head(5, 5),
      ...[1, 2, 3, -7, -1, 1].map(int),
      ...point.flatMap((part, at) => [int(-2 - at), bytes(part)]),
    ]);
  }

  /** Answers `navigator.credentials.create`. */
  create(options: { challenge: string; rp: { id: string } }): Record<string, unknown> {
    const length = Buffer.from([this.id.length >> 8, this.id.length & 255]);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.cosePublicKey]);
    const authData = Buffer.concat([this.authData(options.rp.id, verifiedUser | withCredential), credential]);
    const attestation = [
      head(5, 3),
      text('fmt'),
      text('none'),
      text('attStmt'),
      head(5, 0),
      text('authData'),
      bytes(authData),
    ];
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', options.challenge),
      attestationObject: Buffer.concat(attestation).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers `navigator.credentials.get`. */
  get(options: { challenge: string; rpId: string }): Record<string, unknown> {
    this.counter += 1;
    const authData = this.authData(options.rpId, verifiedUser);
    const clientDataJSON = this.clientData('webauthn.get', options.challenge);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return this.answer({
      clientDataJSON,
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.privateKey).toString('base64url'),
    });
  }

  private answer(response: Record<string, unknown>): Record<string, unknown> {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
  }

  private authData(rpId: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter]);
  }

  private clientData(type: string, challenge: string): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false })).toString(
      'base64url',
    );
  }
}
