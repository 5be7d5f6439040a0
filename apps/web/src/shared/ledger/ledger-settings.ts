import type { LedgerView, ViewSettings } from '../../api/types';
import type { ListKind, ListShape, RawSearch } from './open-list';

const shapes: readonly string[] = ['sort', 'group', 'density', 'columns', 'view'] satisfies (keyof ListShape)[];

/** The part of an address that narrows its list, as the API takes it. */
export function filtersOf<S extends object>(search: S): Omit<S, keyof ListShape> {
  const shape = { sort: undefined, group: undefined, density: undefined, columns: undefined, view: undefined };
  return { ...search, ...shape };
}

/** The columns that an address names, of those that there are; null: all. */
export function columnsAmong<C extends string>(known: readonly C[], named: string | undefined): C[] | null {
  const chosen = [...new Set(named?.split(','))].flatMap((name) => known.find((column) => column === name) ?? []);
  return chosen.length === 0 ? null : chosen;
}

/** What of an address a view keeps. */
export function settingsOf({ columns }: Pick<ListKind, 'columns'>, search: ListShape): ViewSettings {
  const filters = Object.entries<unknown>({ ...search }).filter(
    ([name, value]) => !shapes.includes(name) && value !== undefined,
  );
  return {
    filters: Object.fromEntries(filters.map(([name, value]) => [name, String(value)])),
    columns: columnsAmong(columns, search.columns),
    sort: search.sort === 'due' ? 'due' : 'recent',
    group: search.group ?? null,
    density: search.density ?? 'comfortable',
  };
}

/** The body of a write: what is not set is left out. */
export function settingsBody(kind: ListKind, search: ListShape): object {
  const { columns, group, sort, ...rest } = settingsOf(kind, search);
  return {
    ...rest,
    ...(kind.isSorted && { sort }),
    ...(columns !== null && { columns }),
    ...(group !== null && { group }),
  };
}

/** What an address says that shows a view; its list reads it. */
export function searchOf({ id, settings }: LedgerView): RawSearch {
  const { filters, columns, sort, group, density } = settings;
  const told = Object.entries(filters).map(([name, value]): [string, unknown] => [
    name,
    Array.isArray(value) ? value.join(',') : value,
  ]);
  return {
    ...Object.fromEntries(told),
    columns: columns?.join(','),
    sort: sort === 'due' ? sort : undefined,
    group: group ?? undefined,
    density: density === 'compact' ? density : undefined,
    view: id,
  };
}

/** Whether an address has moved away from the view it names. */
export function isChanged(kind: ListKind, search: ListShape, view: LedgerView): boolean {
  return JSON.stringify(settingsOf(kind, search)) !== JSON.stringify(settingsOf(kind, kind.read(searchOf(view))));
}
