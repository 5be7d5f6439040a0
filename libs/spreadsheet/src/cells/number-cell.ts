import type { Cell } from './cell.js';
import type { NumberMeaning } from './number-format.js';
import { fromSerial } from './serial-date.js';

/** Decimal digits of a float without exponent: `4.1e+17` is `410000000000000000`. */
function withoutExponent(shortest: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/u.exec(shortest);
  if (!parts) return shortest;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * A number cell from its stored form.
 * Digits stored as an integer are kept as they stand, however many; anything else becomes the shortest decimal
 * that means the same float (Excel stores 0.1 as `0.10000000000000001`).
 * @returns undefined when the stored form is no number
 */
export function numberCell(stored: string, meaning: NumberMeaning, epoch1904: boolean): Cell | undefined {
  const trimmed = stored.trim();
  const number = Number(trimmed);
  if (trimmed === '' || !Number.isFinite(number)) return undefined;
  const asDate = meaning.kind === 'date' ? fromSerial(number, epoch1904) : undefined;
  if (asDate) return asDate;
  const text = /^-?\d+$/u.test(trimmed) ? trimmed : withoutExponent(String(number).toLowerCase());
  const padded = meaning.kind === 'padded' && /^\d+$/u.test(text) ? text.padStart(meaning.digits, '0') : text;
  return { kind: 'number', text: padded, number };
}
