import { planPeople } from './people-plan.js';
import type { KnownPerson, PersonLine, PostRules } from './person-line.js';
import { isMasked, isSamePhone, maskedPhone } from './phone.js';
import { UnitDirectory } from './unit-directory.js';

const units = new UnitDirectory([
  {
    id: 'w',
    name: '县水利局',
    shortName: '水利局',
    kind: 'department',
    parentId: null,
    sort: 0,
    divisionCode: null,
    ended: false,
  },
]);
const held = new Date('2020-01-01T01:00:00Z');
const someone: KnownPerson = {
  ...{ id: 'p', name: '赵敏', phone: '13800001111', logins: ['zhao'], asked: [] },
  posts: [{ id: 'o', unitId: 'w', role: 'unit_staff', title: '科员', from: held, to: null, homeUnitId: null }],
};
const line = (row: number, more: Partial<PersonLine> = {}): PersonLine => ({
  ...{ row, key: null, login: null, name: '赵敏', phone: null, unit: '县水利局', role: 'unit_staff', title: '科员' },
  ...{ from: null, to: null, homeUnit: null, serves: null },
  ...more,
});
const rules: PostRules = {
  now: new Date('2026-06-01T00:00:00Z'),
  isPrivileged: (role) => role === 'bureau_officer',
  isAdministrator: () => false,
  mayGive: () => true,
  importer: { personId: 'x', isUnitHead: false },
};
const plan = (lines: PersonLine[], by = rules) => planPeople(lines, { people: [someone], units }, by);
const effects = (...lines: PersonLine[]): string[] => plan(lines).effects.map(({ effect }) => effect);
const bad = (...lines: PersonLine[]): string[] =>
  plan(lines).bad.map(({ row, field, code }) => `${row} ${field} ${code}`);

describe('a plan of people', () => {
  it('finds a person by id, by account, by name and number, by name and unit', () => {
    expect(effects(line(2, { key: 'p', unit: null, role: null, title: null }))).toEqual(['same']);
    expect(effects(line(2, { login: 'zhao' }))).toEqual(['same']);
    expect(effects(line(2, { phone: '138-0000-1111' }))).toEqual(['same']);
    expect(effects(line(2))).toEqual(['same']);
    expect(effects(line(2, { phone: '13999999999' }))).toEqual(['added']);
    expect(bad(line(2, { login: 'zhao', name: '钱工' }))).toEqual(['2 login loginTaken']);
    expect(bad(line(2, { key: 'p', name: '钱工' }))).toEqual(['2 name otherName']);
    expect(bad(line(2, { login: 'other' }))).toEqual(['2 login doublePerson']);
  });

  it('takes a day for any instant of it, and another start for an overlap', () => {
    expect(effects(line(2, { from: new Date('2019-12-31T16:00:00Z') }))).toEqual(['same']);
    expect(bad(line(2, { from: new Date('2020-02-01T16:00:00Z') }))).toEqual(['2 from postOverlaps']);
  });

  it('asks for a privileged post once, and gives it where nobody else need be asked', () => {
    const wanted = line(2, { role: 'bureau_officer', title: '督查员' });
    expect(plan([wanted]).ask).toHaveLength(1);
    expect(plan([wanted], { ...rules, importer: null })).toMatchObject({ ask: [], give: [{ role: 'bureau_officer' }] });
    const waiting = { ...someone, asked: [{ role: 'bureau_officer', unitId: 'w' }] };
    expect(planPeople([wanted], { people: [waiting], units }, rules).effects[0]?.effect).toBe('same');
  });

  it('knows a masked number again and takes none for a new person', () => {
    expect(maskedPhone('13800001111')).toBe('138******11');
    expect([isMasked('138******11'), isMasked('13800001111')]).toEqual([true, false]);
    expect([isSamePhone('138******11', '13800001111'), isSamePhone('138******12', '13800001111')]).toEqual([
      true,
      false,
    ]);
    expect(effects(line(2, { login: 'zhao', phone: '138******11' }))).toEqual(['same']);
    expect(bad(line(2, { login: 'zhao', phone: '139******11' }))).toEqual(['2 phone maskedPhone']);
    expect(bad(line(2, { name: '新人', phone: '138******11' }))).toEqual(['2 phone maskedPhone']);
  });
});
