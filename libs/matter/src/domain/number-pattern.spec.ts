import fc from 'fast-check';
import { patternFault, readPattern, sameNumbers, writtenNumber } from './number-pattern.js';
import { allSeries, defaultPatternOf } from './matter-number.js';

describe('patterns of numbers', () => {
  it('write the number of the county', () => {
    expect(writtenNumber(readPattern('兰督批〔{year}〕{n}号', 2026), 12)).toBe('兰督批〔2026〕12号');
    expect(writtenNumber(readPattern('督批〔{year}〕{n:5}号', 2026), 12)).toBe('督批〔2026〕00012号');
    expect(writtenNumber(readPattern('督批〔{year}〕{n:2}', 2026), 1234)).toBe('督批〔2026〕1234');
  });

  it.each([
    ['兰督批{n}号', 'yearOnce'],
    ['兰督批{year}{year}{n}号', 'yearOnce'],
    ['兰督批〔{year}〕号', 'numberOnce'],
    ['兰督批〔{year}〕{n}-{n}', 'numberOnce'],
    ['兰督批{n}〔{year}〕', 'numberLast'],
    [`${'长'.repeat(31)}{year}{n}`, 'tooLong'],
    ['兰{kind}〔{year}〕{n}号', 'badCharacter'],
    ['兰{n:9}〔{year}〕{n}号', 'badCharacter'],
    ['兰督\n批〔{year}〕{n}号', 'badCharacter'],
    ['{year}-{n}', 'noPrefix'],
    ['', 'yearOnce'],
  ])('refuses %j: %s', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });

  it('gives every series a sound pattern, and no two the same numbers', () => {
    const patterns = allSeries.map(defaultPatternOf);
    expect(patterns.map(patternFault)).toEqual(patterns.map(() => undefined));
    const clashes = patterns.filter((one, at) =>
      patterns.some((other, place) => place < at && sameNumbers(one, other)),
    );
    expect(clashes).toEqual([]);
    expect(sameNumbers('督〔{year}〕{n}号', '督〔{year}〕{n:4}号')).toBe(true);
  });

  it('never writes one number for two places of a series', () => {
    const digits = fc.integer({ min: 1, max: 6 });
    const n = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(digits, n, n, (many, one, other) => {
        const pattern = readPattern(`督〔{year}〕{n:${many}}号`, 2026);
        return (writtenNumber(pattern, one) === writtenNumber(pattern, other)) === (one === other);
      }),
    );
  });
});
