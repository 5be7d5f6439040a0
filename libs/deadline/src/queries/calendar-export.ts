import { Injectable } from '@nestjs/common';
import { numberOf, dayOf } from '@ducha/kernel';
import { stringify } from 'csv-stringify/sync';
import ICAL from 'ical.js';
import type { SetDay } from '../domain/calendars/calendar-year.js';
import { deadlineFault } from '../deadline-faults.js';
import { CalendarViews } from './calendar-views.query.js';

/** Kinds of files a year is written to; the import takes each of them again. */
export const calendarFormats = ['json', 'ics', 'csv'] as const;
/** One of `calendarFormats`. */
export type CalendarFormat = (typeof calendarFormats)[number];

interface PublishedYear {
  readonly year: number;
  readonly addresses: readonly string[];
  readonly days: readonly SetDay[];
}

/** A published year of the county's calendar as a file. */
@Injectable()
export class CalendarExport {
  constructor(private readonly calendars: CalendarViews) {}

  /** @throws Fault `deadline.revisionNotFound` where the year is not published */
  async text(year: number, format: CalendarFormat): Promise<string> {
    const { id } = await this.calendars.ofUnit(undefined);
    const [last] = await this.calendars.revisions(id, year);
    if (!last) throw deadlineFault('revisionNotFound');
    const { days, addresses } = await this.calendars.revision(id, year, last.revision);
    return writers[format]({ year, addresses, days });
  }
}

const writers: Readonly<Record<CalendarFormat, (year: PublishedYear) => string>> = {
  json: ({ year, addresses, days }) => {
    const list = days.map(({ day, name, working }) => ({ name, date: day, isOffDay: !working }));
    return `${JSON.stringify({ year, papers: addresses, days: list }, null, 2)}\n`;
  },
  csv: ({ addresses, days }) =>
    stringify(
      days.map(({ day, name, working }) => [day, name, working ? '上班' : '放假', addresses[0] ?? '']),
      { header: true, bom: true, columns: ['日期', '名称', '类型', '来源'] },
    ),
  ics: ({ year, addresses, days }) => {
    const calendar = new ICAL.Component('vcalendar');
    calendar.updatePropertyWithValue('version', '2.0');
    calendar.updatePropertyWithValue('prodid', '-//Ducha//calendar//ZH');
    for (const one of days) calendar.addSubcomponent(eventOf(one, year, addresses[0]));
    return `${calendar.toString()}\r\n`;
  },
};

function eventOf({ day, name, working }: SetDay, year: number, address: string | undefined): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', `${day}@calendar.ducha`);
  // a file of the same year is the same file: the stamp is the year's first moment
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromString(`${year}-01-01T00:00:00Z`, undefined));
  event.updatePropertyWithValue('dtstart', ICAL.Time.fromDateString(day));
  event.updatePropertyWithValue('dtend', ICAL.Time.fromDateString(dayOf(numberOf(day) + 1)));
  event.updatePropertyWithValue('summary', `${name}${working ? '（班）' : '（休）'}`);
  if (address !== undefined) event.updatePropertyWithValue('url', address);
  return event;
}
