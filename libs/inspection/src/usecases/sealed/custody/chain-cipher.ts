import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { boxed, unboxed } from './boxes.js';

/** DER of an X25519 public key: a fixed head and 32 bytes. */
const spkiBytes = 44;

/** A new pair: the public half stands in the row, the private one in a box. */
export function chainKeys(): { readonly publicKey: Buffer; readonly privateKey: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}

const publicOf = (der: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });

const lockOf = (secret: Buffer, once: Uint8Array, chain: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.concat([once, chain]), 'ducha-sealed-chain/1', 32));

/** Puts a text into a box that only the chain's private key opens: an ephemeral X25519 key, HKDF, AES-256-GCM. */
export function boxedForChain(text: string, chainPublic: Uint8Array, about: string): Buffer {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const once = publicKey.export({ format: 'der', type: 'spki' });
  const secret = diffieHellman({ privateKey, publicKey: publicOf(chainPublic) });
  return Buffer.concat([once, boxed(Buffer.from(text), lockOf(secret, once, chainPublic), about)]);
}

/** What lies in such a box; undefined where it does not open. @param chainPrivate  DER, as `chainKeys` made it */
export function unboxedFromChain(
  box: Uint8Array,
  chainPrivate: Buffer,
  chainPublic: Uint8Array,
  about: string,
): string | undefined {
  const once = box.subarray(0, spkiBytes);
  const privateKey = createPrivateKey({ key: chainPrivate, format: 'der', type: 'pkcs8' });
  const secret = diffieHellman({ privateKey, publicKey: publicOf(once) });
  return unboxed(box.subarray(spkiBytes), lockOf(secret, once, chainPublic), about)?.toString('utf8');
}
