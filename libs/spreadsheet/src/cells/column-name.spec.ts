import fc from 'fast-check';
import { columnName, columnOf } from './column-name.js';

describe('column names', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('%i is %s', (column, name) => {
    expect(columnName(column)).toBe(name);
    expect(columnOf(`${name}12`)).toBe(column);
  });

  test('a reference reads back whatever the column', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => columnOf(columnName(column)) === column));
  });

  test('a reference without letters has no column', () => {
    expect(columnOf('12')).toBe(0);
  });
});
