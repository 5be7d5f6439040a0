import { Injectable } from '@nestjs/common';
import type { OfficeSpan } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { SetDay } from '../domain/calendars/calendar-year.js';
import { workedIn } from '../domain/calendars/year-rules.js';
import { deadlineFault } from '../deadline-faults.js';
import type {
  CalendarView,
  CalendarYearView,
  OfficeSpanView,
  YearRevisionDaysView,
  YearRevisionView,
} from '../http/calendar.view.js';
import { timeOf } from '../http/time-of-day.js';
import { built, Calendars, type KeptCalendar } from './calendars.js';

type ListRow = Omit<CalendarView, 'officeHours'> & { officeHours: OfficeSpan[] | null };

const listSql = `
  select c.id, c.version, case when u.id is null then null else jsonb_build_object('id', u.id, 'name', u.name) end as unit, w.week,
    w.office_hours as "officeHours",
    coalesce((select jsonb_agg(jsonb_build_object('year', y.year, 'revision', y.revision, 'madeAt', ${iso('y.made_at')},
      'off', (select count(*) from jsonb_array_elements(y.days) d where not (d ->> 'working')::boolean),
      'working', (select count(*) from jsonb_array_elements(y.days) d where (d ->> 'working')::boolean)) order by y.year desc)
      from calendar_year y where y.calendar_id = c.id
        and y.revision = (select max(z.revision) from calendar_year z where z.calendar_id = c.id and z.year = y.year)), '[]') as years
  from work_calendar c left join unit u on u.id = c.unit_id
  left join lateral (select * from calendar_week w where w.calendar_id = c.id order by w.revision desc limit 1) w on true
  where c.ended_at is null order by c.unit_id is not null, u.sort, c.id`;

const revisionSql = `
  select y.revision, y.days, y.addresses, y.origin, y.digest, ${iso('y.made_at')} as "madeAt",
    case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name) end as "madeBy"
  from calendar_year y left join person p on p.id = y.made_by
  where y.calendar_id = $1 and y.year = $2 and ($3::int is null or y.revision = $3) order by y.revision desc limit 200`;

interface RevisionRow extends Omit<YearRevisionView, 'off' | 'working'> {
  readonly days: SetDay[];
}

/** Calendars as they are shown. */
@Injectable()
export class CalendarViews {
  constructor(
    private readonly store: Store,
    private readonly calendars: Calendars,
  ) {}

  /** The county's first. */
  async list(): Promise<CalendarView[]> {
    const rows = await this.store.query<ListRow>(listSql);
    return rows.map((row) => ({ ...row, officeHours: row.officeHours?.map(spanView) ?? null }));
  }

  /** @throws Fault `deadline.calendarNotFound` */
  async one(id: string): Promise<CalendarView> {
    const found = (await this.list()).find((one) => one.id === id);
    if (!found) throw deadlineFault('calendarNotFound');
    return found;
  }

  /** The calendar by which a unit works. @throws Fault `deadline.calendarNotFound` where there is no such unit */
  async ofUnit(unitId: string | undefined): Promise<CalendarView> {
    const [county] = await this.calendars.kept();
    const id = unitId === undefined ? county?.id : await this.calendars.idFor(unitId);
    if (id === undefined) throw deadlineFault('calendarNotFound');
    return this.one(id);
  }

  /** A year as it is in force. @throws Fault `deadline.calendarNotFound` */
  async year(id: string, year: number): Promise<CalendarYearView> {
    const kept = await this.calendars.kept();
    const [county] = kept;
    const own = kept.find((one) => one.id === id);
    if (!county || !own) throw deadlineFault('calendarNotFound');
    const calendar = built(county, own);
    const workingDays = workedIn(year, calendar);
    const [revision] = await this.rows(id, year);
    return {
      calendarId: id,
      year,
      published: workingDays !== null,
      revision: revision?.revision ?? 0,
      addresses: revision?.addresses ?? [],
      workingDays,
      week: [...(own.week ?? county.week ?? [])],
      officeHours: (own.officeHours ?? county.officeHours ?? []).map(spanView),
      days: daysShown(year, county, own),
    };
  }

  /** What was published for a year, the newest first. */
  async revisions(id: string, year: number): Promise<YearRevisionView[]> {
    return (await this.rows(id, year)).map(({ days, ...row }) => ({ ...row, ...counted(days) }));
  }

  /** @throws Fault `deadline.revisionNotFound` */
  async revision(id: string, year: number, revision: number): Promise<YearRevisionDaysView> {
    const [row] = await this.rows(id, year, revision);
    if (!row) throw deadlineFault('revisionNotFound');
    return { ...row, ...counted(row.days), days: row.days.map((day) => ({ ...day, own: true })) };
  }

  private rows(id: string, year: number, revision: number | null = null): Promise<RevisionRow[]> {
    return this.store.query<RevisionRow>(revisionSql, [id, year, revision]);
  }
}

const spanView = ({ from, to }: OfficeSpan): OfficeSpanView => ({ from: timeOf(from), to: timeOf(to) });

const counted = (days: readonly SetDay[]): { off: number; working: number } => ({
  off: days.filter(({ working }) => !working).length,
  working: days.filter(({ working }) => working).length,
});

/** The days set for the year and the December before it; the later notice stands over the earlier, the unit over the county. */
function daysShown(year: number, county: KeptCalendar, own: KeptCalendar): CalendarYearView['days'] {
  const [first, last] = [`${year - 1}-12-01`, `${year}-12-31`];
  const shown = new Map<string, CalendarYearView['days'][number]>();
  const said = (own === county ? [county] : [county, own]).flatMap((calendar) =>
    [...calendar.years]
      .sort((a, b) => a.year - b.year)
      .flatMap(({ days }) => days.map((one) => ({ ...one, own: own !== county && calendar === own }))),
  );
  for (const one of said) if (one.day >= first && one.day <= last) shown.set(one.day, one);
  return [...shown.values()].sort((a, b) => a.day.localeCompare(b.day));
}

/** An instant as the wire has it. */
function iso(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
