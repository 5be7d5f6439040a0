import { Chance } from './chance.js';
import { endOfDayAfter, hoursAfter, momentBefore, nextBatch } from './office-time.js';

const at = (text: string): Date => new Date(`${text}+08:00`);

describe('office time', () => {
  it('counts days back on the county’s calendar', () => {
    expect(momentBefore(at('2026-11-22T07:00:00'), { daysAgo: 2, time: '21:30' })).toEqual(at('2026-11-20T21:30:00'));
    expect(momentBefore(new Date('2026-11-21T23:00:00Z'), { daysAgo: 0, time: '09:00' })).toEqual(
      at('2026-11-22T09:00:00'),
    );
  });

  it('moves what falls into the evening or the night to the next morning', () => {
    expect(hoursAfter(at('2026-11-20T10:00:00'), 2)).toEqual(at('2026-11-20T12:00:00'));
    expect(hoursAfter(at('2026-11-20T16:00:00'), 4)).toEqual(at('2026-11-21T08:30:00'));
    expect(hoursAfter(at('2026-11-20T16:00:00'), 12.25)).toEqual(at('2026-11-21T08:45:00'));
  });

  it('registers in batches every other afternoon, always later than asked', () => {
    const first = nextBatch(at('2026-11-20T15:00:00'));
    expect(first > at('2026-11-20T15:00:00')).toBe(true);
    expect(nextBatch(first).getTime() - first.getTime()).toBe(2 * 86_400_000);
  });

  it('ends a term with its last second', () => {
    expect(endOfDayAfter(at('2026-11-20T10:00:00'), 12)).toEqual(at('2026-12-02T23:59:59'));
  });
});

describe('chance', () => {
  it('falls the same way for the same seed, and evenly', () => {
    const draws = (seed: string): number[] => {
      const chance = new Chance(seed);
      return Array.from({ length: 2_000 }, () => chance.between(0, 1));
    };
    expect(draws('a')).toEqual(draws('a'));
    expect(draws('a')).not.toEqual(draws('b'));
    const mean = draws('a').reduce((sum, one) => sum + one, 0) / 2_000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
  });

  it('weighs names', () => {
    const chance = new Chance('weights');
    const drawn = Array.from({ length: 1_000 }, () => chance.weighed({ often: 9, seldom: 1 }));
    expect(drawn.filter((name) => name === 'often').length).toBeGreaterThan(850);
    expect(new Set(drawn)).toEqual(new Set(['often', 'seldom']));
  });
});
