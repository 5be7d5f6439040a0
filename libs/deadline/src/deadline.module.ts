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
import { FollowLadders } from './jobs/follow-ladders.js';
import { KeepLadders } from './usecases/keep-ladders.js';
import { KeepShippedLadders } from './usecases/keep-shipped-ladders.js';
import { LadderClocks } from './usecases/ladder-clocks.js';
import { LadderController } from './http/ladder.controller.js';
import { LadderHistory } from './queries/ladder-history.query.js';
import { LadderRehearsal } from './queries/ladder-rehearsal.query.js';
import { Ladders } from './queries/ladders.query.js';
import { RungWordsQuery } from './queries/rung-words.query.js';
import { SetSlipLevels } from './usecases/set-slip-levels.js';
import { SlipLevels } from './queries/slip-levels.query.js';
import { TakeUpLadders } from './usecases/take-up-ladders.js';
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
  Ladders,
  LadderClocks,
  LadderHistory,
  LadderRehearsal,
  KeepLadders,
  KeepShippedLadders,
  TakeUpLadders,
  FollowLadders,
  RungWordsQuery,
  SlipLevels,
  SetSlipLevels,
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
      controllers: [CalendarController, YearController, ProfileController, LadderController, DeadlineController],
      providers: [...providers, ...(settings.role === 'api' ? [] : [ClockSweeps])],
      exports: [Calendars, LawProfiles, Clocks, LadderClocks, SlipLevels, Rehearsal, LegalBases, NoticeCalendar],
    };
  }
}
