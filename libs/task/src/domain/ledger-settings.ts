import type { Density, LedgerSort } from './ledger-shape.js';

/** Filters as they are kept: what a name of a filter means is the list's affair. */
export type KeptFilters = Readonly<Record<string, string | boolean | readonly string[]>>;

/** How a view shows its list. It narrows what its reader may see and never widens it. */
export interface LedgerViewSettings {
  readonly filters: KeptFilters;
  /** Shown columns of the list in their order; null: all. */
  readonly columns: readonly string[] | null;
  readonly sort: LedgerSort;
  /** What the list is grouped by; null: nothing. */
  readonly group: string | null;
  readonly density: Density;
}

/** The same as somebody says it: what is left out is as the plain list has it. */
export type SaidSettings = { readonly [K in keyof Omit<LedgerViewSettings, 'filters'>]?: LedgerViewSettings[K] } & {
  readonly filters?: object;
};

/** A filter as it is kept in the database; what was not said is left out. */
export const keptFilters = (filter: object): KeptFilters =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== null));

/** What is kept of it. */
export const keptSettings = ({ filters, columns, sort, group, density }: SaidSettings): LedgerViewSettings => ({
  filters: keptFilters(filters ?? {}),
  columns: columns ?? null,
  sort: sort ?? 'recent',
  group: group ?? null,
  density: density ?? 'comfortable',
});
