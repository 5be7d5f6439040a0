/**
 * The first number that a pattern would write in a year, e.g. `兰督批〔2027〕00001号`.
 * @returns null while the pattern names not exactly one year and one number; the server has the last word
 */
export function preview(pattern: string, year: number): string | null {
  const numbers = [...pattern.matchAll(/\{n(?::([1-6]))?\}/g)];
  if (numbers.length !== 1 || pattern.split('{year}').length !== 2) return null;
  const digits = Number(numbers[0]?.[1] ?? '1');
  return pattern.replace('{year}', String(year)).replace(/\{n(?::[1-6])?\}/, '1'.padStart(digits, '0'));
}
