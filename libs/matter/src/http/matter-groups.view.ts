import { LedgerGroup } from '@ducha/task';
import type { MatterGrouping } from '../domain/matter-shape.js';

/** Matters in groups, the largest first. */
export class MatterGroups {
  by: MatterGrouping;
  items: LedgerGroup[];
  /** How many matters were counted; by lead unit one may stand in several groups. */
  total: number;
  /** Only the latest `total` of those that match were counted. */
  capped: boolean;
}
