import { alphabet } from '../letters.js';

/** What a code says; days are `YYYY-MM-DD`, both included. No object and no person is named: the code is shown to everyone visited. */
export interface CodeFacts {
  readonly keyId: string;
  readonly code: string;
  readonly number: string;
  readonly name: string;
  readonly type: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly standing: boolean;
  readonly county: string;
}

/** A code that people can read out: ten characters without I, L, O and U, in two halves. @param token  random, base64url */
export function codeFrom(token: string): string {
  const bytes = Buffer.from(token, 'base64url');
  const text = [...bytes.subarray(0, 10)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** The code as it is stored, from what somebody typed: small letters, blanks and letters that look like others are taken. */
export function codeTyped(text: string): string {
  const plain = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  return `${plain.slice(0, 5)}-${plain.slice(5)}`;
}

/** The part of a token that is signed: base64url of its JSON, fields in this order. */
export function signedPart({ keyId, code, number, name, type, fromOn, toOn, standing, county }: CodeFacts): string {
  const said = { v: 1, keyId, code, county, number, name, type, fromOn, toOn, standing };
  return Buffer.from(JSON.stringify(said)).toString('base64url');
}

/** What the QR holds behind the page's address: the signed part, a point, the signature of 64 bytes. */
export const tokenOf = (facts: CodeFacts, signature: Buffer): string =>
  `${signedPart(facts)}.${signature.toString('base64url')}`;
