import type { Store } from '@ducha/store';

/** The office a unit belongs to: itself, or for a division (科室) what it is a division of. Colleagues share by the office. */
export async function officeOf(store: Store, unitId: string): Promise<string> {
  const office = await store.queryOne<{ id: string }>(
    `select o.id from unit u join unit o on u.path like o.path || '%'
     where u.id = $1 and o.kind <> 'division' order by length(o.path) desc limit 1`,
    [unitId],
  );
  return office?.id ?? unitId;
}
