import { enrolmentOf, stepOfCode } from './totp.js';

/** RFC 6238, appendix B, SHA-1: seconds and the last six of the eight digits. */
const vectors = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;
const secret = Buffer.from('12345678901234567890');

describe('time-based codes', () => {
  it.each(vectors)('at %d s the code is %s', (seconds, code) => {
    const step = Math.floor(seconds / 30);
    expect(stepOfCode(secret, code, step)).toBe(step);
  });

  it('are taken one step before and after, and no further', () => {
    const step = Math.floor(1_234_567_890 / 30);
    expect(stepOfCode(secret, '005924', step + 1)).toBe(step);
    expect(stepOfCode(secret, '005924', step - 1)).toBe(step);
    expect(stepOfCode(secret, '005924', step + 2)).toBeUndefined();
    expect(stepOfCode(secret, '005924', step - 2)).toBeUndefined();
  });

  it('are enrolled by an address for the QR code and a key to be typed', () => {
    const { address, key } = enrolmentOf(secret, 'chengyuan', '督查 兰阳县');
    expect(new URL(address).protocol).toBe('otpauth:');
    expect(new URL(address).searchParams.get('issuer')).toBe('督查 兰阳县');
    expect(new URL(address).searchParams.get('secret')).toBe(key.replace(/ /g, ''));
    expect(key).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  });
});
