import type { FieldError } from '@ducha/kernel';
import { idsAt, prepared } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { planFault } from '../../plan-faults.js';

/** Why somebody stays away from a unit. */
export type RecusalReason = 'own_unit' | 'answers_for' | 'posted' | 'home' | 'kin' | 'interest';

/** Somebody who may not inspect a unit (回避). */
export interface RecusedPerson {
  readonly personId: string;
  readonly unitId: string;
  readonly reason: RecusalReason;
}

// own unit now or within three years, or answering for it from above; posted to one of its villages; what was declared
const recusalsSql = prepared(`
  select distinct on (r.person_id, r.unit_id) r.person_id as "personId", r.unit_id as "unitId", r.reason from (
    select o.person_id, u.id as unit_id, case when mine.path like u.path || '%' then 'own_unit' else 'answers_for' end as reason
    from post o join unit mine on mine.id = o.unit_id join unit u on u.id = any(${idsAt('$2')})
      and (mine.path like u.path || '%' or (o.role like 'unit\\_%' and (o.to_at is null or o.to_at > now()) and u.path like mine.path || '%'))
    where o.person_id = any(${idsAt('$1')}) and o.from_at <= now() and (o.to_at is null or o.to_at > now() - interval '3 years')
    union all
    select p.person_id, s.unit_id, 'posted' from posting p join site s on s.id = p.site_id
    where p.person_id = any(${idsAt('$1')}) and s.unit_id = any(${idsAt('$2')}) and (p.to_on is null or p.to_on > (now() - interval '3 years')::date)
    union all
    select d.person_id, d.unit_id, d.ground from recusal_declaration d
    where d.person_id = any(${idsAt('$1')}) and d.unit_id = any(${idsAt('$2')}) and d.ended_at is null
  ) r order by r.person_id, r.unit_id, r.reason desc`);

/** Who of these people must stay away from which of these units, by what the registers know at this moment. */
export function recusalsOf(
  asked: Pick<EntityManager, 'query'>,
  personIds: readonly string[],
  unitIds: readonly string[],
): Promise<RecusedPerson[]> {
  if (personIds.length === 0 || unitIds.length === 0) return Promise.resolve([]);
  return asked.query<RecusedPerson[]>(recusalsSql, [personIds, unitIds]);
}

/** Before every write of an inspector about a unit. @throws Fault `inspection.recused` */
export async function refuseRecused(
  tx: EntityManager,
  personId: string,
  unitId: string,
  named: readonly FieldError[] = [],
): Promise<void> {
  const [found] = await recusalsOf(tx, [personId], [unitId]);
  if (found) throw planFault('recused', { unitId, reason: found.reason }, named);
}
