import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { type Page, PageOf, PageQuery } from '@ducha/http';
import { Ledger } from '../queries/ledger.query.js';
import { LedgerExport } from '../queries/ledger-export.js';
import { Slip } from '../queries/slip.query.js';
import { TaskPage } from '../queries/task-page.query.js';
import { Timeline } from '../queries/timeline.query.js';
import { LedgerExportQuery, LedgerFilter, LedgerQuery } from './ledger.dto.js';
import { LedgerCount, LedgerRow } from './ledger.view.js';
import { SlipView } from './slip.view.js';
import { TaskView } from './task.view.js';
import { TimelineEntry } from './timeline.view.js';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Reading tasks: the ledger, one task, its timeline and its slip. */
@Controller('tasks')
export class LedgerController {
  constructor(
    private readonly ledger: Ledger,
    private readonly ledgerExport: LedgerExport,
    private readonly page: TaskPage,
    private readonly timeline: Timeline,
    private readonly slip: Slip,
  ) {}

  /** The ledger. */
  @Get()
  @Act('task.read')
  @PageOf(LedgerRow)
  list(@Query() query: LedgerQuery, @By() by: Actor): Promise<Page<LedgerRow>> {
    return this.ledger.page(query, by);
  }

  /** How many rows a filter has, exact up to 10,000. */
  @Get('count')
  @Act('task.read')
  count(@Query() filter: LedgerFilter, @By() by: Actor): Promise<LedgerCount> {
    return this.ledger.count(filter, by);
  }

  /** The ledger as a file, streamed. */
  @Get('export')
  @Act('task.export')
  async export(@Query() query: LedgerExportQuery, @By() by: Actor): Promise<StreamableFile> {
    const name = encodeURIComponent(`督办台账.${query.format}`);
    return new StreamableFile(await this.ledgerExport.open(query, by), {
      type: mediaTypes[query.format],
      disposition: `attachment; filename*=UTF-8''${name}`,
    });
  }

  /** One task with everything that belongs to it. */
  @Get(':id')
  @Act('task.read', 'id')
  read(@Param('id') id: string, @By() by: Actor): Promise<TaskView> {
    return this.page.of(id, by);
  }

  /** Every act on the task, newest first. */
  @Get(':id/timeline')
  @Act('task.read', 'id')
  @PageOf(TimelineEntry)
  readTimeline(@Param('id') id: string, @Query() query: PageQuery, @By() by: Actor): Promise<Page<TimelineEntry>> {
    return this.timeline.page(id, query, by);
  }

  /** What stands on the assignment slip. */
  @Get(':id/slip')
  @Act('task.read', 'id')
  readSlip(@Param('id') id: string, @By() by: Actor): Promise<SlipView> {
    return this.slip.of(id, by);
  }
}
