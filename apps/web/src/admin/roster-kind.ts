/** What a sheet of the registers holds. */
export type RosterKind = 'units' | 'people' | 'sites' | 'postings';

/** The title of its dialog. */
export const importTitle = {
  units: 'roster.importUnits',
  people: 'roster.importPeople',
  sites: 'roster.importSites',
  postings: 'roster.importPostings',
} as const satisfies Record<RosterKind, string>;
