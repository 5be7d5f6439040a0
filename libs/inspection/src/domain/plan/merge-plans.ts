import type { Plan } from './plan.js';

/**
 * The plan of `into` with what `from` adds: objects, chosen sites (without a group yet), methods, purpose and scope.
 * Groups stay those of `into`; quotas are the larger ones.
 */
export function mergePlans(into: Plan, from: Plan): Plan {
  const objects = new Set(into.objects.map(({ unitId }) => unitId));
  const sites = new Set(into.sites.map(({ siteId }) => siteId));
  return {
    ...into,
    methods: [...new Set([...into.methods, ...from.methods])],
    purpose: joined(into.purpose, from.purpose),
    scope: joined(into.scope, from.scope),
    objects: [...into.objects, ...from.objects.filter(({ unitId }) => !objects.has(unitId))],
    sites: [
      ...into.sites,
      ...from.sites.filter(({ siteId }) => !sites.has(siteId)).map(({ siteId }) => ({ siteId, group: null })),
    ],
    villagesPerUnit: larger(into.villagesPerUnit, from.villagesPerUnit),
    householdsPerVillage: larger(into.householdsPerVillage, from.householdsPerVillage),
  };
}

const joined = (one: string | null, other: string | null): string | null =>
  one === null || other === null || one === other ? (one ?? other) : `${one}；${other}`;

const larger = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);
