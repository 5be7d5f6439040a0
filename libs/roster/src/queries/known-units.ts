import type { Store } from '@ducha/store';
import type { KnownUnit } from '../domain/unit-directory.js';

/** All units of the county, ended ones too, as a sheet is compared with them. */
export function knownUnits(store: Store): Promise<KnownUnit[]> {
  return store.query<KnownUnit>(
    `select id, name, short_name as "shortName", kind, parent_id as "parentId", sort, division_code as "divisionCode", to_at is not null as ended from unit`,
  );
}
