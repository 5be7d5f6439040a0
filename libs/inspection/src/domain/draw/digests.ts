/** The two hash functions the draw is built from. The domain is plain: whoever calls brings them. */
export interface Digests {
  readonly sha256: (message: Uint8Array) => Uint8Array;
  readonly hmac: (key: Uint8Array, message: Uint8Array) => Uint8Array;
}

const encoder = new TextEncoder();

/** UTF-8. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Lower case. */
export const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Of an even number of hex digits. */
export const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The order of the UTF-8 bytes, which is that of code points; JavaScript's own order of strings is another beyond U+FFFF. */
export function byBytes(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  for (let i = 0; i < shorter; i += 1) {
    const [left, right] = [one.charCodeAt(i), other.charCodeAt(i)];
    if (left !== right) return rank(left) - rank(right);
  }
  return one.length - other.length;
}

// halves of a pair stand for code points above all others
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** Fields joined by TAB, ended by LF: the form in which everything is hashed. */
export const lineOf = (...fields: readonly (string | number)[]): string => `${fields.join('\t')}\n`;

/** Digest of lines in the order of their bytes. */
export const digestOfLines = (lines: readonly string[], { sha256 }: Digests): string =>
  hexOf(sha256(bytesOf([...lines].sort(byBytes).join(''))));
