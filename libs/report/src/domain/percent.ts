/**
 * A share in per cent with one decimal, half up, in whole numbers only: 1 of 16 is 6.3 and never 6.2 by a float's grace.
 * @param n   0 to `of`
 * @param of  up to 10^12; null comes of 0
 */
export function percentOf(n: number, of: number): number | null {
  if (of === 0) return null;
  const tenths = (BigInt(n) * 2_000n + BigInt(of)) / (BigInt(of) * 2n);
  return Number(tenths) / 10;
}
