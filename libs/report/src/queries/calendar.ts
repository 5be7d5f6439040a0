import { Injectable } from '@nestjs/common';
import { Calendars } from '@ducha/deadline';
import type { WorkingCalendar } from '@ducha/kernel';

/** By which days a report counts: those of the county. */
@Injectable()
export class ReportCalendar {
  constructor(private readonly calendars: Calendars) {}

  current(): Promise<WorkingCalendar> {
    return this.calendars.forUnit(null);
  }
}
