import { ApiProperty } from '@nestjs/swagger';
import type { Density, Grouping, LedgerColumn, LedgerSort } from '../domain/ledger-shape.js';
import { PersonRef } from './brief.view.js';

/** How a view shows the ledger. */
export class ViewSettings {
  /** Filters by the names of the ledger's query. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  filters: Record<string, unknown>;
  /** Shown columns in their order; null: all. */
  columns: LedgerColumn[] | null;
  sort: LedgerSort;
  group: Grouping | null;
  density: Density;
}

/** A saved view of the ledger. */
export class LedgerView {
  id: string;
  version: number;
  name: string;
  owner: PersonRef;
  /** Mine: only then it can be changed or removed. */
  own: boolean;
  shared: boolean;
  /** The ledger opens with it, for me. */
  first: boolean;
  settings: ViewSettings;
}
