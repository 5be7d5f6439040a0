import type { DrawTerms, Excluded, FrameRow, Recusal, StratumQuota } from '../draw/draw-record.js';
import { quotaOf, samplePercent, type SampleBounds, type Standing } from './sample-plan.js';

/** A closed claim that may be looked at again. */
export interface Claim {
  readonly taskId: string;
  readonly round: number;
  /** The task's number, by which the record of the draw names it. */
  readonly rowId: string;
  readonly kind: string;
  readonly unitId: string;
  readonly unitName: string;
  /** It is being checked by an earlier round. */
  readonly underCheck: boolean;
}

/** Why somebody may not check a unit (`party` a unit) or one claim (`party` a row). */
export type CheckerRecusal = Recusal;

/** A stratum with the claims in it. */
export interface ClaimStratum extends StratumQuota {
  readonly unitId: string;
  readonly kind: string;
  readonly size: number;
}

/** What the sample of a round is drawn from. */
export interface SampleFacts {
  readonly purpose: string;
  readonly claims: readonly Claim[];
  readonly standings: ReadonlyMap<string, Standing>;
  readonly bounds: SampleBounds;
  readonly checkerIds: readonly string[];
  readonly recusals: readonly CheckerRecusal[];
}

/** The terms of the draw, and its strata as the bureau reads them. */
export interface SamplePlan {
  readonly terms: DrawTerms;
  readonly strata: readonly ClaimStratum[];
}

/**
 * Strata by unit and source; from each the unit's percentage, of what is left after those under check and those that nobody
 * free of recusal could check were taken out.
 */
export function planSample(facts: SampleFacts): SamplePlan {
  const { purpose, claims, checkerIds, recusals } = facts;
  const names = nameStrata(claims);
  const frame = claims.map((claim): FrameRow => {
    return { stratum: names.get(keyOf(claim)) ?? '', party: claim.unitId, id: claim.rowId };
  });
  const excluded = takenOut(claims, checkerIds, recusals);
  const strata = [...groupsOf(claims)].map(([key, group]) =>
    stratumOf({ ...facts, name: names.get(key) ?? '', group, excluded }),
  );
  const quotas = strata.map(({ stratum, quota }): StratumQuota => ({ stratum, quota }));
  const people = { inspectors: checkerIds, perObject: 1, recusals };
  return { terms: { purpose, frame, strata: quotas, excluded, ...people }, strata };
}

const keyOf = ({ unitId, kind }: Claim): string => `${unitId} ${kind}`;

function groupsOf(claims: readonly Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const group = groups.get(keyOf(claim));
    if (group) group.push(claim);
    else groups.set(keyOf(claim), [claim]);
  }
  return groups;
}

/** Units may share a name; then their ids' ends tell them apart. */
function nameStrata(claims: readonly Claim[]): Map<string, string> {
  const unitsOfName = new Map<string, Set<string>>();
  for (const { unitName, unitId } of claims)
    unitsOfName.set(unitName, (unitsOfName.get(unitName) ?? new Set<string>()).add(unitId));
  return new Map(
    claims.map((claim) => {
      const isShared = (unitsOfName.get(claim.unitName)?.size ?? 0) > 1;
      const unit = isShared ? `${claim.unitName}（${claim.unitId.slice(-6)}）` : claim.unitName;
      return [keyOf(claim), `${unit} · ${claim.kind}`];
    }),
  );
}

function takenOut(
  claims: readonly Claim[],
  checkerIds: readonly string[],
  recusals: readonly CheckerRecusal[],
): Excluded[] {
  const barred = new Set(recusals.map(({ inspector, party }) => `${inspector} ${party}`));
  const isFree = (id: string, { unitId, rowId }: Claim): boolean =>
    !barred.has(`${id} ${unitId}`) && !barred.has(`${id} ${rowId}`);
  return claims.flatMap((claim) => {
    if (claim.underCheck) return [{ id: claim.rowId, reason: 'under_check' }];
    return checkerIds.some((id) => isFree(id, claim)) ? [] : [{ id: claim.rowId, reason: 'nobody_free' }];
  });
}

interface StratumFacts extends SampleFacts {
  readonly name: string;
  readonly group: readonly Claim[];
  readonly excluded: readonly Excluded[];
}

function stratumOf({ name, group, excluded, standings, bounds }: StratumFacts): ClaimStratum {
  const out = new Set(excluded.map(({ id }) => id));
  const size = group.filter(({ rowId }) => !out.has(rowId)).length;
  const { unitId = '', kind = '' } = group[0] ?? {};
  const percent = samplePercent(standings.get(unitId) ?? { checked: 0, held: 0 }, bounds);
  return { stratum: name, unitId, kind, size, quota: quotaOf(size, percent) };
}
