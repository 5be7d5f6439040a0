import type { KeptFilters } from '../domain/ledger-settings.js';
import type { LedgerFilter } from './ledger.dto.js';

/** A kept filter as the ledger takes it. It was a `LedgerFilter` when it was kept. */
export const filterOf = (kept: KeptFilters): LedgerFilter => ({ ...kept });
