import { officialCalendar } from '@ducha/deadline';
import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '@ducha/kernel';

/** By which days a report counts: those of the county. */
@Injectable()
export class ReportCalendar {
  current(): Promise<WorkingCalendar> {
    return Promise.resolve(officialCalendar);
  }
}
