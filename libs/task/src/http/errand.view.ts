import type { ErrandState } from '../domain/errand-lifecycle.js';
import { EvidenceBrief, PersonRef } from './brief.view.js';

/** What a member of staff told the liaison. */
export class ErrandReportView {
  id: string;
  words: string;
  reportedAt: Date;
  evidence: EvidenceBrief[];
}

/** What one member of staff was given. */
export class ErrandView {
  id: string;
  version: number;
  person: PersonRef;
  /** Title of the person's post; null when they left the unit, and somebody else has to take it. */
  title: string | null;
  note: string;
  innerDueAt: Date | null;
  overdue: boolean;
  state: ErrandState;
  givenBy: PersonRef;
  givenAt: Date;
  finishedAt: Date | null;
  recalledAt: Date | null;
  /** Oldest first. */
  reports: ErrandReportView[];
  /** report, return, recall. */
  actions: string[];
}

/** Somebody to whom work can be given. */
export class StaffView {
  id: string;
  name: string;
  title: string;
  unitName: string;
}

/** What a unit has given out of an assignment. */
export class ErrandsView {
  /** The ones in hand first. */
  items: ErrandView[];
  /** Whether the reader may give out more of it now. */
  mayGive: boolean;
  /** To whom; empty for who may not. */
  staff: StaffView[];
}
