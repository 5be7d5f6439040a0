import { mergedPeriod } from './merged-period.js';
import type { Plan } from './plan.js';

/**
 * The plan of `into` with what `from` adds: objects, chosen sites (without a group yet), methods, purpose and scope.
 * Groups stay those of `into`; quotas are the larger ones, and the period holds both. Null where the two meet in no week.
 */
export function mergePlans(into: Plan, from: Plan): Plan | null {
  const period = periodOf(into, from);
  if (period === null) return null;
  const objects = new Set(into.objects.map(({ unitId }) => unitId));
  const sites = new Set(into.sites.map(({ siteId }) => siteId));
  return {
    ...into,
    ...period,
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

/** Whoever has no period yet takes the other’s. */
function periodOf(into: Plan, from: Plan): Pick<Plan, 'fromOn' | 'toOn'> | null {
  const [one, other] = [into, from].map(({ fromOn, toOn }) =>
    fromOn === null || toOn === null ? null : { fromOn, toOn },
  );
  return one && other ? mergedPeriod(one, other) : (one ?? other ?? { fromOn: null, toOn: null });
}

const joined = (one: string | null, other: string | null): string | null =>
  one === null || other === null || one === other ? (one ?? other) : `${one}；${other}`;

const larger = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);
