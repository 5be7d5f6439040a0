import type { ReactNode } from 'react';
import type { Query } from '../../api/client';
import type { lists } from '../../api/lists';
import type { ExportRequest, LedgerView } from '../../api/types';

/** What of an address changes. */
export type ListPart = Record<string, string | boolean | undefined>;

/** Anything that an address may say. */
export type RawSearch = Record<string, unknown>;

/** How a list looks, in the address beside its filters. */
export interface ListShape {
  sort?: string;
  group?: string;
  density?: 'compact';
  /** Shown columns in their order, with commas between; all when absent. */
  columns?: string;
  /** The saved view that was chosen; `all`: none, also where another opens first. */
  view?: string;
}

/** One filter that is set, said in words. */
export interface FilterChip {
  name: string;
  words: string;
}

/** A list that people live in: the ledger of tasks, or the matters. Here is what differs between them. */
export interface ListKind {
  name: LedgerView['list'];
  /** Where its views are saved and changed. */
  savedAt: '/ledger-views' | '/matter-views';
  /** Whether it has more than one order. */
  isSorted: boolean;
  columns: readonly string[];
  groupings: readonly string[];
  /** The filter to which a group narrows the list, by grouping. */
  filterOf: Readonly<Record<string, string>>;
  groups: typeof lists.taskGroups | typeof lists.matterGroups;
  exports: ListExporting;
  /** Reads an address: what it does not know is left out. */
  read: (raw: RawSearch) => ListShape;
  words: ListWords;
}

/** How a list leaves the house. */
interface ListExporting {
  register: ExportRequest['register'];
  act: string;
  /** The file that one person takes alone. */
  path: string;
}

/** What a list calls things. */
interface ListWords {
  /** The list without any filter. */
  plain: () => string;
  /** So many rows, or more than so many. */
  counted: (count: number, capped: boolean) => string;
  column: (key: string) => string;
  grouping: (key: string) => string;
  /** The code of a group that has no name of its own. */
  group: (grouping: string, key: string) => string;
}

/** A list as it is open on a page. */
export interface OpenList {
  kind: ListKind;
  /** The whole address. */
  search: ListShape;
  shape: ListShape;
  /** The part of the address that narrows the list, as the API takes it. */
  filters: Query;
  /** The address says nothing at all. */
  bare: boolean;
  /** The filters in words, in the order of a sentence. */
  chips: FilterChip[];
  /** The field by which a chip is altered; null: it can only be taken away. */
  fieldOf: (name: string) => ReactNode;
  /** Changes a part of the address. */
  change: (part: RawSearch) => void;
  /** Opens another address of the same list. */
  open: (raw: RawSearch) => void;
}
