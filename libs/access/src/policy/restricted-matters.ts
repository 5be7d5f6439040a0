import type { Actor } from '../actor.js';
import type { Role } from '../roles.js';
import type { SqlParams } from './sql-params.js';

/** Roles that read restricted matters without being named in them, unless they are about themselves. */
const readersByRole: readonly Role[] = ['principal', 'bureau_head', 'auditor'];

/** How long somebody who left a unit is still one of the accused, as with recusal. */
const afterLeaving = "interval '3 years'";

/**
 * The SQL condition under which a restricted matter (an accusation) reaches the actor; every other matter passes. Those
 * who were named to handle it, leaders, the head of the bureau and auditors; never a person who is accused, whoever is
 * in the accused unit or below it or was so within three years, or the office of such a leader.
 * @param isOwn  who asks put the matter forward
 */
export function unlessRestricted(o: string, actor: Actor, params: SqlParams, isOwn: boolean): string {
  const people = params.add([actor.personId, ...(actor.servesPersonId === null ? [] : [actor.servesPersonId])]);
  const isNamed =
    readersByRole.includes(actor.role) || isOwn
      ? 'true'
      : `exists (select 1 from matter_keeper mk where mk.matter_id = ${o}.id and mk.person_id = ${params.add(actor.personId)}::uuid)`;
  return `(not ${o}.restricted or (${isNamed} and not ${isAccused(`${o}.id`, `${people}::uuid[]`)}))`;
}

/** SQL condition: one of these people is accused in a matter, by name or through a unit. */
export const isAccused = (matterId: string, people: string): string =>
  `exists (select 1 from matter_accused ma where ma.matter_id = ${matterId} and (ma.person_id = any(${people}) or exists (
     select 1 from unit mu join unit pu on pu.path like mu.path || '%' join post mp on mp.unit_id = pu.id
     where mu.id = ma.unit_id and mp.person_id = any(${people}) and mp.from_at <= now() and (mp.to_at is null or mp.to_at > now() - ${afterLeaving}))))`;
