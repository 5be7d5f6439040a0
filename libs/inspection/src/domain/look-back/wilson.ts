/** An interval for a share, both ends from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided, 95 %. */
const z = 1.959964;

/**
 * Wilson's score interval of `held` out of `checked`. With nothing checked nothing is known: 0 to 1.
 * @source E. B. Wilson, Journal of the American Statistical Association 22 (1927)
 */
export function wilson(held: number, checked: number): Interval {
  if (checked === 0) return { low: 0, high: 1 };
  const share = held / checked;
  const middle = share + z ** 2 / (2 * checked);
  const half = z * Math.sqrt((share * (1 - share)) / checked + z ** 2 / (4 * checked ** 2));
  const scale = 1 + z ** 2 / checked;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}
