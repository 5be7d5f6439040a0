import type { ReactNode } from 'react';

/** One column of a grid. */
export interface Column<T> {
  key: string;
  title: string;
  /** Width in px. */
  width: number;
  cell: (row: T, at: number) => ReactNode;
}

/** A row's choice for bulk acts. */
export interface Choice {
  chosen: ReadonlySet<string>;
  change: (chosen: ReadonlySet<string>) => void;
}

/** The same set with one member in or out. */
export function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
