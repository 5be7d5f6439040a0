import fc from 'fast-check';
import { type ListedPlan, type ListFacts, offencesAgainstLists } from './township-lists.js';

const facts: ListFacts = {
  townships: new Map([
    ['town', '青山镇'],
    ['street', '城关街道'],
  ]),
  listed: new Map([
    ['执法/违建', { item: '执法', list: 'withdrawn' }],
    ['水利/灌溉', { item: '水利/灌溉', list: 'assisting' }],
  ]),
  decided: new Map([
    ['task', ['town']],
    ['matter', ['street']],
  ]),
};
const plan: ListedPlan = {
  category: '执法/违建',
  leadUnitId: 'water',
  assistUnitIds: [],
  parentId: null,
  matterId: null,
};
const offences = (changes: Partial<ListedPlan>) =>
  offencesAgainstLists({ ...plan, ...changes }, facts).map(({ unit, duty, path, list }) => [unit, duty, path, list]);

describe('the township duty lists', () => {
  it('keep a withdrawn item from every township, and an assisting one from its lead alone', () => {
    expect(offences({ leadUnitId: 'town', assistUnitIds: ['city', 'street'] })).toEqual([
      ['青山镇', 'lead', 'leadUnitId', 'withdrawn'],
      ['城关街道', 'assist', 'assistUnitIds[1]', 'withdrawn'],
    ]);
    expect(offences({ category: '水利/灌溉', leadUnitId: 'town', assistUnitIds: ['street'] })).toEqual([
      ['青山镇', 'lead', 'leadUnitId', 'assisting'],
    ]);
    expect(offences({ category: '水利/灌溉', assistUnitIds: ['town', 'street'] })).toEqual([]);
  });

  it('bind nobody else, and nothing that stands on no such list', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('water', 'city', null),
        fc.array(fc.constantFrom('police', 'land')),
        (leadUnitId, assistUnitIds) => {
          expect(offences({ leadUnitId, assistUnitIds })).toEqual([]);
        },
      ),
    );
    expect(offences({ category: '民政', leadUnitId: 'town' })).toEqual([]);
    expect(offences({ category: null, leadUnitId: 'town' })).toEqual([]);
  });

  it('yield to a principal who named the unit on the task, its parent or its matter, and to nobody who named another', () => {
    const asked = { leadUnitId: 'town', assistUnitIds: ['street'] };
    expect(offences({ ...asked, taskId: 'task' }).map(([unit]) => unit)).toEqual(['城关街道']);
    expect(offences({ ...asked, parentId: 'task' }).map(([unit]) => unit)).toEqual(['城关街道']);
    expect(offences({ ...asked, taskId: 'task', matterId: 'matter' })).toEqual([]);
    expect(offences({ ...asked, taskId: 'other' })).toHaveLength(2);
  });
});
