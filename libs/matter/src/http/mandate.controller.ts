import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { IfMatch, type Page } from '@ducha/http';
import { MandateList } from '../queries/mandate-list.query.js';
import { ProposeMandate } from '../usecases/propose-mandate.js';
import { SettleMandate } from '../usecases/settle-mandate.js';
import { MandateBody, MandateListQuery } from './mandate.dto.js';
import { MandateView } from './mandate.view.js';

/** Standing mandates (常设授权). */
@Controller('mandates')
export class MandateController {
  constructor(
    private readonly mandates: MandateList,
    private readonly proposeMandate: ProposeMandate,
    private readonly settleMandate: SettleMandate,
  ) {}

  /** Mandates, the latest first. */
  @Get()
  @Act('mandate.read')
  list(@Query() query: MandateListQuery, @By() by: Actor): Promise<Page<MandateView>> {
    return this.mandates.page(query, by);
  }

  /** Asks for one; a principal other than the asker approves it. */
  @Post()
  @Act('mandate.propose')
  async propose(
    @Body() { sourceKind, categoryPrefix, from, to, reason }: MandateBody,
    @By() by: Actor,
  ): Promise<MandateView> {
    const id = await this.proposeMandate.run({
      sourceKind,
      categoryPrefix,
      from: new Date(from),
      to: new Date(to),
      reason,
      by,
    });
    return this.mandates.read(id, by);
  }

  /** One mandate. */
  @Get(':id')
  @Act('mandate.read')
  read(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<MandateView> {
    return this.mandates.read(id, by);
  }

  /** Gives it its force. */
  @Post(':id/approve')
  @HttpCode(200)
  @Act('mandate.approve')
  @Fresh()
  async approve(
    @Param('id', ParseUUIDPipe) mandateId: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<MandateView> {
    await this.settleMandate.run({ mandateId, version, on: 'approve', by });
    return this.mandates.read(mandateId, by);
  }

  /** Takes it back. What was registered under it stays. */
  @Post(':id/revoke')
  @HttpCode(200)
  @Act('mandate.approve')
  async revoke(
    @Param('id', ParseUUIDPipe) mandateId: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<MandateView> {
    await this.settleMandate.run({ mandateId, version, on: 'revoke', by });
    return this.mandates.read(mandateId, by);
  }
}
