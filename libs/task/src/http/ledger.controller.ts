import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { type Page, PageOf, PageQuery } from '@ducha/http';
import { Ledger } from '../queries/ledger.query.js';
import { LedgerExport } from '../queries/ledger-export.js';
import { Slip } from '../queries/slip.query.js';
import { TaskPage } from '../queries/task-page.query.js';
import { Timeline } from '../queries/timeline.query.js';
import { registerFile } from './ledger-file.js';
import { LedgerExportQuery, LedgerFilter, LedgerGroupsQuery, LedgerQuery } from './ledger.dto.js';
import { LedgerCount, LedgerGroups, LedgerRow } from './ledger.view.js';
import { SlipView } from './slip.view.js';
import { TaskView } from './task.view.js';
import { TimelineEntry } from './timeline.view.js';

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

  /** The newest 10,000 rows of a filter in groups. */
  @Get('groups')
  @Act('task.read')
  groups(@Query() { by: grouping, ...filter }: LedgerGroupsQuery, @By() by: Actor): Promise<LedgerGroups> {
    return this.ledger.groups(filter, grouping ?? 'state', by);
  }

  /** The ledger as a file, streamed, personal numbers masked; more than 200 rows need an export request. */
  @Get('export')
  @Act('task.export')
  @Fresh()
  async export(@Query() query: LedgerExportQuery, @By() by: Actor): Promise<StreamableFile> {
    const stream = await this.ledgerExport.openAlone(query, by);
    return registerFile(stream, { register: 'ledger', format: query.format });
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
