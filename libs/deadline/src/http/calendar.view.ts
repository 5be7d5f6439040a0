/** Somebody or some unit by name. */
export class NamedView {
  id: string;
  name: string;
}

/** A stretch of office hours, `HH:MM`. */
export class OfficeSpanView {
  from: string;
  to: string;
}

/** A year of a calendar in a list. */
export class CalendarYearBrief {
  year: number;
  revision: number;
  off: number;
  working: number;
  madeAt: string;
}

/** A calendar. */
export class CalendarView {
  id: string;
  version: number;
  /** Null: the county's. */
  unit: NamedView | null;
  /** Monday to Sunday; null: as the county. */
  week: boolean[] | null;
  /** Null: as the county. */
  officeHours: OfficeSpanView[] | null;
  years: CalendarYearBrief[];
}

/** A day of a year that is set apart from the week. */
export class SetDayView {
  day: string;
  name: string;
  working: boolean;
  /** Set by the unit itself, over what the county has. */
  own: boolean;
}

/** A year of a calendar as it is in force. */
export class CalendarYearView {
  calendarId: string;
  year: number;
  /** False: the official notice is not out, and no time limit that runs into the year can be known. */
  published: boolean;
  /** Revision in force of this calendar's own days; 0 where it has none of the year. */
  revision: number;
  addresses: string[];
  /** Null where the year is not published. */
  workingDays: number | null;
  /** Monday to Sunday. */
  week: boolean[];
  officeHours: OfficeSpanView[];
  /** From 1 December of the year before. */
  days: SetDayView[];
}

/** A publication of a year. */
export class YearRevisionView {
  revision: number;
  off: number;
  working: number;
  addresses: string[];
  /** shipped: it came with the product. */
  origin: 'shipped' | 'form' | 'json' | 'ical' | 'sheet';
  /** SHA-256 of its days. */
  digest: string;
  madeBy: NamedView | null;
  madeAt: string;
}

/** A publication of a year with its days. */
export class YearRevisionDaysView extends YearRevisionView {
  days: SetDayView[];
}

/** What happens to clocks that are running. */
export class ClockMovesView {
  open: number;
  earlier: number;
  later: number;
  furthestDays: number;
}

/** What publishing these days would change; nothing is stored. */
export class YearPreviewView {
  /** Revision that it would follow, for `If-Match`; 0 where there is none. */
  revision: number;
  /** Days that become working days. */
  gained: string[];
  /** Days that are working days no longer. */
  lost: string[];
  /** Null where the year was not published: the days are then compared with the week alone. */
  workingDaysBefore: number | null;
  workingDays: number;
  /** Null where no clocks are kept. */
  clocks: ClockMovesView | null;
}

/** A day as a file gives it. */
export class FileDayView {
  /** Row of the sheet, number of the event or of the entry. */
  row: number;
  day: string;
  name: string;
  working: boolean;
}

/** A place of a file that keeps it out. */
export class FileRejectedView {
  row: number;
  field: string;
  code: string;
  message: string;
}

/** What a file of a year says; nothing is stored. */
export class YearFileView {
  format: 'json' | 'ical' | 'sheet';
  /** Null where it cannot be told. */
  year: number | null;
  addresses: string[];
  days: FileDayView[];
  rejected: FileRejectedView[];
}
