import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf, sheetFile } from '@ducha/http';
import { DutyExport } from '../queries/duty-export.query.js';
import { DutyRegister } from '../queries/duty-register.query.js';
import { KeepDuties } from '../usecases/keep-duties.js';
import { DutyBody, DutyChangeBody, DutyEndBody, DutyExportQuery, DutyListQuery, DutySuggestQuery } from './duty.dto.js';
import { DutyHistoryView, DutySuggestion, DutyView, WrittenDutyView } from './duty.view.js';

/** The duty register: read by everybody who works with it, kept by the bureau. */
@Controller('duties')
export class DutyController {
  constructor(
    private readonly register: DutyRegister,
    private readonly duties: KeepDuties,
    private readonly file: DutyExport,
  ) {}

  /** Lines of the duty register, as it stands or stood at an instant. */
  @Get()
  @Act('duty.list')
  @PageOf(DutyView)
  list(@Query() query: DutyListQuery, @By() by: Actor): Promise<Page<DutyView>> {
    return this.register.page(query, by);
  }

  /** The unit that the register names for a category, and the list on which the item stands. */
  @Get('suggest')
  @Act('duty.list')
  suggest(@Query() query: DutySuggestQuery): Promise<DutySuggestion> {
    return this.register.suggest(query.category);
  }

  /** The register as a file that imports again. */
  @Get('export')
  @Act('duty.list')
  async export(@Query() query: DutyExportQuery, @By() by: Actor): Promise<StreamableFile> {
    return sheetFile(await this.file.open(query, by), '职责清单', query.format);
  }

  /** Every line that the item ever had, newest first. */
  @Get(':id/history')
  @Act('duty.list')
  async history(@Param('id', ParseUUIDPipe) id: string): Promise<DutyHistoryView> {
    return { items: await this.register.history(id) };
  }

  /** Writes a line for an item that has none. */
  @Post()
  @Act('duty.keep')
  async create(@By() by: Actor, @Body() { at, reason, ...line }: DutyBody): Promise<WrittenDutyView> {
    return { id: await this.duties.create(by, line, { ...(at !== undefined && { at }), reason }) };
  }

  /** Changes a line from a day on; the former one stays in the history. */
  @Post(':id/change')
  @Act('duty.keep')
  async change(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { at, reason, ...line }: DutyChangeBody,
  ): Promise<WrittenDutyView> {
    return { id: await this.duties.change(by, id, version, line, { ...(at !== undefined && { at }), reason }) };
  }

  /** Ends a line from a day on. */
  @Post(':id/end')
  @Act('duty.keep')
  @HttpCode(204)
  end(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: DutyEndBody,
  ): Promise<void> {
    return this.duties.end(by, id, version, body);
  }
}
