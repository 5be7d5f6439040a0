/** What kinds of units a county has. */
export const unitKinds = [
  'county',
  'party_committee',
  'government',
  'congress',
  'cppcc',
  'party_organ',
  'office',
  'bureau',
  'department',
  'division',
  'town',
  'township',
  'street',
  'farm',
  'institute',
  'enterprise',
  'village',
] as const;

/** One of them. */
export type UnitKind = (typeof unitKinds)[number];
