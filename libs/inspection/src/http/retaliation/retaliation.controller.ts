import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { RetaliationReports } from '../../queries/retaliation/retaliation-reports.query.js';
import { ReportRetaliation } from '../../usecases/retaliation/report-retaliation.js';
import { RetaliationBody, RetaliationWordsBody } from './retaliation.dto.js';
import { OwnRetaliationView, RetaliationSourceView, RetaliationView } from './retaliation.view.js';

/** Reports of threat and retaliation (打击报复): read by few, never by whom they are about, and without whoever made them. */
@Controller('retaliation-reports')
export class RetaliationController {
  constructor(
    private readonly reports: RetaliationReports,
    private readonly report: ReportRetaliation,
  ) {}

  /** The newest two hundred. */
  @Get()
  @Act('retaliation.read')
  list(@By() by: Actor): Promise<RetaliationView[]> {
    return this.reports.all(by);
  }

  /** One’s own. */
  @Get('mine')
  @Act('retaliation.report')
  mine(@By() by: Actor): Promise<OwnRetaliationView[]> {
    return this.reports.mine(by);
  }

  /** Makes a report. */
  @Post()
  @Act('retaliation.report')
  async make(@Body() { words, againstUnitId }: RetaliationBody, @By() by: Actor): Promise<OwnRetaliationView[]> {
    await this.report.make({ words, againstUnitId: againstUnitId ?? null }, by);
    return this.reports.mine(by);
  }

  /** Who made it, for a reason that is kept. */
  @Post(':id/source')
  @Act('retaliation.unmask')
  @Fresh()
  @HttpCode(200)
  source(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { words }: RetaliationWordsBody,
    @By() by: Actor,
  ): Promise<RetaliationSourceView> {
    return this.report.unmask(id, words, by);
  }

  /** What came of it. */
  @Post(':id/settle')
  @Act('retaliation.settle')
  @HttpCode(200)
  async settle(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { words }: RetaliationWordsBody,
    @By() by: Actor,
  ): Promise<RetaliationView[]> {
    await this.report.settle({ id, version, words, by });
    return this.reports.all(by);
  }
}
