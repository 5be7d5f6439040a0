import { httpFault } from '@ducha/http';
import type { EntityManager } from 'typeorm';
import { accessFault } from '../access-faults.js';
import { isPrivileged, type Role } from '../roles.js';
import { heldNow } from '../sessions/session-facts.js';
import type { RequestKind } from './request-lifecycle.js';

/** A person who is not entered yet. */
export interface NewOfficeholder {
  readonly name: string;
  readonly login: string;
  readonly phone?: string;
}

/** What is asked for. */
export interface Asked {
  readonly kind: RequestKind;
  readonly personId: string;
  readonly role?: Role | undefined;
  readonly unitId?: string | undefined;
  readonly title?: string | undefined;
  readonly servesPersonId?: string | undefined;
  readonly postId?: string | undefined;
}

/** Roles that a request concerns: those its person holds now, and the one that would be given. */
export async function rolesConcerned(
  tx: EntityManager,
  { personId, role }: { personId: string; role?: string | null | undefined },
): Promise<string[]> {
  const held = await tx.query<{ role: string }[]>(
    `select p.role from post p where p.person_id = $1 and ${heldNow('p')}`,
    [personId],
  );
  return [...held.map((post) => post.role), ...(role ? [role] : [])];
}

/** Looks at what is asked for before anybody is asked to decide. */
export async function refuseUnaskable(tx: EntityManager, asked: Asked): Promise<void> {
  const known = await tx.query<unknown[]>('select 1 from person where id = $1', [asked.personId]);
  if (known.length === 0) refuseField('personId', 'does not exist', 'known');
  if (asked.kind === 'give_post') return refuseUngivable(tx, asked);
  if (asked.kind === 'end_post') return refuseUnendable(tx, asked);
  const accounts = await tx.query<unknown[]>('select 1 from account where person_id = $1', [asked.personId]);
  if (accounts.length === 0) refuseField('personId', 'has no account', 'known');
}

async function refuseUngivable(tx: EntityManager, { role, unitId, title, servesPersonId }: Asked): Promise<void> {
  if (role === undefined) return refuseField('role', 'is required', 'isDefined');
  if (unitId === undefined) return refuseField('unitId', 'is required', 'isDefined');
  if (title === undefined) return refuseField('title', 'is required', 'isDefined');
  if (!isPrivileged(role)) throw accessFault('notPrivileged');
  if (role === 'leader_office' && servesPersonId === undefined)
    refuseField('servesPersonId', 'is required', 'isDefined');
  const unit = await tx.query<unknown[]>('select 1 from unit where id = $1 and to_at is null', [unitId]);
  if (unit.length === 0) refuseField('unitId', 'does not exist', 'known');
  if (servesPersonId === undefined) return;
  const leader = await tx.query<unknown[]>('select 1 from person where id = $1', [servesPersonId]);
  if (leader.length === 0) refuseField('servesPersonId', 'does not exist', 'known');
}

async function refuseUnendable(tx: EntityManager, { postId, personId }: Asked): Promise<void> {
  if (postId === undefined) return refuseField('postId', 'is required', 'isDefined');
  const [post] = await tx.query<{ role: Role }[]>(
    `select p.role from post p where p.id = $1 and p.person_id = $2 and ${heldNow('p')}`,
    [postId, personId],
  );
  if (!post) return refuseField('postId', 'does not exist', 'known');
  if (!isPrivileged(post.role)) throw accessFault('notPrivileged');
}

function refuseField(path: string, message: string, constraint: string): never {
  throw httpFault('invalidRequest', {}, [{ path, message, constraint }]);
}
