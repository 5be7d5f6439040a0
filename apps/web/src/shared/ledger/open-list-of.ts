import type { Query } from '../../api/client';
import type { ListKind, ListShape, OpenList, RawSearch } from './open-list';

interface Opened<S> {
  kind: Omit<ListKind, 'read'> & { read: (raw: RawSearch) => S };
  search: S;
  filters: Query;
  /** Goes to another address of the list; `replace`: without a step back. */
  go: (next: S, replace: boolean) => void;
}

/** A list as its address says it; what its filters are called comes from the page. */
export function openListOf<S extends ListShape>({
  kind,
  search,
  filters,
  go,
}: Opened<S>): Omit<OpenList, 'chips' | 'fieldOf'> {
  const { sort, group, density, columns, view } = search;
  return {
    kind,
    search,
    shape: { sort, group, density, columns, view },
    filters,
    bare: Object.values({ ...search }).every((value) => value === undefined),
    change: (part) => go(kind.read({ ...search, ...part }), true),
    open: (raw) => go(kind.read(raw), false),
  };
}
