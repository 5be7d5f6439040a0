/** What an inspection may be about (L01). */
export const contentClasses = [
  'superior_decisions',
  'key_deployments',
  'statutory_duties',
  'administrative_effectiveness',
] as const;

/** Types of inspections (L09). */
export const inspectionTypes = ['comprehensive', 'special', 'incident', 'daily', 'clue_verification'] as const;

/** Methods (L07). `unannounced_visit` (暗访): the inspected are not told beforehand. */
export const inspectionMethods = [
  'self_check',
  'hear_report',
  'check_and_interview',
  'unannounced_visit',
  'symposium',
  'consult_material',
  'collect_clues',
  'summon_for_talk',
  'internet',
] as const;

/** One of them. */
export type ContentClass = (typeof contentClasses)[number];
/** One of them. */
export type InspectionType = (typeof inspectionTypes)[number];
/** One of them. */
export type InspectionMethod = (typeof inspectionMethods)[number];

/** A unit that is inspected; where a level is skipped, why that is necessary (L02). */
export interface PlannedObject {
  readonly unitId: string;
  readonly necessity: string | null;
}

/** A site that was chosen, not drawn; `group` is the place of its group in the plan, from 1. */
export interface PlannedSite {
  readonly siteId: string;
  readonly group: number | null;
}

/** A group (督查组): its charter, who answers for it, who goes, who was invited; `unitIds` are objects it visits themselves. */
export interface PlannedGroup {
  readonly name: string;
  readonly charter: string;
  readonly leaderId: string | null;
  readonly memberIds: readonly string[];
  readonly invitedIds: readonly string[];
  readonly unitIds: readonly string[];
}

/** By what a department runs an inspection of the government (L03). Days are `YYYY-MM-DD`, both included. */
export interface Designation {
  readonly unitId: string;
  readonly matter: string;
  readonly scope: string;
  readonly duty: string;
  readonly fromOn: string;
  readonly toOn: string;
}

/**
 * The plan (方案) of an inspection, whole: nothing else is needed to write its rows. What a draft does not say yet is null.
 * The two quotas say how many villages are drawn from each object that is a township, and how many households from each village.
 */
export interface Plan {
  readonly name: string;
  readonly contentClass: ContentClass | null;
  readonly type: InspectionType | null;
  readonly methods: readonly InspectionMethod[];
  readonly purpose: string | null;
  readonly scope: string | null;
  readonly frequencyWords: string | null;
  readonly standard: { readonly id: string; readonly number: number } | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly objects: readonly PlannedObject[];
  readonly sites: readonly PlannedSite[];
  readonly villagesPerUnit: number | null;
  readonly householdsPerVillage: number | null;
  readonly designation: Designation | null;
  readonly groups: readonly PlannedGroup[];
  /** They patrol every group. */
  readonly supervisorIds: readonly string[];
}

/** One thing that keeps a plan from standing. */
export interface PlanFault {
  readonly path: string;
  readonly code: 'missing' | 'twice' | 'order' | 'unknown' | 'outside';
}

const isBlank = (said: string | null): boolean => said === null || said.trim() === '';

/** What a plan must state before it goes through a door (L10): content, objects, scope, standard, period, who goes. */
export function missingIn(plan: Plan): PlanFault[] {
  const { contentClass, type, methods, purpose, scope, standard, fromOn, toOn, objects, groups } = plan;
  const said: [string, boolean][] = [
    ['contentClass', contentClass !== null],
    ['type', type !== null],
    ['methods', methods.length > 0],
    ['purpose', !isBlank(purpose)],
    ['scope', !isBlank(scope)],
    ['standard', standard !== null],
    ['fromOn', fromOn !== null],
    ['toOn', toOn !== null],
    ['objects', objects.length > 0],
    ['groups', groups.length > 0],
    ...groups.map((group, i): [string, boolean] => [`groups[${i}].leaderId`, group.leaderId !== null]),
    ...groups.map((group, i): [string, boolean] => [`groups[${i}].charter`, !isBlank(group.charter)]),
  ];
  return said.flatMap(([path, is]): PlanFault[] => (is ? [] : [{ path, code: 'missing' }]));
}

/** What contradicts itself in a plan, also in a draft: somebody twice, days the wrong way round, groups that are not there. */
export function contradictionsIn(plan: Plan): PlanFault[] {
  const objects = new Set(plan.objects.map(({ unitId }) => unitId));
  return [
    ...disorder('toOn', plan),
    ...(plan.designation ? disorder('designation.toOn', plan.designation) : []),
    ...twice(plan.objects.map(({ unitId }, i) => ({ path: `objects[${i}].unitId`, id: unitId }))),
    ...twice(plan.sites.map(({ siteId }, i) => ({ path: `sites[${i}].siteId`, id: siteId }))),
    ...twice(peopleOf(plan)),
    ...twice(visitedUnits(plan)),
    ...visitedUnits(plan).flatMap(({ path, id }): PlanFault[] => (objects.has(id) ? [] : [{ path, code: 'outside' }])),
    ...plan.sites.flatMap(({ group }, i): PlanFault[] =>
      group === null || group <= plan.groups.length ? [] : [{ path: `sites[${i}].group`, code: 'unknown' }],
    ),
  ];
}

/** Everybody whom a plan names, with the field that names them. */
export function peopleOf({ groups, supervisorIds }: Plan): { path: string; id: string }[] {
  return [
    ...groups.flatMap(({ leaderId, memberIds, invitedIds }, i) => [
      ...(leaderId === null ? [] : [{ path: `groups[${i}].leaderId`, id: leaderId }]),
      ...memberIds.map((id, j) => ({ path: `groups[${i}].memberIds[${j}]`, id })),
      ...invitedIds.map((id, j) => ({ path: `groups[${i}].invitedIds[${j}]`, id })),
    ]),
    ...supervisorIds.map((id, j) => ({ path: `supervisorIds[${j}]`, id })),
  ];
}

const visitedUnits = ({ groups }: Plan): { path: string; id: string }[] =>
  groups.flatMap(({ unitIds }, i) => unitIds.map((id, j) => ({ path: `groups[${i}].unitIds[${j}]`, id })));

const disorder = (path: string, { fromOn, toOn }: Pick<Plan, 'fromOn' | 'toOn'>): PlanFault[] =>
  fromOn !== null && toOn !== null && toOn < fromOn ? [{ path, code: 'order' }] : [];

function twice(named: readonly { path: string; id: string }[]): PlanFault[] {
  const seen = new Set<string>();
  return named.flatMap(({ path, id }): PlanFault[] => {
    if (seen.has(id)) return [{ path, code: 'twice' }];
    seen.add(id);
    return [];
  });
}
