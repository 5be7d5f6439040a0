import type { Role } from '@ducha/access';
import type { FieldError } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { peopleOf, type Plan } from '../../domain/plan/plan.js';
import { planFault } from '../../plan-faults.js';
import { recusalsOf } from '../../queries/group/recusals.js';
import { unfitOf } from '../../queries/group/competences.js';

/** Somebody whom the release sends out. */
export interface GoingMember {
  readonly personId: string;
  readonly groupId: string | null;
  /** In which role they act for the inspection. */
  readonly role: Extract<Role, 'group_leader' | 'group_member' | 'invited'> | null;
  /** The bureau, where such posts are held. */
  readonly unitId: string;
  readonly title: string;
  /** They hold a post of the bureau, or this one already. */
  readonly holdsPost: boolean;
}

/** Who goes, with the post each needs. */
export function membersGoing(tx: EntityManager, inspectionId: string): Promise<GoingMember[]> {
  return tx.query<GoingMember[]>(
    `select m.person_id as "personId", m.group_id as "groupId", r.role, b.id as "unitId", coalesce(g.name, '巡回督导') || d.duty as title,
       exists (select 1 from post o where o.person_id = m.person_id and o.from_at <= now() and (o.to_at is null or o.to_at > now())
         and (o.role in ('bureau_head', 'bureau_officer') or (o.role = r.role and o.unit_id = b.id))) as "holdsPost"
     from inspection_member m left join inspection_group g on g.id = m.group_id
       cross join lateral (select case m.duty when 'leader' then 'group_leader' when 'invited' then 'invited' else 'group_member' end as role) r
       cross join lateral (select case m.duty when 'leader' then '组长' when 'invited' then '受邀人员' when 'member' then '组员' else '' end as duty) d
       cross join lateral (select u.id from unit u where u.kind = 'bureau' and u.from_at <= now() and (u.to_at is null or u.to_at > now()) order by u.path limit 1) b
     where m.inspection_id = $1 order by m.person_id`,
    [inspectionId],
  );
}

/** What must be settled before anybody goes out. @throws Fault `inspection.undrawn`, `siteWithoutGroup`, `nothingToVisit`, `notCompetent`, `recusedInspector` */
export async function refuseUnready(tx: EntityManager, inspectionId: string, plan: Plan): Promise<void> {
  await refuseUndrawn(tx, inspectionId, plan);
  await refuseIdleGroups(tx, inspectionId);
  const people = peopleOf(plan);
  const unfit = await unfitOf(
    tx,
    people.map(({ id }) => id),
    plan.groups.flatMap(({ leaderId }) => leaderId ?? []),
  );
  const errors = people.flatMap(({ id, path }): FieldError[] => {
    const lacks = unfit.get(id);
    return lacks === undefined ? [] : [{ path, message: lacks, constraint: lacks }];
  });
  if (errors.length > 0) throw planFault('notCompetent', {}, errors);
  await refuseRecusedByLot(tx, inspectionId);
}

async function refuseUndrawn(tx: EntityManager, inspectionId: string, plan: Plan): Promise<void> {
  if (plan.villagesPerUnit === null) return;
  const drawn = await tx.query<unknown[]>(
    `select 1 from inspection_draw i join draw d on d.id = i.draw_id where i.inspection_id = $1 and i.kind = 'villages' and d.drawn_at is not null`,
    [inspectionId],
  );
  if (drawn.length === 0) throw planFault('undrawn');
}

/** The groups of a standing patrol go by its roster. */
async function refuseIdleGroups(tx: EntityManager, inspectionId: string): Promise<void> {
  const [open] = await tx.query<{ sites: number; groups: number[] }[]>(
    `select (select count(*)::int from inspection_site where inspection_id = $1 and group_id is null) as sites,
       array(select g.number from inspection_group g where g.inspection_id = $1 and g.unit_ids = '{}'
         and not exists (select 1 from inspection_site s where s.group_id = g.id) and not (select i.standing from inspection i where i.id = $1)
         order by g.number) as groups`,
    [inspectionId],
  );
  if ((open?.sites ?? 0) > 0) throw planFault('siteWithoutGroup', { sites: open?.sites });
  const idle = (open?.groups ?? []).map((number) => ({
    path: `groups[${number - 1}]`,
    message: 'has nothing to visit',
    constraint: 'idle',
  }));
  if (idle.length > 0) throw planFault('nothingToVisit', {}, idle);
}

/** People move between draw and release: asked again for every site, drawn or chosen. */
async function refuseRecusedByLot(tx: EntityManager, inspectionId: string): Promise<void> {
  const going = await tx.query<{ personId: string; unitId: string }[]>(
    `select distinct m.person_id as "personId", s.unit_id as "unitId" from inspection_member m join inspection_site s on s.group_id = m.group_id
     where m.inspection_id = $1 and m.duty in ('leader', 'member')`,
    [inspectionId],
  );
  const found = await recusalsOf(
    tx,
    [...new Set(going.map(({ personId }) => personId))],
    [...new Set(going.map(({ unitId }) => unitId))],
  );
  const barred = found.filter((one) =>
    going.some(({ personId, unitId }) => personId === one.personId && unitId === one.unitId),
  );
  if (barred.length > 0)
    throw planFault('recusedInspector', { recused: barred.slice(0, 100) }, [
      { path: 'groups', message: 'somebody must stay away', constraint: 'recused' },
    ]);
}
