import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import type { DrawRecord } from '../../domain/draw/draw-record.js';
import { InspectionDraws } from '../../queries/sample/inspection-draws.query.js';
import { InspectionPage } from '../../queries/plan/inspection-page.query.js';
import { AmendPlan } from '../../usecases/plan/amend-plan.js';
import { DrawSites } from '../../usecases/sample/draw-sites.js';
import { CreatedView } from '../standard.view.js';
import { AmendBody, CommitDrawBody, DecideAmendmentBody, DrawSitesBody } from './inspection.dto.js';
import { InspectionView } from './inspection.view.js';
import { planOfBody } from './plan-of-body.js';

/** What changes or fills a frozen plan: amendments that a principal decides, and draws. */
@Controller('inspections/:id')
export class AmendmentController {
  constructor(
    private readonly page: InspectionPage,
    private readonly amend: AmendPlan,
    private readonly sites: DrawSites,
    private readonly draws: InspectionDraws,
  ) {}

  /** Proposes a change of a frozen plan. */
  @Post('amendments')
  @Act('inspection.plan', 'id')
  async propose(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { plan, reason }: AmendBody,
    @By() by: Actor,
  ): Promise<CreatedView> {
    return { id: await this.amend.propose({ id, version, by }, planOfBody(plan), reason) };
  }

  /** A principal decides; the version is the amendment's. */
  @Post('amendments/:amendmentId/decide')
  @Act('inspection.open', 'id')
  @HttpCode(200)
  async decide(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('amendmentId', ParseUUIDPipe) amendmentId: string,
    @IfMatch() version: number,
    @Body() { decision }: DecideAmendmentBody,
    @By() by: Actor,
  ): Promise<InspectionView> {
    await this.amend.decide({ id, version, by }, amendmentId, decision === 'approve');
    return this.page.one(id, by);
  }

  /** Commits to the seed of a draw: of villages before the release, of a village's households on the ground. */
  @Post('draws')
  @Act('inspection.lead', 'id')
  async commit(
    @Param('id', ParseUUIDPipe) inspectionId: string,
    @Body() { siteId }: CommitDrawBody,
    @By() by: Actor,
  ): Promise<CreatedView> {
    return { id: await this.sites.commit({ inspectionId, siteId: siteId ?? null, by }) };
  }

  /** Draws, and reveals the seed. */
  @Post('draws/:drawId/draw')
  @Act('inspection.lead', 'id')
  @HttpCode(200)
  async draw(
    @Param('id', ParseUUIDPipe) inspectionId: string,
    @Param('drawId', ParseUUIDPipe) drawId: string,
    @Body() { contribution = '' }: DrawSitesBody,
    @By() by: Actor,
  ): Promise<InspectionView> {
    await this.sites.draw({ inspectionId, drawId, contribution, by });
    return this.page.one(inspectionId, by);
  }

  /** The record of a draw, as `ducha verify-draw` and the public page read it. */
  @Get('draws/:drawId/record')
  @Act('inspection.read', 'id')
  record(@Param('id', ParseUUIDPipe) id: string, @Param('drawId', ParseUUIDPipe) drawId: string): Promise<DrawRecord> {
    return this.draws.record(id, drawId);
  }
}
