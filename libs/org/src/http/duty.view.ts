import type { DutyCellFault, DutyImportCounts } from '../import/duty-report.js';
import type { TownshipList } from '../domain/duty-line.js';
import { UnitBrief } from './unit.view.js';

/** One line of the duty register. */
export class DutyView {
  id: string;
  version: number;
  /** Slash path such as 城乡建设/市政设施/道路破损. */
  category: string;
  leadUnit: UnitBrief;
  assistUnits: UnitBrief[];
  /** Of the townships: basic (基本履职), assisting (配合履职), withdrawn (上级部门收回); null: on none. */
  townshipList: TownshipList | null;
  /** The paper that says so. */
  basis: string | null;
  from: Date;
  /** Null: in force. */
  to: Date | null;
  actions: string[];
}

/** One line as it was from a day to a day. */
export class DutyPastView {
  id: string;
  version: number;
  category: string;
  leadUnit: UnitBrief;
  assistUnits: UnitBrief[];
  townshipList: TownshipList | null;
  basis: string | null;
  from: Date;
  to: Date | null;
  recordedBy: string | null;
  recordedAt: Date;
}

/** The lines of one item, newest first, at most 200. */
export class DutyHistoryView {
  items: DutyPastView[];
}

/** What the duty register says about a category. */
export class DutySuggestion {
  /** The line that matched: the longest one that the category begins with. */
  matchedCategory: string;
  leadUnit: UnitBrief;
  assistUnits: UnitBrief[];
  townshipList: TownshipList | null;
  basis: string | null;
}

/** A line was written. */
export class WrittenDutyView {
  id: string;
}

/** One cell that keeps its row out. */
export class DutyRejectedView {
  sheet: string;
  /** As Excel counts. */
  row: number;
  /** Letters; null when the sheet has no such column. */
  column: string | null;
  code: DutyCellFault;
  message: string;
}

/** What becomes of the rows below the header. */
export class DutyCountsView implements DutyImportCounts {
  physicalRows: number;
  rows: number;
  blank: number;
  begun: number;
  changed: number;
  same: number;
  rejected: number;
}

/** A sheet of lines that was looked at or taken in. */
export class DutyImportView {
  id: string;
  version: number;
  fileName: string;
  state: 'previewed' | 'committed';
  counts: DutyCountsView;
  /** At most 1,000. */
  rejected: DutyRejectedView[];
  /** The first 20 lines that would begin or change. */
  sample: DutySampleView[];
  actions: string[];
}

/** One line as it would be taken in. */
export class DutySampleView {
  row: number;
  category: string;
  leadUnit: string;
  assistUnits: string[];
  townshipList: TownshipList | null;
  basis: string | null;
  /** Whether the item has no line today. */
  isNew: boolean;
}
