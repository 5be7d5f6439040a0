import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { storeFault } from './database-faults.js';

/** A row that changes: every change goes through `compareAndSet` and raises `version` by one. */
export interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
}

/**
 * Changes one row if nobody changed it since it was read.
 * @param seen    the row as it was read; its `version` is compared
 * @param changes new values; SQL expressions as functions (`() => 'now()'`)
 * @throws Fault `store.movedOn` when another change came first
 */
export async function compareAndSet<Row extends Versioned>(
  tx: EntityManager,
  row: EntityTarget<Row>,
  seen: Pick<Row, 'id' | 'version'>,
  changes: QueryDeepPartialEntity<Row>,
): Promise<void> {
  const result = await tx
    .createQueryBuilder()
    .update(row)
    .set({ ...changes, version: () => 'version + 1' })
    .where('id = :id and version = :version', { id: seen.id, version: seen.version })
    .execute();
  if (result.affected !== 1) throw storeFault('movedOn', { id: seen.id });
}
