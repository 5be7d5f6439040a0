import { unitsFit } from './dispute-lifecycle.js';

describe('the units of a ruling', () => {
  it('are none when it stays, one when it moves or is swapped, several when it is split', () => {
    expect([unitsFit('stay', [], 'a'), unitsFit('stay', ['b'], 'a')]).toEqual([true, false]);
    expect([unitsFit('move', ['b'], 'a'), unitsFit('move', [], 'a'), unitsFit('move', ['b', 'c'], 'a')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([unitsFit('split', ['b', 'c'], 'a'), unitsFit('split', ['b'], 'a')]).toEqual([true, false]);
  });

  it('never give the share back to who disputed it, but may leave it a part', () => {
    expect([unitsFit('move', ['a'], 'a'), unitsFit('split', ['a', 'b'], 'a')]).toEqual([false, false]);
    expect(unitsFit('split', ['b', 'a'], 'a')).toBe(true);
    expect(unitsFit('split', ['b', 'b'], 'a')).toBe(false);
  });
});
