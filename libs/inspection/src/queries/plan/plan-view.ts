import type { EntityManager } from 'typeorm';
import { peopleOf, type Plan } from '../../domain/plan/plan.js';
import type {
  InspectorBrief,
  PlannedGroupView,
  PlannedSiteView,
  PlannedStandardView,
  InspectionPlanView,
} from '../../http/plan/inspection.view.js';

type Asked = Pick<EntityManager, 'query'>;

interface UnitName {
  readonly id: string;
  readonly shortName: string;
}

const sitesSql = `
  select s.id as "siteId", s.kind, s.code, s.name, jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit,
    g.number as "group", i.stratum is not null as drawn
  from inspection_site i join site s on s.id = i.site_id join unit u on u.id = i.unit_id left join inspection_group g on g.id = i.group_id
  where i.inspection_id = $1 and s.kind <> 'household' order by g.number, u.sort, s.code, s.id`;

const standardSql = `
  select s.id, v.number, s.code, s.name from standard_version v join standard s on s.id = v.standard_id where v.standard_id = $1 and v.number = $2`;

// where somebody comes from: not the post of the inspection itself
const peopleSql = `
  select p.id, p.name, (select u.short_name from post o join unit u on u.id = o.unit_id
      where o.person_id = p.id and o.from_at <= now() and (o.to_at is null or o.to_at > now()) and o.role not in ('group_leader', 'group_member', 'invited')
      order by o.from_at limit 1) as unit
  from person p where p.id = any($1)`;

/** What stands beside the document: sites chosen and drawn, and the groups' ids by their numbers. */
export interface PlacedPlan {
  readonly sites: PlannedSiteView[];
  readonly groupIds: ReadonlyMap<number, string>;
}

/** The plan of an inspection in the register, with the names of what it names. */
export async function planViewOf(asked: Asked, inspectionId: string, plan: Plan): Promise<InspectionPlanView> {
  const ids = await asked.query<{ id: string; number: number }[]>(
    'select id, number from inspection_group where inspection_id = $1',
    [inspectionId],
  );
  const sites = await asked.query<PlannedSiteView[]>(sitesSql, [inspectionId]);
  return namedPlan(asked, plan, { sites, groupIds: new Map(ids.map(({ id, number }) => [number, id])) });
}

/** A plan with the names of what it names. */
export async function namedPlan(
  asked: Asked,
  plan: Plan,
  { sites, groupIds }: PlacedPlan,
): Promise<InspectionPlanView> {
  const { standard, designation, objects, groups, supervisorIds } = plan;
  const people = await peopleByIds(
    asked,
    peopleOf(plan).map(({ id }) => id),
  );
  const units = await unitsOf(asked, plan);
  const unit = (id: string): UnitName => units.get(id) ?? { id, shortName: '' };
  const person = (id: string): InspectorBrief => people.get(id) ?? { id, name: '', unit: null };
  const [named] = standard ? await asked.query<PlannedStandardView[]>(standardSql, [standard.id, standard.number]) : [];
  return {
    contentClass: plan.contentClass,
    methods: [...plan.methods],
    purpose: plan.purpose,
    scope: plan.scope,
    frequencyWords: plan.frequencyWords,
    villagesPerUnit: plan.villagesPerUnit,
    householdsPerVillage: plan.householdsPerVillage,
    standard: named ?? null,
    designation: designation && { ...withoutUnit(designation), unit: unit(designation.unitId) },
    objects: objects.map(({ unitId, necessity }) => ({ unit: unit(unitId), necessity })),
    sites,
    groups: groups.map((group, i): PlannedGroupView => ({
      id: groupIds.get(i + 1) ?? '',
      number: i + 1,
      name: group.name,
      charter: group.charter,
      leader: group.leaderId === null ? null : person(group.leaderId),
      members: group.memberIds.map(person),
      invited: group.invitedIds.map(person),
      units: group.unitIds.map(unit),
    })),
    supervisors: supervisorIds.map(person),
  };
}

const withoutUnit = <T extends { readonly unitId: string }>({ unitId: _, ...rest }: T): Omit<T, 'unitId'> => rest;

/** Names and home units by person. */
export async function peopleByIds(asked: Asked, ids: readonly string[]): Promise<Map<string, InspectorBrief>> {
  const rows = ids.length === 0 ? [] : await asked.query<InspectorBrief[]>(peopleSql, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

async function unitsOf(asked: Asked, { objects, groups, designation }: Plan): Promise<Map<string, UnitName>> {
  const ids = [
    ...objects.map(({ unitId }) => unitId),
    ...groups.flatMap(({ unitIds }) => unitIds),
    ...(designation ? [designation.unitId] : []),
  ];
  const rows = await asked.query<UnitName[]>('select id, short_name as "shortName" from unit where id = any($1)', [
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}
