import { type DynamicModule, Global, Module } from '@nestjs/common';
import { NoticeCalendar } from '@ducha/notice';
import type { Settings } from '@ducha/store';
import { CalendarController } from './http/calendar.controller.js';
import { CalendarExport } from './queries/calendar-export.js';
import { CalendarViews } from './queries/calendar-views.query.js';
import { Calendars } from './queries/calendars.js';
import { ClockConsequences } from './domain/clock-consequences.js';
import { ClockSweeps } from './jobs/clock-sweeps.js';
import { Clocks } from './usecases/clocks.js';
import { DeadlineController } from './http/deadline.controller.js';
import { FireRungs } from './usecases/fire-rungs.js';
import { ImportYear } from './usecases/import-year.js';
import { KeepProfiles } from './usecases/keep-profiles.js';
import { KeepShipped } from './usecases/keep-shipped.js';
import { LawProfiles } from './queries/law-profiles.js';
import { LegalBases } from './queries/legal-bases.query.js';
import { OpenClocks } from './usecases/open-clocks.js';
import { OwnCalendars } from './usecases/own-calendars.js';
import { PreviewDeadline } from './queries/preview-deadline.js';
import { ProfileController } from './http/profile.controller.js';
import { ProfileHistory } from './queries/profile-history.query.js';
import { PublishYear } from './usecases/publish-year.js';
import { RecomputeClocks } from './jobs/recompute-clocks.js';
import { Rehearsal } from './queries/rehearsal.query.js';
import { YearController } from './http/year.controller.js';

const providers = [
  Calendars,
  CalendarViews,
  CalendarExport,
  LawProfiles,
  LegalBases,
  ProfileHistory,
  PreviewDeadline,
  PublishYear,
  ImportYear,
  OwnCalendars,
  KeepProfiles,
  KeepShipped,
  Clocks,
  FireRungs,
  Rehearsal,
  RecomputeClocks,
  OpenClocks,
  { provide: ClockConsequences, useExisting: OpenClocks },
  {
    provide: NoticeCalendar,
    inject: [Calendars],
    useFactory: (calendars: Calendars): NoticeCalendar => ({ current: () => calendars.forUnit(null) }),
  },
];

/** What the law says about time, and the clocks that run by it. Quiet days of notices go by the county’s calendar. */
@Global()
@Module({})
export class DeadlineModule {
  /** @param settings  a process that only answers fires nothing */
  static for(settings: Settings): DynamicModule {
    return {
      module: DeadlineModule,
      controllers: [CalendarController, YearController, ProfileController, DeadlineController],
      providers: [...providers, ...(settings.role === 'api' ? [] : [ClockSweeps])],
      exports: [Calendars, LawProfiles, Clocks, Rehearsal, LegalBases, NoticeCalendar],
    };
  }
}
