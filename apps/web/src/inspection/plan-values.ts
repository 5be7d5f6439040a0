import dayjs, { type Dayjs } from 'dayjs';
import type { Inspection, PlanBody } from '../api/types';

/** A group as the form holds it. */
export interface GroupValues {
  name: string;
  charter: string;
  leaderId?: string;
  memberIds?: string[];
  invitedIds?: string[];
  unitIds?: string[];
  siteIds?: string[];
}

/** A plan as the form holds it. */
export interface PlanValues {
  name: string;
  contentClass?: PlanBody['contentClass'];
  type?: PlanBody['type'];
  methods?: PlanBody['methods'];
  purpose?: string;
  scope?: string;
  frequencyWords?: string;
  /** `id|number` */
  standard?: string;
  period?: [Dayjs, Dayjs] | null;
  /** A department runs it. */
  designated?: boolean;
  designation?: { unitId?: string; matter?: string; scope?: string; duty?: string; period?: [Dayjs, Dayjs] | null };
  objectIds?: string[];
  necessities?: Record<string, string | undefined>;
  villagesPerUnit?: number | null;
  householdsPerVillage?: number | null;
  looseSiteIds?: string[];
  groups?: GroupValues[];
  supervisorIds?: string[];
}

/** What the form begins with. */
export function valuesOf({ name, type, fromOn, toOn, plan }: Inspection): PlanValues {
  const chosen = plan.sites.filter(({ drawn }) => !drawn);
  return {
    name,
    type: type ?? undefined,
    contentClass: plan.contentClass ?? undefined,
    methods: plan.methods,
    purpose: plan.purpose ?? undefined,
    scope: plan.scope ?? undefined,
    frequencyWords: plan.frequencyWords ?? undefined,
    standard: plan.standard === null ? undefined : `${plan.standard.id}|${plan.standard.number}`,
    period: fromOn === null || toOn === null ? null : [dayjs(fromOn), dayjs(toOn)],
    designated: plan.designation !== null,
    designation: designationValues(plan.designation),
    objectIds: plan.objects.map(({ unit }) => unit.id),
    necessities: Object.fromEntries(plan.objects.map(({ unit, necessity }) => [unit.id, necessity ?? undefined])),
    villagesPerUnit: plan.villagesPerUnit,
    householdsPerVillage: plan.householdsPerVillage,
    looseSiteIds: chosen.filter(({ group }) => group === null).map(({ siteId }) => siteId),
    groups: plan.groups.map(({ number, name: groupName, charter, leader, members, invited, units }) => ({
      name: groupName,
      charter,
      leaderId: leader?.id,
      memberIds: members.map(({ id }) => id),
      invitedIds: invited.map(({ id }) => id),
      unitIds: units.map(({ id }) => id),
      siteIds: chosen.filter(({ group }) => group === number).map(({ siteId }) => siteId),
    })),
    supervisorIds: plan.supervisors.map(({ id }) => id),
  };
}

const said = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);

function designationValues(designation: Inspection['plan']['designation']): PlanValues['designation'] {
  if (designation === null) return undefined;
  const { unit, matter, scope, duty, fromOn, toOn } = designation;
  return { unitId: unit.id, matter, scope, duty, period: [dayjs(fromOn), dayjs(toOn)] };
}

/** The form asks for all parts before it lets a designation be saved. */
function designationOf({ designated, designation }: PlanValues): PlanBody['designation'] {
  const { unitId, matter, scope, duty, period } = designation ?? {};
  if (designated !== true || unitId === undefined || !period) return undefined;
  return {
    unitId,
    matter: matter?.trim() ?? '',
    scope: scope?.trim() ?? '',
    duty: duty?.trim() ?? '',
    fromOn: period[0].format('YYYY-MM-DD'),
    toOn: period[1].format('YYYY-MM-DD'),
  };
}

/** The whole plan as it is saved. */
export function bodyOf(values: PlanValues): PlanBody {
  const { groups = [], objectIds = [], necessities = {}, looseSiteIds = [], period } = values;
  const [id, number] = values.standard?.split('|') ?? [];
  return {
    name: values.name.trim(),
    contentClass: values.contentClass,
    type: values.type,
    methods: values.methods ?? [],
    purpose: said(values.purpose),
    scope: said(values.scope),
    frequencyWords: said(values.frequencyWords),
    standard: id === undefined ? undefined : { id, number: Number(number) },
    fromOn: period?.[0].format('YYYY-MM-DD'),
    toOn: period?.[1].format('YYYY-MM-DD'),
    objects: objectIds.map((unitId) => ({ unitId, necessity: said(necessities[unitId]) })),
    sites: [
      ...looseSiteIds.map((siteId) => ({ siteId })),
      ...groups.flatMap(({ siteIds = [] }, i) => siteIds.map((siteId) => ({ siteId, group: i + 1 }))),
    ],
    villagesPerUnit: values.villagesPerUnit ?? undefined,
    householdsPerVillage: values.householdsPerVillage ?? undefined,
    designation: designationOf(values),
    groups: groups.map(({ siteIds: _, charter, memberIds = [], ...group }) => ({
      ...group,
      charter: charter ?? '',
      memberIds,
    })),
    supervisorIds: values.supervisorIds ?? [],
  };
}
