import { Injectable } from '@nestjs/common';
import { COUNTY_ZONE } from '@ducha/kernel';
import { Store } from '@ducha/store';
import {
  type CountyMoment,
  minutesUntilOpen,
  minutesUntilOpenTomorrow,
  type NoticeHours,
  usualHours,
} from '../domain/hours.js';
import { NoticeCalendar } from '../notice-calendar.js';

const readSql = `
  select (select value from county_setting where name = 'notice') as said,
    to_char(now() at time zone '${COUNTY_ZONE}', 'YYYY-MM-DD') as day,
    (extract(hour from now() at time zone '${COUNTY_ZONE}') * 60 + extract(minute from now() at time zone '${COUNTY_ZONE}'))::int as minute`;

/** What the hours mean at this moment of the database clock. */
export interface HoursNow {
  readonly hours: NoticeHours;
  /** 0: people may be reached now. */
  readonly minutesUntilOpen: number;
  /** Where what is over the day's cap goes. */
  readonly minutesUntilOpenTomorrow: number;
}

/** When the county lets people be reached. */
@Injectable()
export class HoursQuery {
  constructor(
    private readonly store: Store,
    private readonly calendar: NoticeCalendar,
  ) {}

  /** The county's setting `notice`; what it does not say is as usual. */
  async read(): Promise<NoticeHours> {
    return (await this.now()).hours;
  }

  async now(): Promise<HoursNow> {
    const row = await this.store.queryOne<CountyMoment & { said: Partial<NoticeHours> | null }>(readSql);
    const hours = { ...usualHours, ...row?.said };
    const moment = { day: row?.day ?? '', minute: row?.minute ?? 0 };
    const calendar = await this.calendar.current();
    return {
      hours,
      minutesUntilOpen: minutesUntilOpen(hours, calendar, moment),
      minutesUntilOpenTomorrow: minutesUntilOpenTomorrow(hours, calendar, moment),
    };
  }
}
