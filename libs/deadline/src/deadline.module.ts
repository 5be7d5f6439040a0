import { Module } from '@nestjs/common';
import { ClockConsequences } from './domain/clock-consequences.js';
import { NoClocks } from './domain/no-clocks.js';
import { CalendarController } from './http/calendar.controller.js';
import { DeadlineController } from './http/deadline.controller.js';
import { ProfileController } from './http/profile.controller.js';
import { YearController } from './http/year.controller.js';
import { CalendarExport } from './queries/calendar-export.js';
import { Calendars } from './queries/calendars.js';
import { CalendarViews } from './queries/calendar-views.query.js';
import { LawProfiles } from './queries/law-profiles.js';
import { PreviewDeadline } from './queries/preview-deadline.js';
import { ProfileHistory } from './queries/profile-history.query.js';
import { ImportYear } from './usecases/import-year.js';
import { KeepProfiles } from './usecases/keep-profiles.js';
import { KeepShipped } from './usecases/keep-shipped.js';
import { OwnCalendars } from './usecases/own-calendars.js';
import { PublishYear } from './usecases/publish-year.js';

/** What the law says about time. */
@Module({
  controllers: [CalendarController, YearController, ProfileController, DeadlineController],
  providers: [
    Calendars,
    CalendarViews,
    CalendarExport,
    LawProfiles,
    ProfileHistory,
    PreviewDeadline,
    PublishYear,
    ImportYear,
    OwnCalendars,
    KeepProfiles,
    KeepShipped,
    { provide: ClockConsequences, useClass: NoClocks },
  ],
  exports: [Calendars, LawProfiles],
})
export class DeadlineModule {}
