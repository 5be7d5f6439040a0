/** What a sheet of the registers holds. */
export type RosterKind = 'units' | 'people';
