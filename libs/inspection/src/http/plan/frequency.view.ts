import { UnitBrief } from '@ducha/org';

/** How often a unit is inspected in a year. Own counts only: names of other inspections are for the bureau. */
export class FrequencyView {
  unit: UnitBrief;
  /** Inspections of the year's plan that were opened, out or over. */
  planned: number;
  released: number;
  /** Of these comprehensive ones: normally one a year. */
  comprehensive: number;
  /** Visits that arrived there, days on which they did, and those of standing patrols. */
  visits: number;
  days: number;
  patrolVisits: number;
  /** Visits of this month. */
  thisMonth: number;
}
