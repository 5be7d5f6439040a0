import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { CalendarViews } from '../queries/calendar-views.query.js';
import { OwnCalendars } from '../usecases/own-calendars.js';
import { CalendarOfUnitQuery, CalendarWeekBody, NewCalendarBody } from './calendar.dto.js';
import { CalendarView, CalendarYearView, YearRevisionDaysView, YearRevisionView } from './calendar.view.js';
import { minutesOf } from './time-of-day.js';
import { RevisionPipe, YearPipe } from './year.pipe.js';

/** Which days are worked: the county's calendar and those of units. */
@Controller('calendars')
export class CalendarController {
  constructor(
    private readonly calendars: CalendarViews,
    private readonly own: OwnCalendars,
  ) {}

  /** The county's calendar and those of units that have one of their own. */
  @Get()
  @Act('calendar.read')
  list(): Promise<CalendarView[]> {
    return this.calendars.list();
  }

  /** The calendar by which a unit works: its own, that of the nearest unit above, else the county's. */
  @Get('in-force')
  @Act('calendar.read')
  ofUnit(@Query() { unitId }: CalendarOfUnitQuery): Promise<CalendarView> {
    return this.calendars.ofUnit(unitId);
  }

  /** A year as it is in force. */
  @Get(':id/years/:year')
  @Act('calendar.read')
  year(@Param('id', ParseUUIDPipe) id: string, @Param('year', YearPipe) year: number): Promise<CalendarYearView> {
    return this.calendars.year(id, year);
  }

  /** What was published for a year, the newest first. */
  @Get(':id/years/:year/revisions')
  @Act('calendar.read')
  revisions(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('year', YearPipe) year: number,
  ): Promise<YearRevisionView[]> {
    return this.calendars.revisions(id, year);
  }

  /** One publication with its days. */
  @Get(':id/years/:year/revisions/:revision')
  @Act('calendar.read')
  revision(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('year', YearPipe) year: number,
    @Param('revision', RevisionPipe) revision: number,
  ): Promise<YearRevisionDaysView> {
    return this.calendars.revision(id, year, revision);
  }

  /** Gives a unit a calendar of its own; it says nothing yet, so everything is still the county's. */
  @Post()
  @Act('calendar.keep')
  async begin(@Body() { unitId }: NewCalendarBody, @By() by: Actor): Promise<CalendarView> {
    return this.calendars.one(await this.own.begin(unitId, by));
  }

  /** Settles the week and the office hours. */
  @Put(':id/week')
  @Act('calendar.keep')
  async setWeek(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { week, officeHours }: CalendarWeekBody,
    @By() by: Actor,
  ): Promise<CalendarView> {
    const hours = officeHours?.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })) ?? null;
    await this.own.setWeek(id, version, { week, officeHours: hours }, by);
    return this.calendars.one(id);
  }

  /** The unit goes by the county's calendar again. */
  @Delete(':id')
  @HttpCode(204)
  @Act('calendar.keep')
  async end(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @By() by: Actor): Promise<void> {
    await this.own.end(id, version, by);
  }
}
