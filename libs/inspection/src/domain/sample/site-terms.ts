import type { DrawTerms, Excluded, Recusal } from '../draw/draw-record.js';

/** A site that could be drawn. `row` is how the record of the draw names it: never a person. */
export interface FrameSite {
  readonly siteId: string;
  readonly row: string;
  readonly unitId: string;
  readonly stratum: string;
  /** It was chosen, or is visited already. */
  readonly taken: boolean;
}

/** What a draw of sites is made from. `groups` are drawn for the sites; none: whoever draws goes there. */
export interface SiteFacts {
  readonly purpose: string;
  readonly sites: readonly FrameSite[];
  readonly quota: number;
  readonly groups: readonly string[];
  /** Groups that may not go to what a unit answers for. */
  readonly recusals: readonly Recusal[];
}

/** The same quota from every stratum; what is taken, or what no group is free to visit, was taken out with its reason. */
export function siteTerms({ purpose, sites, quota, groups, recusals }: SiteFacts): DrawTerms {
  const strata = [...new Set(sites.map(({ stratum }) => stratum))].map((stratum) => ({ stratum, quota }));
  const isBarred = (unitId: string): boolean =>
    groups.length > 0 && groups.every((one) => recusals.some((r) => r.inspector === one && r.party === unitId));
  const excluded = sites.flatMap(({ row, unitId, taken }): Excluded[] => {
    if (taken) return [{ id: row, reason: 'taken' }];
    return isBarred(unitId) ? [{ id: row, reason: 'nobody_free' }] : [];
  });
  const frame = sites.map(({ stratum, unitId, row }) => ({ stratum, party: unitId, id: row }));
  const who = { inspectors: groups, perObject: groups.length === 0 ? 0 : 1, recusals };
  return { purpose, frame, strata, excluded, ...who };
}
