import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf, PageQuery } from '@ducha/http';
import type { DrawRecord } from '../domain/draw/draw-record.js';
import { LookBackList } from '../queries/look-back-list.query.js';
import { SamplePreview } from '../queries/sample-preview.js';
import { UnitFigures } from '../queries/unit-figures.query.js';
import { DrawLookBack } from '../usecases/draw-look-back.js';
import { PlanLookBack, refuseReversed } from '../usecases/plan-look-back.js';
import { DrawBody, SampleQuery } from './look-back.dto.js';
import { LookBackView, PlannedLookBackView, SamplePreviewView, UnitFigureView } from './look-back.view.js';

/** Independent re-checks after closing (回头看): samples that are drawn so that anybody can draw again. */
@Controller('look-backs')
export class LookBackController {
  constructor(
    private readonly lookBacks: LookBackList,
    private readonly samplePreview: SamplePreview,
    private readonly unitFigures: UnitFigures,
    private readonly planLookBack: PlanLookBack,
    private readonly drawLookBack: DrawLookBack,
  ) {}

  /** Rounds, newest first. */
  @Get()
  @Act('look_back.read')
  @PageOf(LookBackView)
  list(@Query() query: PageQuery, @By() by: Actor): Promise<Page<LookBackView>> {
    return this.lookBacks.page(query, by);
  }

  /** What a round would be drawn from: strata, quotas, who could check. Nothing is written. */
  @Get('preview')
  @Act('look_back.plan')
  preview(@Query() { from, to, ...bounds }: SampleQuery): Promise<SamplePreviewView> {
    const period = { from: new Date(from), to: new Date(to) };
    refuseReversed(period.from, period.to, bounds);
    return this.samplePreview.of({ ...period, ...bounds, checkerIds: null, declared: [] });
  }

  /** What units claimed, what of it held when it was looked at again, and how sure that is. */
  @Get('figures')
  @Act('look_back.figures')
  @PageOf(UnitFigureView)
  figures(@Query() query: PageQuery, @By() by: Actor): Promise<Page<UnitFigureView>> {
    return this.unitFigures.page(query, by);
  }

  /** Plans a round and commits to its seed. */
  @Post()
  @Act('look_back.plan')
  async plan(@Body() { from, to, ...bounds }: SampleQuery, @By() by: Actor): Promise<PlannedLookBackView> {
    return { id: await this.planLookBack.run({ from: new Date(from), to: new Date(to), ...bounds, by }) };
  }

  /** One round. */
  @Get(':id')
  @Act('look_back.read')
  read(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<LookBackView> {
    return this.lookBacks.one(id, by);
  }

  /** The record of its draw, as `ducha verify-draw` and the public page read it. */
  @Get(':id/record')
  @Act('look_back.read')
  record(@Param('id', ParseUUIDPipe) id: string): Promise<DrawRecord> {
    return this.lookBacks.record(id);
  }

  /** Draws the sample and its checkers, and reveals the seed. */
  @Post(':id/draw')
  @Act('look_back.plan')
  @HttpCode(200)
  async draw(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { contribution = '', checkerIds, recusals = [] }: DrawBody,
    @By() by: Actor,
  ): Promise<LookBackView> {
    const declared = recusals.map(({ personId, unitId, reason }) => ({ inspector: personId, party: unitId, reason }));
    await this.drawLookBack.run({ id, version, contribution, checkerIds: checkerIds ?? null, declared, by });
    return this.lookBacks.one(id, by);
  }

  /** Gives a round up before its draw. */
  @Post(':id/cancel')
  @Act('look_back.plan')
  @HttpCode(200)
  async cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<LookBackView> {
    await this.planLookBack.cancel(id, version, by);
    return this.lookBacks.one(id, by);
  }
}
