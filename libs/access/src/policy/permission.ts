import type { Actor } from '../actor.js';
import type { Role } from '../roles.js';
import { type Act, type Grant, grantOf, issuedActs, policy } from './policy.js';
import { type Scope, scopeCondition, type ScopedObject } from './scopes.js';
import type { SqlParams } from './sql-params.js';

/** How far a role's grant of an act reaches; undefined when it has none. */
export function scopeOf(act: Act, role: Role): Scope | undefined {
  const grant = grantOf(act);
  return typeof grant === 'string' ? undefined : grant.roles[role];
}

/** How far the actor's grant of an act reaches; under a delegation, and on an issued device, only acts that it lends are granted. */
export function grantedScope(act: Act, { role, delegation, issuedFor }: Actor): Scope | undefined {
  if (issuedFor !== undefined && !issuedActs.includes(act)) return undefined;
  return delegation && !delegation.acts.includes(act) ? undefined : scopeOf(act, role);
}

/** Whether the actor may ever do the act. */
export const mayEver = (act: Act, actor: Actor): boolean => grantedScope(act, actor) !== undefined;

/** The acts a role may ever do; the web draws its menus from it. */
export function actsOf(role: Role): Act[] {
  // boundary: Object.keys forgets the type of its keys
  return (Object.keys(policy) as Act[]).filter((act) => scopeOf(act, role) !== undefined);
}

/**
 * The SQL condition under which the actor may do `act` on the row alias `o`; `false` without a grant.
 * Lists, counts, exports and live events all filter with it.
 */
export function scopeSql(act: Act, actor: Actor, o: string, params: SqlParams): string {
  const grant: Grant = grantOf(act);
  if (typeof grant === 'string' || grant.object === undefined) throw new Error(`${act} has no object to filter`);
  const scope = grantedScope(act, actor);
  return scope === undefined ? 'false' : scopeCondition(grant.object, scope, o, actor, params);
}

/** The reading act of a kind of record. */
export const readActOf: Record<ScopedObject, Act> = {
  matter: 'matter.read',
  task: 'task.read',
  assignment: 'assignment.read',
  inspection: 'inspection.read',
  sealed_inspection: 'sealed.open',
  finding: 'finding.read',
  conclusion: 'conclusion.read',
  review: 'review.read',
};
