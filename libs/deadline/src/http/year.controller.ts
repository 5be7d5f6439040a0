import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, UploadedFile } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, languageOf, TakesFile } from '@ducha/http';
import type { Request } from 'express';
import { deadlineFault } from '../deadline-faults.js';
import { rowMessage } from '../import/row-messages.js';
import { largestYearFile, readYear } from '../import/read-year.js';
import { CalendarViews } from '../queries/calendar-views.query.js';
import { PublishYear } from '../usecases/publish-year.js';
import { PublishYearBody, YearDaysBody } from './calendar.dto.js';
import { CalendarYearView, YearFileView, YearPreviewView } from './calendar.view.js';
import { YearPipe } from './year.pipe.js';

const upload = { fileSize: largestYearFile, files: 1, fields: 0, parts: 2 };

/** Publishing a year: read from a file or written, looked at, published. */
@Controller()
export class YearController {
  constructor(
    private readonly calendars: CalendarViews,
    private readonly publishYear: PublishYear,
  ) {}

  /** Reads the official notice's list from JSON, iCalendar, XLSX or CSV of at most 1 MB; stores nothing. */
  @Post('calendar-files')
  @HttpCode(200)
  @Act('calendar.keep')
  @TakesFile(upload)
  async read(@UploadedFile() file: Express.Multer.File | undefined, @Req() request: Request): Promise<YearFileView> {
    if (!file) throw deadlineFault('noFile', {}, [{ path: 'file', message: 'is required', constraint: 'isDefined' }]);
    const { format, year, addresses, days, rows, rejected } = await readYear(file.path);
    return {
      ...{ format, year, addresses: [...addresses] },
      days: days.map(({ day, name, working }, at) => ({ row: rows[at] ?? 0, day, name, working })),
      rejected: rejected.map((one) => ({ ...one, message: rowMessage(one.code, languageOf(request)) })),
    };
  }

  /** What publishing these days would change; stores nothing. */
  @Post('calendars/:id/years/:year/preview')
  @HttpCode(200)
  @Act('calendar.keep')
  preview(
    @Param('id', ParseUUIDPipe) calendarId: string,
    @Param('year', YearPipe) year: number,
    @Body() { days }: YearDaysBody,
  ): Promise<YearPreviewView> {
    return this.publishYear.preview({ calendarId, year, days: days.map(plain) });
  }

  /** Publishes the days of a year as a new revision. `If-Match` names the revision that was seen, 0 where there was none. */
  @Put('calendars/:id/years/:year')
  @Act('calendar.keep')
  async publish(
    @Param('id', ParseUUIDPipe) calendarId: string,
    @Param('year', YearPipe) year: number,
    @IfMatch() seen: number,
    @Body() { days, addresses, origin }: PublishYearBody,
    @By() by: Actor,
  ): Promise<CalendarYearView> {
    await this.publishYear.run({ calendarId, year, days: days.map(plain), addresses, origin, seen, by });
    return this.calendars.year(calendarId, year);
  }
}

/** Field by field, so that nothing else gets into the row. */
const plain = ({ day, name, working }: YearDaysBody['days'][number]): YearDaysBody['days'][number] => ({
  day,
  name: name.trim(),
  working,
});
