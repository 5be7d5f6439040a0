import type { WorkingCalendar } from '@ducha/kernel';

/** Which days are worked in the county: bound by whoever keeps the calendars. */
export abstract class NoticeCalendar {
  /** The calendar that quiet days go by now. */
  abstract current(): Promise<WorkingCalendar>;
}
