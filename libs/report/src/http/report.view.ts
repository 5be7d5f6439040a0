/** How many cases were answered within a term. */
export class WithinView {
  /** As asked: `5wd`. */
  term: string;
  n: number;
  /** Cases counted, without those that are open and whose term still runs. */
  of: number;
  /** Open cases whose term still runs. */
  running: number;
  /** n of `of`, one decimal, half up; null of none. */
  percent: number | null;
  /** Days of years whose holidays are not published were counted by the week alone. */
  provisional: boolean;
}

/** By one kind of due date. `onTime` includes cases without one, `open` those that are not past it; `of` = onTime + late. */
export class OnTimeView {
  onTime: number;
  late: number;
  of: number;
  percent: number | null;
}

/** Figures of one group of cases, or of all. */
export class TimelinessView {
  /** Of what: a unit's id or name, a kind, a month; empty for all. */
  key: string;
  label: string;
  total: number;
  excluded: number;
  /** Of the excluded: those to which the unit objected and was right. */
  objected: number;
  /** Counted cases without an answer. */
  open: number;
  /** Counted cases without a due date; they are on time. */
  noLimit: number;
  /** By the date as first set; this is the assessment's. */
  byOriginalDate: OnTimeView;
  /** By the date as corrected or extended. */
  byCurrentDate: OnTimeView;
  within: WithinView[];
}

/** Why cases are not counted. */
export class ExclusionView {
  /** takenBack, waived, suspended, answeredBeforeReceipt; objection: the unit objected and was right */
  reason: string;
  n: number;
}

/** Timeliness of answers, as it stood at an instant. */
export class TimelinessReportView {
  /** Name of the imported ledger; null for this county's own assignments. */
  source: string | null;
  /** UTC. */
  asOf: string;
  by: string;
  all: TimelinessView;
  /** At most 500, by their keys. */
  groups: TimelinessView[];
  groupsCut: boolean;
  exclusions: ExclusionView[];
}

/** How long one holder had work in hand. */
export class HolderDaysView {
  /** unit, assisting_unit, bureau, principal; ruler: who the law names to rule on disputes */
  holder: string;
  /** Tasks, and matters before they are one, that the holder had. */
  cases: number;
  /** Days of the calendar, suspended ones and those of others’ decisions not counted. */
  days: number;
  /** Days a case. */
  perCase: number;
}

/** Days by holder as they stood at an instant. */
export class HolderDaysReportView {
  /** UTC. */
  asOf: string;
  holders: HolderDaysView[];
}

/** One imported ledger. */
export class HistorySourceView {
  source: string;
  cases: number;
  importedAt: string;
}
