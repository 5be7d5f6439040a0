import { isPrivileged, isRole } from '@ducha/access';
import type { EntityManager } from 'typeorm';
import { orgFault } from '../org-faults.js';

/** What a unit would leave behind if it ended now. */
export interface LeftBehind {
  readonly assignments: number;
  readonly undispatched: number;
  readonly proposals: number;
  readonly duties: number;
  readonly units: number;
}

const leftBehindSql = `
  select (select count(*)::int from assignment a where a.unit_id = any($1) and a.state not in ('accepted', 'moved', 'recalled')) as assignments,
    (select count(*)::int from task t where t.state in ('draft', 'proposed', 'registered') and (t.lead_unit_id = any($1) or t.assist_unit_ids && $1)) as undispatched,
    (select count(*)::int from handling_proposal h where h.decision is null and (h.lead_unit_id = any($1) or h.assist_unit_ids && $1)) as proposals,
    (select count(*)::int from duty d where d.to_at is null and (d.lead_unit_id = any($1) or d.assist_unit_ids && $1)) as duties,
    (select count(*)::int from unit c where c.parent_id = any($1) and c.to_at is null) as units`;

/**
 * Counts it, with what the unit's predecessors had left to it.
 * @throws Fault `org.openDuties` when there is something and nobody takes it over
 */
export async function refuseOpenDuties(tx: EntityManager, line: readonly string[]): Promise<void> {
  const [left] = await tx.query<LeftBehind[]>(leftBehindSql, [line]);
  if (left && Object.values(left).every((count) => count === 0)) return;
  throw orgFault('openDuties', { ...left }, [
    { path: 'successorId', message: 'is required: there are open duties', constraint: 'openDuties' },
  ]);
}

/** Posts that one administrator alone cannot end keep a unit alive. @throws Fault `org.privilegedPosts` */
export async function refusePrivilegedPosts(tx: EntityManager, unitId: string): Promise<void> {
  const posts = await tx.query<{ role: string }[]>(
    'select distinct role from post where unit_id = $1 and (to_at is null or to_at > now())',
    [unitId],
  );
  const roles = posts.map(({ role }) => role).filter((role) => isRole(role) && isPrivileged(role));
  if (roles.length > 0) throw orgFault('privilegedPosts', { roles });
}

/** $1 becomes $2 in a column of units. */
const swapped = (column: string): string =>
  `(select coalesce(array_agg(distinct case when e = $1::uuid then $2::uuid else e end), '{}') from unnest(${column}) e)`;

/** $1 becomes $2 as lead and among the assists of one table; a unit that now leads is not its own assist. */
const swapUnits = (table: string, where: string): string => `
  update ${table} o set lead_unit_id = case when o.lead_unit_id = $1::uuid then $2::uuid else o.lead_unit_id end,
    assist_unit_ids = array_remove(${swapped('o.assist_unit_ids')}, case when o.lead_unit_id in ($1::uuid, $2::uuid) then $2::uuid end), version = o.version + 1
  where ${where} and (o.lead_unit_id = $1::uuid or $1::uuid = any(o.assist_unit_ids))`;

const takeOverSql = [
  swapUnits('task', `o.state in ('draft', 'proposed', 'registered')`),
  swapUnits('handling_proposal', 'o.decision is null'),
  `update case_officer_rule set unit_id = $2 where unit_id = $1 and not exists (select 1 from case_officer_rule r where r.unit_id = $2)`,
];

/**
 * What is not yet dispatched names the successor from now on. Assignments stay with the unit that got them, under its name
 * of the day: the successor sees and does them because the ended unit lies under it.
 */
export async function takeOver(tx: EntityManager, unitId: string, successorId: string): Promise<void> {
  for (const sql of takeOverSql) await tx.query(sql, [unitId, successorId]);
}
