import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { CheckList } from '../queries/check-list.query.js';
import { ReplaceCheck } from '../usecases/replace-check.js';
import { SettleCheck } from '../usecases/settle-check.js';
import { CheckListQuery, ReplaceBody, SettleBody } from './look-back.dto.js';
import { CheckView } from './look-back.view.js';

/** The claims that were drawn, and what was found on looking again. */
@Controller('look-back-checks')
export class CheckController {
  constructor(
    private readonly checks: CheckList,
    private readonly settleCheck: SettleCheck,
    private readonly replaceCheck: ReplaceCheck,
  ) {}

  /** Checks in the order in which they were drawn. */
  @Get()
  @Act('look_back.read')
  @PageOf(CheckView)
  list(@Query() query: CheckListQuery, @By() by: Actor): Promise<Page<CheckView>> {
    return this.checks.page(query, by);
  }

  /** One check. */
  @Get(':id')
  @Act('look_back.read')
  read(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<CheckView> {
    return this.checks.one(id, by);
  }

  /** What the checker found: effective (见效), or relapse (反弹), which sends the task into another round. */
  @Post(':id/settle')
  @Act('look_back.check')
  @HttpCode(200)
  async settle(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { outcome, words, evidenceIds }: SettleBody,
    @By() by: Actor,
  ): Promise<CheckView> {
    await this.settleCheck.run({ id, version, on: outcome, words, evidenceIds, by });
    return this.checks.one(id, by);
  }

  /** It cannot be checked: the next reserve of its stratum comes in. */
  @Post(':id/replace')
  @Act('look_back.plan')
  @HttpCode(200)
  async replace(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason, words }: ReplaceBody,
    @By() by: Actor,
  ): Promise<CheckView> {
    await this.replaceCheck.run({ id, version, reason, words, by });
    return this.checks.one(id, by);
  }
}
