/** What the list of matters can be grouped by. `category`: its first part; `lead_unit`: a matter counts for each of them. */
export const matterGroupings = ['state', 'kind', 'category', 'lead_unit', 'principal'] as const;
/** One of `matterGroupings`. */
export type MatterGrouping = (typeof matterGroupings)[number];

/** The columns of the list of matters, in their usual order. */
export const matterColumns = [
  'seq',
  'intakeNo',
  'kind',
  'title',
  'category',
  'receivedAt',
  'state',
  'number',
  'leadUnits',
  'principal',
  'occurredAt',
  'closedAt',
] as const;
/** One of `matterColumns`. */
export type MatterColumn = (typeof matterColumns)[number];
