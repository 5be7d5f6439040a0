import type { Query } from '../../api/client';
import type { LedgerView, ViewSettings } from '../../api/types';
import { columnsIn, ledgerSearch, type LedgerSearch } from '../../app/search';

/** The part of the address that narrows the ledger, as the API takes it. */
export function filtersOf(search: LedgerSearch): Query {
  const shape = { sort: undefined, group: undefined, density: undefined, columns: undefined, view: undefined };
  return { ...search, ...shape };
}

/** What of the address a view keeps. */
export function settingsOf(search: LedgerSearch): ViewSettings {
  const filters = Object.entries(filtersOf(search)).filter(([, value]) => value !== undefined);
  return {
    filters: Object.fromEntries(filters.map(([name, value]) => [name, String(value)])),
    columns: columnsIn(search.columns),
    sort: search.sort ?? 'recent',
    group: search.group ?? null,
    density: search.density ?? 'comfortable',
  };
}

/** The body of a write: what is not set is left out. */
export function settingsBody(search: LedgerSearch): object {
  const { columns, group, ...rest } = settingsOf(search);
  return { ...rest, ...(columns !== null && { columns }), ...(group !== null && { group }) };
}

/** The address that shows a view. */
export function searchOf({ id, settings }: LedgerView): LedgerSearch {
  const { filters, columns, sort, group, density } = settings;
  const told = Object.entries(filters).map(([name, value]): [string, unknown] => [
    name,
    Array.isArray(value) ? value.join(',') : value,
  ]);
  return ledgerSearch({
    ...Object.fromEntries(told),
    columns: columns?.join(','),
    sort: sort === 'due' ? sort : undefined,
    group: group ?? undefined,
    density: density === 'compact' ? density : undefined,
    view: id,
  });
}

/** Whether the address has moved away from the view it names. */
export function isChanged(search: LedgerSearch, view: LedgerView): boolean {
  return JSON.stringify(settingsOf(search)) !== JSON.stringify(settingsOf(searchOf(view)));
}
