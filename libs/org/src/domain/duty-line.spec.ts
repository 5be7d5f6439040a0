import { faultsOfLine, itemPath, sameLine, type DutyLine } from './duty-line.js';

const kinds: Record<string, string> = { water: 'department', town: 'town', street: 'street', hamlet: 'village' };
const kindOf = (id: string): string | undefined => kinds[id];
const line: DutyLine = {
  category: '农村农业/水利/灌溉',
  leadUnitId: 'water',
  assistUnitIds: ['town'],
  townshipList: 'assisting',
  basis: '县清单第12项',
};
const named = (changes: Partial<DutyLine>) =>
  faultsOfLine({ ...line, ...changes }, kindOf).map(({ name, field, place }) => [name, field, place]);

describe('a line of the duty register', () => {
  it('is sound where the township only assists', () => {
    expect(named({})).toEqual([]);
    expect(named({ townshipList: 'basic', leadUnitId: 'town', assistUnitIds: ['street'] })).toEqual([]);
    expect(named({ townshipList: null, leadUnitId: 'town', assistUnitIds: [] })).toEqual([]);
  });

  it('names no township for what was withdrawn from them, and none as lead of what they only assist in', () => {
    expect(named({ townshipList: 'withdrawn' })).toEqual([['townshipOnWithdrawn', 'assistUnitIds', 0]]);
    expect(named({ townshipList: 'withdrawn', leadUnitId: 'street', assistUnitIds: [] })).toEqual([
      ['townshipOnWithdrawn', 'leadUnitId', null],
    ]);
    expect(named({ leadUnitId: 'street' })).toEqual([['townshipLeadsAssisting', 'leadUnitId', null]]);
  });

  it('names units of today once, and never a village', () => {
    expect(named({ assistUnitIds: ['town', 'nobody', 'hamlet', 'water'] })).toEqual([
      ['unknownUnit', 'assistUnitIds', 1],
      ['unknownUnit', 'assistUnitIds', 2],
      ['repeatedUnit', 'assistUnitIds', 3],
    ]);
  });

  it('is the same whatever the order of its assists', () => {
    expect(sameLine({ ...line, assistUnitIds: ['a', 'b'] }, { ...line, assistUnitIds: ['b', 'a'] })).toBe(true);
    expect(sameLine(line, { ...line, basis: null })).toBe(false);
    expect(sameLine(line, { ...line, townshipList: null })).toBe(false);
    expect(sameLine(line, { ...line, assistUnitIds: [] })).toBe(false);
  });

  it('keeps its item as a path without empty parts', () => {
    expect(itemPath(' 农村农业／水利> 灌溉 /')).toBe('农村农业/水利/灌溉');
    expect(itemPath(' / ')).toBeNull();
  });
});
