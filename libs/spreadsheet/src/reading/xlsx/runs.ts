import type { ReadLimits } from '../../limits.js';

/**
 * Longest stretch of XML in which a cell of the allowed length can be written: each character may stand as a
 * reference of eight characters (`&#x4E2D;`), and one chunk more may be in flight.
 */
export function longestRun(limits: ReadLimits): number {
  return limits.maxCellLength * 8 + 65_536;
}
