import type { Density, Grouping, LedgerColumn, LedgerSort } from './ledger-shape.js';

/** Filters as they are kept: what a name of a filter means is the list's affair. */
export type KeptFilters = Readonly<Record<string, string | readonly string[]>>;

/** How a view shows the ledger. It narrows what its reader may see and never widens it. */
export interface LedgerViewSettings {
  readonly filters: KeptFilters;
  /** Shown columns in their order; null: all. */
  readonly columns: readonly LedgerColumn[] | null;
  readonly sort: LedgerSort;
  readonly group: Grouping | null;
  readonly density: Density;
}
