import type { KeptFilters } from '../domain/ledger-settings.js';
import type { LedgerFilter } from './ledger.dto.js';

/** A filter as it is kept in the database; what was not said is left out. */
export const keptFilters = (filter: LedgerFilter): KeptFilters =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== null));

/** A kept filter as the ledger takes it. It was a `LedgerFilter` when it was kept. */
export const filterOf = (kept: KeptFilters): LedgerFilter => ({ ...kept });
