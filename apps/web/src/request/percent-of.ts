/** A share in percent with one decimal, half up; '' of nothing. */
export function percentOf(n: number, of: number): string {
  return of === 0 ? '' : `${(Math.round((n * 1_000) / of) / 10).toFixed(1)}%`;
}
