/** A pattern that was read: what stands before and behind the running number, and how many digits it has at least. */
export interface NumberPattern {
  readonly prefix: string;
  readonly suffix: string;
  readonly digits: number;
}

/** Why a text is no pattern; permanent words. */
export type PatternFault = 'yearOnce' | 'numberOnce' | 'numberLast' | 'tooLong' | 'badCharacter' | 'noPrefix';

const longestText = 30;
const place = /\{(year|n)(?::([1-6]))?\}/gu;

/** What is wrong with a pattern such as `兰督批〔{year}〕{n}号` or `兰督建〔{year}〕{n:4}号`; undefined when nothing is. */
export function patternFault(pattern: string): PatternFault | undefined {
  const places = [...pattern.matchAll(place)];
  const bare = pattern.replace(place, '');
  if (/[{}\p{C}]|\p{Zl}|\p{Zp}/u.test(bare)) return 'badCharacter';
  if ([...bare].length > longestText) return 'tooLong';
  if (places.filter(([, name]) => name === 'year').length !== 1) return 'yearOnce';
  if (places.filter(([, name]) => name === 'n').length !== 1) return 'numberOnce';
  if (places[1]?.[1] !== 'n') return 'numberLast';
  return /^\s*(\{|$)/u.test(pattern) ? 'noPrefix' : undefined;
}

/** The pattern in a year. Only for texts without a fault. */
export function readPattern(pattern: string, year: number): NumberPattern {
  const [before = '', digits = '1', after = ''] = pattern
    .replace(/\{year\}/u, String(year))
    .split(/\{n(?::([1-6]))?\}/u);
  return { prefix: before, digits: Number(digits), suffix: after };
}

/** One number of a series. */
export const writtenNumber = ({ prefix, suffix, digits }: NumberPattern, n: number): string =>
  `${prefix}${String(n).padStart(digits, '0')}${suffix}`;

/** Whether two patterns could write the same number: they differ in more than the digits. */
export const sameNumbers = (one: string, other: string): boolean => skeleton(one) === skeleton(other);

const skeleton = (pattern: string): string =>
  pattern
    .normalize('NFKC')
    .replace(/\{n:[1-6]\}/u, '{n}')
    .replace(/\s+/gu, '');
