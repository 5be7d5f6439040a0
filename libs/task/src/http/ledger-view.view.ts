import { ApiProperty } from '@nestjs/swagger';
import type { Density, LedgerSort, ViewedList } from '../domain/ledger-shape.js';
import { PersonRef } from './brief.view.js';

/** How a view shows its list. */
export class ViewSettings {
  /** Filters by the names of the list's query. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  filters: Record<string, unknown>;
  /** Shown columns in their order; null: all. */
  columns: string[] | null;
  sort: LedgerSort;
  group: string | null;
  density: Density;
}

/** A saved view of the ledger or of the matters. */
export class LedgerView {
  id: string;
  list: ViewedList;
  version: number;
  name: string;
  owner: PersonRef;
  /** Mine: only then it can be changed or removed. */
  own: boolean;
  shared: boolean;
  /** The list opens with it, for me. */
  first: boolean;
  settings: ViewSettings;
}
