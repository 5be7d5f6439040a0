import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { sheetFile } from '@ducha/http';
import { HistorySources } from '../queries/history-sources.js';
import { HolderDays } from '../queries/holder-days.js';
import { ReportFile } from '../queries/report-file.js';
import { Timeliness, type TimelinessQuestion } from '../queries/timeliness.js';
import { HistoryFileQuery, HolderDaysQuery, HistoryQuery, TimelinessFileQuery, TimelinessQuery } from './report.dto.js';
import { HistorySourceView, HolderDaysReportView, TimelinessReportView } from './report.view.js';

/** Figures. */
@Controller('reports')
export class ReportController {
  constructor(
    private readonly timeliness: Timeliness,
    private readonly holderDays: HolderDays,
    private readonly sources: HistorySources,
    private readonly files: ReportFile,
  ) {}

  /** How timely the assignments that the reader may see were answered, as it stood at an instant. */
  @Get('timeliness')
  @Act('report.read')
  assignments(@Query() query: TimelinessQuery, @By() by: Actor): Promise<TimelinessReportView> {
    return this.timeliness.report(ofAssignments(query, by));
  }

  /** That report as a sheet. */
  @Get('timeliness/export')
  @Act('report.read')
  async assignmentsFile(@Query() query: TimelinessFileQuery, @By() by: Actor): Promise<StreamableFile> {
    return sheetFile(await this.files.open(ofAssignments(query, by), query.format, by), '办理时效', query.format);
  }

  /** How many days each holder had the work: units, assisting units, the bureau, rulers, principals. */
  @Get('holder-days')
  @Act('report.holders')
  days(@Query() { asOf, unit, kind, month }: HolderDaysQuery): Promise<HolderDaysReportView> {
    return this.holderDays.report({ asOf: asOf === undefined ? null : new Date(asOf), filter: { unit, kind, month } });
  }

  /** The same of an imported ledger. */
  @Get('history')
  @Act('report.history')
  history(@Query() query: HistoryQuery): Promise<TimelinessReportView> {
    return this.timeliness.report(ofHistory(query));
  }

  /** That report as a sheet. */
  @Get('history/export')
  @Act('report.history')
  async historyFile(@Query() query: HistoryFileQuery, @By() by: Actor): Promise<StreamableFile> {
    return sheetFile(await this.files.open(ofHistory(query), query.format, by), '历史台账时效', query.format);
  }

  /** The imported ledgers. */
  @Get('history/sources')
  @Act('report.history')
  list(): Promise<HistorySourceView[]> {
    return this.sources.list();
  }
}

const ofAssignments = (query: TimelinessQuery, by: Actor): TimelinessQuestion => ({
  ...questionOf(query),
  ground: { of: 'assignments', by },
});
const ofHistory = (query: HistoryQuery): TimelinessQuestion => ({
  ...questionOf(query),
  ground: { of: 'history', source: query.source },
});
const questionOf = ({ asOf, within, by, unit, kind, month }: TimelinessQuery) => ({
  asOf: asOf === undefined ? null : new Date(asOf),
  within,
  by,
  filter: { unit, kind, month },
});
