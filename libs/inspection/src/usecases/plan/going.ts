import type { Role } from '@ducha/access';
import type { FieldError } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { peopleOf, type Plan } from '../../domain/plan/plan.js';
import { planFault } from '../../plan-faults.js';
import { type RecusedPerson, recusalsOf } from '../../queries/group/recusals.js';
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

/** Where one goes: sites chosen and drawn, each with the place of its group in the plan, from 1. */
export interface Goals {
  /** The villages were drawn. */
  readonly isDrawn: boolean;
  /** A standing patrol: its groups go by the roster. */
  readonly isStanding: boolean;
  readonly sites: readonly { readonly unitId: string; readonly group: number | null }[];
}

/** The goals of an inspection that stands in the register. */
export async function goalsOf(tx: EntityManager, inspectionId: string): Promise<Goals> {
  const [seen] = await tx.query<Pick<Goals, 'isDrawn' | 'isStanding'>[]>(
    `select i.standing as "isStanding", exists (select 1 from inspection_draw v join draw d on d.id = v.draw_id
       where v.inspection_id = i.id and v.kind = 'villages' and d.drawn_at is not null) as "isDrawn" from inspection i where i.id = $1`,
    [inspectionId],
  );
  const sites = await tx.query<{ unitId: string; group: number | null }[]>(
    `select s.unit_id as "unitId", g.number as "group" from inspection_site s left join inspection_group g on g.id = s.group_id where s.inspection_id = $1`,
    [inspectionId],
  );
  return { isDrawn: seen?.isDrawn === true, isStanding: seen?.isStanding === true, sites };
}

/** What must be settled before anybody goes out. @throws Fault `inspection.undrawn`, `siteWithoutGroup`, `nothingToVisit`, `notCompetent`, `recusedInspector` */
export async function refuseUnready(tx: EntityManager, plan: Plan, goals: Goals): Promise<void> {
  if (plan.villagesPerUnit !== null && !goals.isDrawn) throw planFault('undrawn');
  refuseIdleGroups(plan, goals);
  await refuseUnfit(tx, plan);
  await refuseRecusedByLot(tx, plan, goals);
}

function refuseIdleGroups({ groups }: Plan, { sites, isStanding }: Goals): void {
  const open = sites.filter(({ group }) => group === null).length;
  if (open > 0) throw planFault('siteWithoutGroup', { sites: open });
  const idle = groups.flatMap(({ unitIds }, i) =>
    isStanding || unitIds.length > 0 || sites.some(({ group }) => group === i + 1)
      ? []
      : [{ path: `groups[${i}]`, message: 'has nothing to visit', constraint: 'idle' }],
  );
  if (idle.length > 0) throw planFault('nothingToVisit', {}, idle);
}

async function refuseUnfit(tx: EntityManager, plan: Plan): Promise<void> {
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
}

/** People move between draw and release: asked again for every site, drawn or chosen. @throws Fault `inspection.recusedInspector` */
async function refuseRecusedByLot(tx: EntityManager, plan: Plan, goals: Goals): Promise<void> {
  const barred = await recusedByLot(tx, plan, goals);
  if (barred.length > 0)
    throw planFault('recusedInspector', { recused: barred.slice(0, 100) }, [
      { path: 'groups', message: 'somebody must stay away', constraint: 'recused' },
    ]);
}

/** Leaders and members whose group goes where they must stay away. */
export async function recusedByLot(tx: EntityManager, { groups }: Plan, { sites }: Goals): Promise<RecusedPerson[]> {
  const going = groups.flatMap(({ leaderId, memberIds }, i) => {
    const units = [...new Set(sites.filter(({ group }) => group === i + 1).map(({ unitId }) => unitId))];
    const people = [...(leaderId === null ? [] : [leaderId]), ...memberIds];
    return people.flatMap((personId) => units.map((unitId) => ({ personId, unitId })));
  });
  const found = await recusalsOf(
    tx,
    [...new Set(going.map(({ personId }) => personId))],
    [...new Set(going.map(({ unitId }) => unitId))],
  );
  return found.filter((one) =>
    going.some(({ personId, unitId }) => personId === one.personId && unitId === one.unitId),
  );
}
