import { countyYear } from '@ducha/kernel';
import type { Numbers } from '@ducha/store';
import type { EntityManager } from 'typeorm';

/** The next number of an inspection, as it is printed. */
export async function inspectionNumber(tx: EntityManager, numbers: Numbers): Promise<string> {
  const [facts] = await tx.query<{ now: Date; prefix: string | null }[]>(
    `select now() as now, (select value ->> 'taskNumberPrefix' from county_setting where name = 'county') as prefix`,
  );
  const year = countyYear(facts?.now ?? new Date(0));
  return `${facts?.prefix ?? '督'}查〔${year}〕${await numbers.next('inspection', year)}号`;
}
