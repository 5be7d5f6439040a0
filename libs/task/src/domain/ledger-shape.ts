/** Lists of which views are kept: the ledger of tasks, and the matters. */
export const viewedLists = ['ledger', 'matters'] as const;
/** One of `viewedLists`. */
export type ViewedList = (typeof viewedLists)[number];

/** What the ledger can be grouped by. `category`: its first part. */
export const groupings = ['state', 'lead_unit', 'officer', 'kind', 'category', 'lead_leader'] as const;
/** One of `groupings`. */
export type Grouping = (typeof groupings)[number];

/** The ledger's columns in the order counties print them. */
export const ledgerColumns = [
  'seq',
  'number',
  'dispatchedAt',
  'source',
  'title',
  'principal',
  'leadLeader',
  'lead',
  'assist',
  'responsible',
  'due',
  'progress',
  'problem',
  'nextStep',
  'completion',
] as const;
/** One of `ledgerColumns`. */
export type LedgerColumn = (typeof ledgerColumns)[number];

/** How close the ledger's rows stand. */
export const densities = ['comfortable', 'compact'] as const;
/** One of `densities`. */
export type Density = (typeof densities)[number];

/** Orders of the ledger. */
export const ledgerSorts = ['recent', 'due'] as const;
/** One of `ledgerSorts`. */
export type LedgerSort = (typeof ledgerSorts)[number];
