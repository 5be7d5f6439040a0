/** Numbers that name one person: a citizen's id, a mobile telephone, a bank card. */
export type PersonalNumber = 'citizen_id' | 'mobile' | 'bank_card';

/** A number where it stands in a text. */
export interface FoundNumber {
  readonly kind: PersonalNumber;
  readonly original: string;
  readonly masked: string;
  readonly start: number;
}

const d = '[0-9０-９]';
const gap = '[ \\u00a0\\u3000\\-‐‑‒–—－_.．·]?';
/** Ids and digests of the system are looked over: their digits mean nobody. */
const machine = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32,}';
const mobile = `(?:(?:[+＋]|00)?86${gap})?[1１][3-9３-９]${d}${gap}${d}{4}${gap}${d}{4}(?!${d})`;
const citizenId = `[1-9１-９]${d}{5}${gap}${d}{4}${gap}${d}{4}${gap}${d}{3}[0-9０-９XxＸｘ](?!${d})`;
const bankCard = `[3-69３-６９]${d}{3}${gap}${d}{4}${gap}${d}{4}${gap}${d}{4}(?:${gap}${d}{1,3})?(?!${d})`;
const numbers = new RegExp(
  `(?<machine>${machine})|(?<!${d})(?:(?<citizenId>${citizenId})|(?<bankCard>${bankCard})|(?<mobile>${mobile}))`,
  'gu',
);
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Digits of the shortest of these numbers. */
const fewest = 11;

/**
 * The personal numbers of a text, in order: ids of 18 places whose check digit is right (GB 11643), mobile numbers with or
 * without +86, bank cards of 16 to 19 places that pass Luhn (ISO/IEC 7812). Full-width digits and the usual gaps between
 * groups are looked through. Numbers of offices on fixed lines, intake numbers, dates and amounts are none.
 */
export function personalNumbers(text: string): FoundNumber[] {
  if (!mayHold(text)) return [];
  return [...text.matchAll(numbers)].flatMap((match): FoundNumber[] => {
    const original = match[0];
    const plain = original.normalize('NFKC').replace(/[^0-9Xx+]/gu, '');
    const kind = kindOf(match.groups ?? {}, plain);
    return kind === undefined ? [] : [{ kind, original, masked: maskOf(kind, plain), start: match.index }];
  });
}

/** Whether so many digits stand close together, at most one other sign between two; every answer's every text is asked. */
function mayHold(text: string): boolean {
  if (text.length < fewest || (text.length === 36 && uuid.test(text))) return false;
  let digits = 0;
  let parted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (isDigit(text.charCodeAt(at))) {
      digits += 1;
      if (digits === fewest) return true;
      parted = false;
    } else if (parted) digits = 0;
    else parted = true;
  }
  return false;
}

const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);

function kindOf(groups: Readonly<Record<string, string | undefined>>, plain: string): PersonalNumber | undefined {
  if (groups['mobile'] !== undefined) return 'mobile';
  if (groups['citizenId'] !== undefined && hasCheckDigit(plain)) return 'citizen_id';
  const digits = groups['bankCard'] ?? groups['citizenId'];
  return digits !== undefined && /^[3-69]\d+$/u.test(plain) && passesLuhn(plain) ? 'bank_card' : undefined;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

function hasCheckDigit(id: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return '10X98765432'[sum % 11] === id.at(-1)?.toUpperCase();
}

function passesLuhn(card: string): boolean {
  const sum = [...card].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function maskOf(kind: PersonalNumber, plain: string): string {
  const digits = kind === 'mobile' ? plain.slice(-11) : plain;
  const shown = kind === 'bank_card' ? 4 : 3;
  const tail = kind === 'citizen_id' ? 2 : 4;
  return `${digits.slice(0, shown)}${'*'.repeat(digits.length - shown - tail)}${digits.slice(-tail)}`;
}

/** The text with every personal number masked: `138****1234`, `410*************12`, `6222********7890`. Masking twice changes nothing. */
export function maskedNumbers(text: string): string {
  return replaced(text, personalNumbers(text), ({ masked }) => masked);
}

/** Whether there is anything to mask. */
export const holdsNumbers = (text: string): boolean => personalNumbers(text).length > 0;

/**
 * An edited text with the numbers that its editor saw masked put back: whoever corrects a word in a masked text does not
 * lose the number. Two numbers that look alike when masked keep their order.
 */
export function withOriginals(edited: string, stored: string): string {
  const waiting = new Map<string, string[]>();
  for (const { masked, original } of personalNumbers(stored))
    waiting.set(masked, [...(waiting.get(masked) ?? []), original]);
  if (waiting.size === 0) return edited;
  const shapes = [...waiting.keys()].map((shape) => shape.replaceAll('*', '\\*'));
  return edited.replaceAll(new RegExp(`(?<![0-9*])(?:${shapes.join('|')})(?![0-9*])`, 'gu'), (shape) => {
    const originals = waiting.get(shape) ?? [];
    return (originals.length > 1 ? originals.shift() : originals[0]) ?? shape;
  });
}

/**
 * A value as it may leave the house: every text in it masked, at any depth. Dates, buffers and streams pass as they are,
 * and so does the very same object when nothing in it is personal.
 */
export function maskedValue(value: unknown): unknown {
  if (typeof value === 'string') return maskedNumbers(value);
  if (Array.isArray(value)) {
    const items = value.map(maskedValue);
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  if (!isRecord(value)) return value;
  const changed: [string, unknown][] = [];
  for (const [name, part] of Object.entries(value)) {
    const masked = maskedValue(part);
    if (masked !== part) changed.push([name, masked]);
  }
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}

/** Views and plain objects; not what has an inner life of its own. */
const isRecord = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Date) &&
  !ArrayBuffer.isView(value) &&
  !('pipe' in value) &&
  !('getStream' in value);

function replaced(text: string, found: readonly FoundNumber[], by: (one: FoundNumber) => string): string {
  let written = '';
  let end = 0;
  for (const one of found) {
    written += text.slice(end, one.start) + by(one);
    end = one.start + one.original.length;
  }
  return end === 0 ? text : written + text.slice(end);
}
