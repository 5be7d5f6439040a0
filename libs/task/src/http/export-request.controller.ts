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
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { IfMatch, type Page, PageOf, RepeatSafe } from '@ducha/http';
import { ExportRequests } from '../queries/export-requests.query.js';
import { AskExport } from '../usecases/ask-export.js';
import { DecideExport } from '../usecases/decide-export.js';
import { ExportRegisters } from '../usecases/export-registers.js';
import { TakeExport } from '../usecases/take-export.js';
import { ExportRefusalBody, ExportRequestBody, ExportRequestQuery } from './export-request.dto.js';
import { ExportRequestView } from './export-request.view.js';
import { keptFilters } from '../domain/ledger-settings.js';
import { registerFile } from './ledger-file.js';

/** Exports that need a second person: asked, decided, taken once. */
@Controller('export-requests')
export class ExportRequestController {
  constructor(
    private readonly requests: ExportRequests,
    private readonly askExport: AskExport,
    private readonly decideExport: DecideExport,
    private readonly takeExport: TakeExport,
    private readonly registers: ExportRegisters,
  ) {}

  /** Own requests; who decides sees all. */
  @Get()
  @Act('export.ask')
  @PageOf(ExportRequestView)
  list(@Query() query: ExportRequestQuery, @By() by: Actor): Promise<Page<ExportRequestView>> {
    return this.requests.page(query, by);
  }

  /** Asks for a file. */
  @Post()
  @Act('export.ask')
  @Fresh()
  async ask(
    @Body() { register = 'ledger', format, filters, reason, unmasked = false }: ExportRequestBody,
    @By() by: Actor,
  ): Promise<ExportRequestView> {
    const kept = keptFilters(register === 'ledger' ? (filters ?? {}) : {});
    const whole = unmasked || register === 'register';
    const id = await this.askExport.run({ register, format, filters: kept, reason, unmasked: whole, by });
    return this.requests.one(id, by);
  }

  /** Allows it; never one's own. */
  @Post(':id/approve')
  @HttpCode(200)
  @Act('export.decide')
  async approve(
    @Param('id', ParseUUIDPipe) requestId: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<ExportRequestView> {
    await this.decideExport.run({ requestId, version, on: 'approve', words: null, by });
    return this.requests.one(requestId, by);
  }

  /** Does not allow it. */
  @Post(':id/refuse')
  @HttpCode(200)
  @Act('export.decide')
  async refuse(
    @Param('id', ParseUUIDPipe) requestId: string,
    @IfMatch() version: number,
    @Body() { words }: ExportRefusalBody,
    @By() by: Actor,
  ): Promise<ExportRequestView> {
    await this.decideExport.run({ requestId, version, on: 'refuse', words, by });
    return this.requests.one(requestId, by);
  }

  /** The file, once, to who asked. */
  @Post(':id/take')
  @HttpCode(200)
  @Fresh()
  @RepeatSafe()
  @Act('export.ask')
  async take(@Param('id', ParseUUIDPipe) requestId: string, @By() by: Actor): Promise<StreamableFile> {
    const wanted = await this.takeExport.run(requestId, by);
    return registerFile(await this.registers.open(wanted, by), wanted);
  }
}
