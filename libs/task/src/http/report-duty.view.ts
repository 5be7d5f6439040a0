import type { ReportEvery } from '../domain/routine-report.js';
import { PersonRef, UnitBrief } from './brief.view.js';

/** A routine report duty as the unit sees it: who asked, why, how often, and when the next one is due. */
export class ReportDutyView {
  every: ReportEvery;
  why: string;
  askedBy: PersonRef;
  /** Calendar day of the county, `YYYY-MM-DD`; null while nothing is owed: not signed yet, suspended or answered. */
  nextDay: string | null;
  overdue: boolean;
}

/** One routine report duty among those a unit has in a month. */
export class AskedReportView extends ReportDutyView {
  taskId: string;
  title: string;
  unit: UnitBrief;
}
