import { Module } from '@nestjs/common';
import { ReportController } from './http/report.controller.js';
import { ReportCalendar } from './queries/calendar.js';
import { HistorySources } from './queries/history-sources.js';
import { HolderDays } from './queries/holder-days.js';
import { ReportFile } from './queries/report-file.js';
import { Timeliness } from './queries/timeliness.js';
import { ImportHistory } from './usecases/import-history.js';

/** Closed ledgers of elsewhere, and how timely answers were, here and there. */
@Module({
  controllers: [ReportController],
  providers: [ReportCalendar, HistorySources, Timeliness, HolderDays, ReportFile, ImportHistory],
  exports: [Timeliness, ImportHistory],
})
export class ReportModule {}
