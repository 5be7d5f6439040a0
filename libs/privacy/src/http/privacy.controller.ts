import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { IfMatch, type Page, PageOf, PageQuery } from '@ducha/http';
import { PrivacyQuery } from '../queries/privacy.query.js';
import { PurgeList } from '../queries/purge-list.query.js';
import { DecidePurge } from '../usecases/decide-purge.js';
import { SetRules } from '../usecases/set-rules.js';
import { PrivacyRulesBody, PurgeApprovalBody, PurgeRefusalBody } from './privacy.dto.js';
import { PrivacyView, PurgeView } from './privacy.view.js';

/** What is held of people, how long, and how it ends. */
@Controller()
export class PrivacyController {
  constructor(
    private readonly privacy: PrivacyQuery,
    private readonly purges: PurgeList,
    private readonly setRules: SetRules,
    private readonly decide: DecidePurge,
  ) {}

  /** Classes, purposes and periods. */
  @Get('personal-data')
  @Act('personal_data.read')
  read(): Promise<PrivacyView> {
    return this.privacy.read();
  }

  /** Settles the periods and the daily cap. */
  @Put('personal-data')
  @Act('personal_data.set')
  @Fresh()
  async set(@Body() { unmaskDailyCap, months }: PrivacyRulesBody, @By() by: Actor): Promise<PrivacyView> {
    await this.setRules.run({ unmaskDailyCap, months: { ...months } }, by);
    return this.privacy.read();
  }

  /** What is past its time and what became of it. */
  @Get('purges')
  @Act('personal_data.read')
  @PageOf(PurgeView)
  list(@Query() query: PageQuery, @By() by: Actor): Promise<Page<PurgeView>> {
    return this.purges.page(query, by);
  }

  /** Asks for what the system proposed. */
  @Post('purges/:id/ask')
  @HttpCode(200)
  @Act('purge.ask')
  @Fresh()
  async ask(
    @Param('id', ParseUUIDPipe) purgeId: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<PurgeView> {
    await this.decide.run({ purgeId, version, on: 'ask', words: null, by });
    return this.purges.one(purgeId, by);
  }

  /** Another person allows it; what goes cannot be brought back. */
  @Post('purges/:id/approve')
  @HttpCode(200)
  @Act('purge.decide')
  @Fresh()
  async approve(
    @Param('id', ParseUUIDPipe) purgeId: string,
    @IfMatch() version: number,
    @Body() { words }: PurgeApprovalBody,
    @By() by: Actor,
  ): Promise<PurgeView> {
    await this.decide.run({ purgeId, version, on: 'approve', words: words ?? null, by });
    return this.purges.one(purgeId, by);
  }

  /** Does not allow it; a day later the system proposes anew. */
  @Post('purges/:id/refuse')
  @HttpCode(200)
  @Act('purge.decide')
  async refuse(
    @Param('id', ParseUUIDPipe) purgeId: string,
    @IfMatch() version: number,
    @Body() { words }: PurgeRefusalBody,
    @By() by: Actor,
  ): Promise<PurgeView> {
    await this.decide.run({ purgeId, version, on: 'refuse', words, by });
    return this.purges.one(purgeId, by);
  }
}
