import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { type CodeFacts, codeFrom, codeTyped, signedPart, tokenOf } from './inspection-code.js';

const facts: CodeFacts = {
  keyId: 'k',
  code: 'ABCDE-12345',
  number: '督查〔2026〕1号',
  name: '人居环境',
  type: 'special',
  fromOn: '2026-11-23',
  toOn: '2026-11-24',
  standing: false,
  county: '试验县',
};

describe('the code of an inspection', () => {
  it('can be read out and typed again', () => {
    const code = codeFrom(Buffer.from([0, 31, 32, 63, 64, 95, 1, 2, 3, 255]).toString('base64url'));
    expect(code).toBe('0Z0Z0-Z123Z');
    expect(codeTyped(' ozoz0 z123z')).toBe('0Z0Z0-Z123Z');
    expect(codeTyped('oiLo0-11111')).toBe('01100-11111');
  });

  it('is one that only the key’s owner can make', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const [part = '', signature = ''] = tokenOf(facts, sign(null, Buffer.from(signedPart(facts)), privateKey)).split(
      '.',
    );
    const holds = (said: string): boolean =>
      verify(null, Buffer.from(said), publicKey, Buffer.from(signature, 'base64url'));
    expect(JSON.parse(Buffer.from(part, 'base64url').toString())).toEqual({ v: 1, ...facts });
    expect(holds(part)).toBe(true);
    expect(holds(signedPart({ ...facts, toOn: '2027-11-24' }))).toBe(false);
  });
});
