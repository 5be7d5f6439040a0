import { PersonRef, UnitBrief } from './brief.view.js';
import { AskedReportView } from './report-duty.view.js';

/** What one asker wanted of one unit in a month. */
export class AskedLineView {
  unit: UnitBrief;
  /** The leader whose word it was; null where the bureau acted under a standing mandate or on its own account. */
  asker: PersonRef | null;
  /** Where the tasks came from. */
  kind: string;
  /** Assignments that were sent in the month. */
  received: number;
  /** Answers that fall due in the month. */
  due: number;
}

/** What units were asked for in a month. */
export class AskedView {
  /** `2026-11`; null when nothing was asked and no month was named. */
  month: string | null;
  received: number;
  due: number;
  /** At most 500, the most first. */
  lines: AskedLineView[];
  /** Routine reports that units in work owe now; at most 200, the next first. Only for the present month. */
  reports: AskedReportView[];
}
