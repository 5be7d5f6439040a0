import type { EntityManager } from 'typeorm';
import { accessFault } from '../access-faults.js';
import { administratorRoles } from '../roles.js';
import { heldNow } from '../sessions/session-facts.js';

/** Of each kind of administrator somebody stays who can sign in. @throws Fault `access.lastAdministrator` */
export async function refuseLastAdministrator(
  tx: EntityManager,
  personId: string,
  rolesGoing: readonly string[],
): Promise<void> {
  for (const role of administratorRoles.filter((administrator) => rolesGoing.includes(administrator))) {
    // of two that go at once one waits for the other and then is the last
    await tx.query(`select pg_advisory_xact_lock(hashtext('access.administrator'), hashtext($1))`, [role]);
    const others = await tx.query<unknown[]>(
      `select 1 from post p join account a on a.person_id = p.person_id and a.disabled_at is null
       where p.role = $1 and p.person_id <> $2 and ${heldNow('p')} limit 1`,
      [role, personId],
    );
    if (others.length === 0) throw accessFault('lastAdministrator');
  }
}
