import type { KnownUnit } from './unit-directory.js';
import { planUnits, type UnitLine } from './unit-plan.js';

const known = (id: string, name: string, parentId: string | null, more: Partial<KnownUnit> = {}): KnownUnit => ({
  ...{ id, name, shortName: name, kind: 'department', parentId, sort: 0, divisionCode: null, ended: false },
  ...more,
});
const line = (row: number, name: string, parent: string | null, more: Partial<UnitLine> = {}): UnitLine => ({
  ...{ row, name, parent, shortName: null, kind: 'department', sort: null, divisionCode: null, from: null },
  ...more,
});
const county = [known('c', '县', null, { kind: 'county' }), known('a', '甲局', 'c'), known('b', '乙股', 'a')];
const bad = (...lines: UnitLine[]): string[] =>
  planUnits(lines, county).bad.map(({ row, field, code }) => `${row} ${field} ${code}`);

describe('a plan of units', () => {
  it('founds parents before their children, whatever the order of the rows', () => {
    const { found } = planUnits([line(2, '丙', '丁'), line(3, '丁', '戊'), line(4, '戊', '县')], county);
    expect(found.map(({ name, above }) => [name, above])).toEqual([
      ['戊', { id: 'c' }],
      ['丁', { row: 4 }],
      ['丙', { row: 3 }],
    ]);
  });

  it('moves from the top down, also where two swap places', () => {
    const { change, bad: refused } = planUnits([line(2, '甲局', '乙股'), line(3, '乙股', '县')], county);
    expect(refused).toEqual([]);
    expect(change.map(({ id, above }) => [id, above])).toEqual([
      ['b', { id: 'c' }],
      ['a', { id: 'b' }],
    ]);
  });

  it('takes blank cells for what is, and width and spaces for no difference', () => {
    const same = planUnits([line(2, ' 甲 局', null, { kind: null }), line(3, '乙股', '甲局')], county);
    expect([same.found, same.change, same.bad]).toEqual([[], [], []]);
    expect(same.effects.map(({ effect }) => effect)).toEqual(['same', 'same']);
  });

  it('finds every circle, within the sheet and through the county', () => {
    expect(bad(line(2, '甲局', '乙股'))).toEqual(['2 parent circularTree']);
    expect(bad(line(2, '丙', '丁'), line(3, '丁', '丙'))).toEqual(['2 parent circularTree', '3 parent circularTree']);
    expect(bad(line(2, '丙', '丙'))).toEqual(['2 parent underItself']);
  });

  it('knows one county and tells what is ambiguous', () => {
    expect(bad(line(2, '另一县', null))).toEqual(['2 parent secondRoot']);
    expect(bad(line(2, '县', '甲局'))).toEqual(['2 parent rootStays']);
    expect(planUnits([line(2, '新县', null), line(3, '旧县', null)], []).bad).toEqual([
      { row: 3, field: 'parent', code: 'secondRoot' },
    ]);
    const twins = [...county, known('d', '东村', 'a'), known('e', '东村', 'b')];
    expect(planUnits([line(2, '东村', '县'), line(3, '西村', '东村')], twins).bad).toEqual([
      { row: 2, field: 'name', code: 'ambiguousUnit' },
    ]);
  });
});
