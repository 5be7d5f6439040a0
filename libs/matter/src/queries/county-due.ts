import type { Store } from '@ducha/store';

/** The last second of the county's day so many natural days from today. */
export async function countyDueAt(store: Store, days: number): Promise<Date> {
  const row = await store.queryOne<{ due: Date }>(
    `select (date_trunc('day', now() at time zone 'Asia/Shanghai') + make_interval(days => $1::int + 1)) at time zone 'Asia/Shanghai' - interval '1 second' as due`,
    [days],
  );
  if (!row) throw new Error('the database did not tell the time');
  return row.due;
}
