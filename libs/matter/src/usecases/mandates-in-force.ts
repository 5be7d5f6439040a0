import type { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { mandateStanding } from '../domain/standing-mandate.js';
import { matterFault } from '../matter-faults.js';
import { countyNow } from '../queries/county-now.js';
import { StandingMandateRow } from '../rows/standing-mandate.row.js';

/** The mandate, if it may be used now. @throws Fault `matter.mandateNotFound`, `matter.mandateNotInForce` */
export async function mandateInForce(store: Store, tx: EntityManager, mandateId: string): Promise<StandingMandateRow> {
  const mandate = await tx.findOneBy(StandingMandateRow, { id: mandateId });
  if (!mandate) throw matterFault('mandateNotFound');
  const { now } = await countyNow(store);
  const standing = mandateStanding(mandate, now);
  if (standing !== 'in_force') throw matterFault('mandateNotInForce', { standing });
  return mandate;
}
