import { percentOf } from './percent.js';

describe('a share in per cent', () => {
  it.each([
    [45, 120, 37.5],
    [1, 16, 6.3],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 2_000, 0.1],
    [1, 2_001, 0],
    [0, 7, 0],
    [7, 7, 100],
    [1_999, 2_000, 100],
    [100_049_999_999, 1_000_000_000_000, 10],
    [0, 0, null],
  ])('%d of %d is %s', (n, of, percent) => expect(percentOf(n, of)).toBe(percent));
});
