import { Body, Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { AskExport, ExportRequests, ExportRequestView, keptFilters, registerFile } from '@ducha/task';
import { MatterExport } from '../queries/matter-export.js';
import { MatterList } from '../queries/matter-list.query.js';
import { MatterExportBody } from './matter-export.dto.js';
import { MatterExportQuery, MatterGroupsQuery } from './matter-filter.dto.js';
import { MatterGroups } from './matter-groups.view.js';

/** The matters as a register: in groups, and as a file. */
@Controller('matters')
export class MatterRegisterController {
  constructor(
    private readonly matters: MatterList,
    private readonly matterExport: MatterExport,
    private readonly asking: AskExport,
    private readonly requests: ExportRequests,
  ) {}

  /** The latest 10,000 of a filter in groups. */
  @Get('groups')
  @Act('matter.read')
  groups(@Query() { by: grouping, ...filter }: MatterGroupsQuery, @By() by: Actor): Promise<MatterGroups> {
    return this.matters.groups(filter, grouping ?? 'state', by);
  }

  /** The matters as a file, streamed, personal numbers masked; more than 200 rows need an export request. */
  @Get('export')
  @Act('matter.export')
  @Fresh()
  async export(@Query() query: MatterExportQuery, @By() by: Actor): Promise<StreamableFile> {
    const stream = await this.matterExport.openAlone(query, by);
    return registerFile(stream, { register: 'matters', format: query.format });
  }

  /** Asks for a file that needs a second person; it is decided and taken where all are (`/export-requests`). */
  @Post('export-requests')
  @Act('matter.export')
  @Fresh()
  async askExport(
    @Body() { format, filters, reason, unmasked = false }: MatterExportBody,
    @By() by: Actor,
  ): Promise<ExportRequestView> {
    const wanted = { register: 'matters', format, filters: keptFilters(filters ?? {}), unmasked } as const;
    return this.requests.one(await this.asking.run({ ...wanted, reason, by }), by);
  }
}
