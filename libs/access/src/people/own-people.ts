import { httpFault } from '@ducha/http';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';
import type { Role } from '../roles.js';
import { heldNow } from '../sessions/session-facts.js';

/** What a unit head gives and ends without an administrator. */
const ownRoles: readonly Role[] = ['unit_liaison', 'unit_staff'];

/** Whether the actor keeps posts of this role in this unit: a unit head only liaisons and staff of the own sub-tree. */
export const keepsPost = (by: Actor, role: Role, unitId: string): boolean =>
  by.role !== 'unit_head' || (ownRoles.includes(role) && by.unitIds.includes(unitId));

/** @throws Fault `access.notYourPeople` with the field that goes too far */
export function refuseForeignPost(by: Actor, role: Role, unitId: string): void {
  if (keepsPost(by, role, unitId)) return;
  const path = ownRoles.includes(role) ? 'unitId' : 'role';
  throw accessFault('notYourPeople', {}, [{ path, message: 'is not yours to give', constraint: 'ownPeople' }]);
}

/** A unit head changes persons who serve in the own sub-tree only, and nobody who also stands elsewhere. @throws Fault `http.notFound` */
export async function refuseForeignPerson(tx: EntityManager, by: Actor, personId: string): Promise<void> {
  if (by.role !== 'unit_head') return;
  const posts = await tx.query<{ role: Role; unit_id: string }[]>(
    `select p.role, p.unit_id from post p where p.person_id = $1 and ${heldNow('p')}`,
    [personId],
  );
  if (posts.length === 0 || !posts.some(({ unit_id: unitId }) => by.unitIds.includes(unitId)))
    throw httpFault('notFound');
  if (!posts.every(({ role, unit_id: unitId }) => keepsPost(by, role, unitId))) throw accessFault('notYourPeople');
}
