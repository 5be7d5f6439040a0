import { countyYear } from '@ducha/kernel';
import type { Store } from '@ducha/store';

/** The database's instant and the county's year in which it falls. */
export interface CountyNow {
  readonly now: Date;
  readonly year: number;
}

/** What time it is, by the only clock that decides. */
export async function countyNow(store: Store): Promise<CountyNow> {
  const [row] = await store.query<{ now: Date }>('select now() as now');
  if (!row) throw new Error('the database did not tell the time');
  return { now: row.now, year: countyYear(row.now) };
}
