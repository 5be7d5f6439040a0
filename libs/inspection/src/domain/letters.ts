/** Digits and letters without I, L, O and U: what is read aloud or from paper is not mistaken (Crockford's base 32). */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes as letters, eight for five bytes. @param bytes  a multiple of five */
export function lettersOf(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

/** What was typed, however it was spaced and whatever was taken for another letter. */
export const plainLetters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.·]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');

/** The bytes of letters; null where one is none. */
export function bytesOfLetters(typed: string): Uint8Array | null {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of plainLetters(typed)) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

/** Letters in groups of four, as they are read aloud and printed. */
export const grouped = (letters: string): string => letters.match(/.{1,4}/g)?.join('-') ?? '';
