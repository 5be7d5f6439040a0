/** Where findings against one clause were made. */
export interface Spread {
  readonly findings: number;
  readonly units: number;
  readonly sites: number;
  readonly groups: number;
  /** Units that were inspected at all. */
  readonly inspectedUnits: number;
}

/** From how much spread on a problem is suggested as common (共性). */
export interface SpreadRule {
  /** At least so many units. */
  readonly units: number;
  /** At least so many of the inspected units, in percent. */
  readonly percent: number;
  /** Where there are fewer units: at least so many places, found by at least so many groups. */
  readonly sites: number;
  readonly groups: number;
}

/** The rule that is shown on the page: three units and a third of those inspected; or five places found by two groups. */
export const spreadRule: SpreadRule = { units: 3, percent: 33, sites: 5, groups: 2 };

/** `common` 共性 or `individual` 个性; a suggestion, on which a person decides. */
export type SpreadClass = 'common' | 'individual';

/**
 * What the spread suggests. Groups count because what one pair of eyes sees everywhere may be the pair of eyes.
 * @param spread  counts over findings that stand
 */
export function suggestedClass(spread: Spread, rule: SpreadRule = spreadRule): SpreadClass {
  const share = spread.inspectedUnits === 0 ? 0 : (spread.units * 100) / spread.inspectedUnits;
  const overUnits = spread.units >= rule.units && share >= rule.percent;
  const overPlaces = spread.sites >= rule.sites && spread.groups >= rule.groups;
  return overUnits || overPlaces ? 'common' : 'individual';
}
