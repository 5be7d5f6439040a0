import type { KeyboardEvent } from 'react';
import { gridKeys } from './keys';

/** A grid of so many rows; what its keys did. */
function gridOf(count: number, start = 0, letters?: string) {
  const rows = Array.from({ length: count }, (_, at) => `row${at}`);
  const grid = { active: start, chosen: new Set<string>() as ReadonlySet<string>, revealed: -1, said: [] as string[] };
  const press = (key: string, changes: object = {}): boolean => {
    let prevented = false;
    const target = {};
    const event = { key, target, currentTarget: target, preventDefault: () => (prevented = true), ...changes };
    const onLetter = (one: KeyboardEvent, row: string) => {
      const isOurs = letters?.includes(one.key) === true;
      if (isOurs) grid.said.push(`${one.key} ${row}`);
      return isOurs;
    };
    gridKeys({
      rows,
      ...{ idOf: (row: string) => row, active: grid.active, setActive: (at: number) => (grid.active = at) },
      onOpen: (row) => grid.said.push(`open ${row}`),
      choice: { chosen: grid.chosen, change: (chosen) => (grid.chosen = chosen) },
      reveal: (at) => (grid.revealed = at),
      ...(letters !== undefined && { onLetter }),
      // boundary: of the event the grid reads only these
    })(event as unknown as KeyboardEvent);
    return prevented;
  };
  return { grid, press };
}

describe('the keyboard of a grid', () => {
  it('moves row by row, page by page and to both ends of 100,000 rows, and never beyond', () => {
    const { grid, press } = gridOf(100_000);
    const at = (key: string): number => (press(key), grid.active);
    expect(['j', 'ArrowDown', 'k', 'ArrowUp', 'ArrowUp'].map(at)).toEqual([1, 2, 1, 0, 0]);
    expect(['PageDown', 'PageDown', 'PageUp', 'End', 'j', 'PageDown', 'k', 'Home', 'PageUp'].map(at)).toEqual([
      ...[10, 20, 10, 99_999, 99_999, 99_999, 99_998, 0, 0],
    ]);
    expect(grid.revealed).toBe(0);
  });

  it('opens and chooses the active row; x chooses where the page has no letters', () => {
    const { grid, press } = gridOf(3, 1);
    expect([press('Enter'), press(' '), [...grid.chosen]]).toEqual([true, true, ['row1']]);
    press('x');
    expect([...grid.chosen]).toEqual([]);
    expect(press('b')).toBe(false);
  });

  it('gives a page its own letters, x among them; Space still chooses', () => {
    const { grid, press } = gridOf(3, 2, 'afx');
    for (const key of ['a', 'f', 'x', ' ']) expect(press(key)).toBe(true);
    expect([grid.said, [...grid.chosen]]).toEqual([['a row2', 'f row2', 'x row2'], ['row2']]);
    expect(press('z')).toBe(false);
  });

  it('leaves to others what is typed in a row’s own control or held with another key', () => {
    const { grid, press } = gridOf(3, 0, 'a');
    expect([press('j', { currentTarget: {} }), press('a', { ctrlKey: true }), press('j', { altKey: true })]).toEqual([
      ...[false, false, false],
    ]);
    expect([grid.active, grid.said]).toEqual([0, []]);
  });

  it('of an empty grid does nothing', () => {
    const { grid, press } = gridOf(0, 0, 'a');
    for (const key of ['a', ' ', 'Enter', 'End']) press(key);
    expect([grid.said, [...grid.chosen]]).toEqual([[], []]);
  });
});
