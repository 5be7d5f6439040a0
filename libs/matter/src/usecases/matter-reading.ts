import { refuseStale } from '@ducha/http';
import type { EntityManager } from 'typeorm';
import { matterFault } from '../matter-faults.js';
import { MatterRow } from '../rows/matter.row.js';

/** The matter as it stands. @throws Fault `matter.notFound` */
export async function readMatter(tx: EntityManager, id: string): Promise<MatterRow> {
  const matter = await tx.findOneBy(MatterRow, { id });
  if (!matter) throw matterFault('notFound');
  return matter;
}

/** The matter, if it is still what the caller saw. @throws Fault `matter.notFound`, `http.preconditionFailed` */
export async function readSeenMatter(tx: EntityManager, seen: { id: string; version: number }): Promise<MatterRow> {
  const matter = await readMatter(tx, seen.id);
  refuseStale(matter, seen.version);
  return matter;
}

/** The matter, locked until the transaction ends: for acts of people who cannot repeat them on a conflict. */
export async function lockMatter(tx: EntityManager, id: string): Promise<MatterRow> {
  const matter = await tx.findOne(MatterRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!matter) throw matterFault('notFound');
  return matter;
}
