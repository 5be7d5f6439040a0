import { Injectable } from '@nestjs/common';
import type { OfficeSpan, WorkingCalendar } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { calendarOf, calendarOver, type CalendarYear, type OwnParts } from '../domain/calendars/calendar-year.js';

/** A calendar as it is kept: the county's has no unit and everything of its own. */
export interface KeptCalendar extends OwnParts {
  readonly id: string;
  readonly unitId: string | null;
  readonly version: number;
}

interface Book {
  readonly token: string;
  readonly county: KeptCalendar;
  readonly kept: ReadonlyMap<string, KeptCalendar>;
  readonly made: Map<string, WorkingCalendar>;
}

interface Nearest {
  readonly token: string;
  readonly unitId: string | null;
  readonly calendarId: string | null;
}

/** One statement, so that the token and what it stands for are of one instant. */
const bookSql = `
  select (select token from time_rules where kind = 'calendar') as token,
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'unitId', c.unit_id, 'version', c.version,
      'week', (select w.week from calendar_week w where w.calendar_id = c.id order by w.revision desc limit 1),
      'officeHours', (select w.office_hours from calendar_week w where w.calendar_id = c.id order by w.revision desc limit 1),
      'years', (select coalesce(jsonb_agg(jsonb_build_object('year', y.year, 'days', y.days) order by y.year), '[]') from calendar_year y
        where y.calendar_id = c.id and y.revision = (select max(z.revision) from calendar_year z where z.calendar_id = c.id and z.year = y.year)))
      order by c.id) from work_calendar c where c.ended_at is null), '[]') as calendars`;

/** The calendar of a unit by the unit above it, nearest first; no row where the county's holds. */
const nearestSql = `
  select r.token, of.unit_id as "unitId", of.calendar_id as "calendarId" from time_rules r left join lateral (
    select asked.id as unit_id, (select c.id from work_calendar c join unit above on above.id = c.unit_id
      where c.ended_at is null and u.path like above.path || '%' order by length(above.path) desc limit 1) as calendar_id
    from unnest($1::uuid[]) as asked (id) join unit u on u.id = asked.id) of on true
  where r.kind = 'calendar'`;

/**
 * The calendars in force. What a process keeps of them is as old as the token that a change replaces; every call compares
 * it, in the caller's transaction, so two processes never count by different calendars for longer than that.
 */
@Injectable()
export class Calendars {
  private book: Book | undefined;

  constructor(private readonly store: Store) {}

  /** The calendar of the nearest unit upward that has one of its own, else the county's. @param unitId  null for the county */
  async forUnit(unitId: string | null): Promise<WorkingCalendar> {
    if (unitId === null) return this.made(await this.current());
    return (await this.forUnits([unitId])).get(unitId) ?? this.made(await this.current());
  }

  /** The same for many at once, by unit; a unit that does not exist is absent. */
  async forUnits(unitIds: readonly string[]): Promise<Map<string, WorkingCalendar>> {
    const rows = await this.nearest(unitIds);
    const book = await this.current(rows[0]?.token);
    return new Map(
      rows.flatMap(({ unitId, calendarId }) =>
        unitId === null ? [] : [[unitId, this.made(book, calendarId ?? book.county.id)]],
      ),
    );
  }

  /** Id of the calendar by which a unit works; undefined where there is no such unit. */
  async idFor(unitId: string): Promise<string | undefined> {
    const [row] = await this.nearest([unitId]);
    if (!row || row.unitId === null) return undefined;
    return row.calendarId ?? (await this.current(row.token)).county.id;
  }

  /** The calendars as they are kept, the county’s first. */
  async kept(): Promise<readonly KeptCalendar[]> {
    const { county, kept } = await this.current();
    return [county, ...[...kept.values()].filter(({ id }) => id !== county.id)];
  }

  private nearest(unitIds: readonly string[]): Promise<Nearest[]> {
    return this.store.query<Nearest>(nearestSql, [unitIds]);
  }

  private async current(token?: string): Promise<Book> {
    const asked = token ?? (await this.tokenNow());
    if (this.book?.token === asked) return this.book;
    const row = await this.store.queryOne<{ token: string; calendars: KeptCalendar[] }>(bookSql);
    const county = row?.calendars.find(({ unitId }) => unitId === null);
    if (!row || !county) throw new Error('the county’s calendar has not been taken in yet');
    const kept = new Map(row.calendars.map((one) => [one.id, one]));
    this.book = { token: row.token, county, kept, made: new Map() };
    return this.book;
  }

  private async tokenNow(): Promise<string> {
    const row = await this.store.queryOne<{ token: string }>(`select token from time_rules where kind = 'calendar'`);
    return row?.token ?? '';
  }

  private made({ county, kept, made }: Book, id = county.id): WorkingCalendar {
    const known = made.get(id);
    if (known) return known;
    const own = kept.get(id) ?? county;
    const calendar = built(county, own);
    made.set(id, calendar);
    return calendar;
  }
}

/** The calendar of the county with other years, or of a unit over the county's. */
export function built(county: OwnParts, own: OwnParts, years: readonly CalendarYear[] = own.years): WorkingCalendar {
  const base = { week: whole(county.week), officeHours: whole(county.officeHours), years: county.years };
  return own === county ? calendarOf({ ...base, years }) : calendarOver(base, { ...own, years });
}

/** What the county's calendar always has. */
function whole<T extends readonly boolean[] | readonly OfficeSpan[]>(part: T | null): T {
  if (part === null) throw new Error('the county’s calendar lacks its week or its office hours');
  return part;
}
