import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { z } from '../api/shape';

hashes.sha512 = (message) => Uint8Array.from(sha512(message));

/** What a genuine code says. Days are `YYYY-MM-DD`, both included. */
export interface CodeFacts {
  county: string;
  number: string;
  name: string;
  type: string;
  fromOn: string;
  toOn: string;
  code: string;
}

/** A public key of the county. */
export interface CodeKey {
  id: string;
  publicKey: string;
}

const bytesOf = (base64url: string): Uint8Array => {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
};

/** Verifies a token in this browser; null when no key of the county made it. Written apart from the server's own code. */
export function factsOf(token: string, keys: readonly CodeKey[]): CodeFacts | null {
  const [part = '', signature = ''] = token.split('.');
  try {
    const said = z.record(JSON.parse(new TextDecoder().decode(bytesOf(part))));
    const key = keys.find(({ id }) => id === said.keyId);
    if (!key || !verify(bytesOf(signature), new TextEncoder().encode(part), bytesOf(key.publicKey))) return null;
    const text = (field: keyof CodeFacts): string => z.text(said[field]);
    return {
      county: text('county'),
      number: text('number'),
      name: text('name'),
      type: text('type'),
      fromOn: text('fromOn'),
      toOn: text('toOn'),
      code: text('code'),
    };
  } catch {
    return null;
  }
}

const kept = 'ducha.code-keys';

/** Keys that a former visit kept, for a place without connection. */
export function keptKeys(): CodeKey[] {
  try {
    const rows: unknown = JSON.parse(localStorage.getItem(kept) ?? '[]');
    return z.list(rows).map((row) => {
      const { id, publicKey } = z.record(row);
      return { id: z.text(id), publicKey: z.text(publicKey) };
    });
  } catch {
    return [];
  }
}

/** Keeps them. */
export function keepKeys(keys: readonly CodeKey[]): void {
  try {
    localStorage.setItem(kept, JSON.stringify(keys));
  } catch {
    // a browser that keeps nothing verifies while it is online
  }
}
