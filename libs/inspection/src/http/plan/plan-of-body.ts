import type { Plan } from '../../domain/plan/plan.js';
import type { GroupBody, PlanBody } from './inspection.dto.js';

/** The plan that a body says; what was left out is null. */
export function planOfBody(body: PlanBody): Plan {
  const { name, methods, objects, sites, groups, supervisorIds = [] } = body;
  return {
    name,
    methods,
    contentClass: body.contentClass ?? null,
    type: body.type ?? null,
    purpose: body.purpose ?? null,
    scope: body.scope ?? null,
    frequencyWords: body.frequencyWords ?? null,
    standard: body.standard ?? null,
    fromOn: body.fromOn ?? null,
    toOn: body.toOn ?? null,
    objects: objects.map(({ unitId, necessity = null }) => ({ unitId, necessity })),
    sites: sites.map(({ siteId, group = null }) => ({ siteId, group })),
    villagesPerUnit: body.villagesPerUnit ?? null,
    householdsPerVillage: body.householdsPerVillage ?? null,
    designation: body.designation ?? null,
    groups: groups.map(groupOf),
    supervisorIds,
  };
}

const groupOf = ({ name, charter, leaderId = undefined, memberIds, invitedIds = [], unitIds = [] }: GroupBody) => ({
  name,
  charter,
  leaderId: leaderId ?? null,
  memberIds,
  invitedIds,
  unitIds,
});
