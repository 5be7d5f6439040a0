import { Controller, Get, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { HistorySources } from '../queries/history-sources.js';
import { Timeliness } from '../queries/timeliness.js';
import { HistoryQuery, TimelinessQuery } from './report.dto.js';
import { HistorySourceView, TimelinessReportView } from './report.view.js';

/** Figures. */
@Controller('reports')
export class ReportController {
  constructor(
    private readonly timeliness: Timeliness,
    private readonly sources: HistorySources,
  ) {}

  /** How timely the assignments that the reader may see were answered, as it stood at an instant. */
  @Get('timeliness')
  @Act('report.read')
  assignments(@Query() query: TimelinessQuery, @By() by: Actor): Promise<TimelinessReportView> {
    return this.timeliness.report({ ...questionOf(query), ground: { of: 'assignments', by } });
  }

  /** The same of an imported ledger. */
  @Get('history')
  @Act('report.history')
  history(@Query() query: HistoryQuery): Promise<TimelinessReportView> {
    return this.timeliness.report({ ...questionOf(query), ground: { of: 'history', source: query.source } });
  }

  /** The imported ledgers. */
  @Get('history/sources')
  @Act('report.history')
  list(): Promise<HistorySourceView[]> {
    return this.sources.list();
  }
}

const questionOf = ({ asOf, within, by, unit, kind, month }: TimelinessQuery) => ({
  asOf: asOf === undefined ? null : new Date(asOf),
  within,
  by,
  filter: { unit, kind, month },
});
