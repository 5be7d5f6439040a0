const departments = 44;
const townships = 16;

/** Units of the bench's county: key, kind, key of the unit above. Every department and township has a head and a liaison. */
export const units = [
  { key: 'county', kind: 'county', above: null, name: '量度县' },
  { key: 'bureau', kind: 'bureau', above: 'county', name: '督查局' },
  { key: 'office', kind: 'office', above: 'county', name: '县政府办公室' },
  ...numbered(departments, (n) => ({ key: `department${n}`, kind: 'department', above: 'county', name: `县第${n}局` })),
  ...numbered(townships, (n) => ({ key: `town${n}`, kind: 'town', above: 'county', name: `第${n}乡` })),
];

/** Units that receive work, the busiest first. */
export const doingUnits = units.filter(({ kind }) => kind === 'department' || kind === 'town').map(({ key }) => key);

/** People of the bench's county: key, role, unit. */
export const people = [
  { key: 'principal', role: 'principal', unit: 'county' },
  ...numbered(4, (n) => ({ key: `leader${n}`, role: 'county_leader', unit: 'county' })),
  { key: 'head', role: 'bureau_head', unit: 'bureau' },
  ...numbered(8, (n) => ({ key: `officer${n}`, role: 'bureau_officer', unit: 'bureau' })),
  { key: 'clerk', role: 'bureau_clerk', unit: 'bureau' },
  ...doingUnits.flatMap((unit) => [
    { key: `${unit}-head`, role: 'unit_head', unit },
    { key: `${unit}-liaison`, role: 'unit_liaison', unit },
  ]),
];

/** Whose sessions the bench uses. */
export const signedIn = [
  'principal',
  'leader1',
  'head',
  'officer1',
  'officer2',
  'department1-liaison',
  'department1-head',
  'department20-liaison',
  'town9-liaison',
];

function numbered(count, make) {
  return Array.from({ length: count }, (_, at) => make(at + 1));
}
