import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { InspectionList } from '../../queries/plan/inspection-list.query.js';
import { InspectionPage } from '../../queries/plan/inspection-page.query.js';
import { EndGroups } from '../../usecases/group/end-groups.js';
import { DraftInspection } from '../../usecases/plan/draft-inspection.js';
import { MergeInspection } from '../../usecases/plan/merge-inspection.js';
import { OpenInspection } from '../../usecases/plan/open-inspection.js';
import { ReleaseInspection } from '../../usecases/plan/release-inspection.js';
import { CreatedView } from '../standard.view.js';
import { InspectionListQuery, MergeBody, OpenBody, PlanBody, ReasonBody, StartBody } from './inspection.dto.js';
import { InspectionBrief, InspectionView } from './inspection.view.js';
import { planOfBody } from './plan-of-body.js';

/** Inspections (督查活动): two doors, a frozen plan, a release. */
@Controller('inspections')
export class InspectionController {
  constructor(
    private readonly list: InspectionList,
    private readonly page: InspectionPage,
    private readonly draft: DraftInspection,
    private readonly open: OpenInspection,
    private readonly merge: MergeInspection,
    private readonly release: ReleaseInspection,
    private readonly groups: EndGroups,
  ) {}

  /** Inspections that one may read, newest first. */
  @Get()
  @Act('inspection.read')
  @PageOf(InspectionBrief)
  all(@Query() query: InspectionListQuery, @By() by: Actor): Promise<Page<InspectionBrief>> {
    return this.list.page(query, by);
  }

  /** A draft without a plan yet. */
  @Post()
  @Act('inspection.plan')
  async start(@Body() { name, standing = false }: StartBody, @By() by: Actor): Promise<CreatedView> {
    return { id: await this.draft.start(name, standing, by) };
  }

  /** One inspection with its plan. */
  @Get(':id')
  @Act('inspection.read', 'id')
  read(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<InspectionView> {
    return this.page.one(id, by);
  }

  /** Replaces the plan whole while it is a draft. */
  @Put(':id/plan')
  @Act('inspection.plan', 'id')
  async plan(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PlanBody,
    @By() by: Actor,
  ): Promise<InspectionView> {
    await this.draft.plan({ id, version, by }, planOfBody(body));
    return this.page.one(id, by);
  }

  /** Puts it before the principals. */
  @Post(':id/propose')
  @Act('inspection.plan', 'id')
  @HttpCode(200)
  async propose(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<InspectionView> {
    await this.draft.propose({ id, version, by });
    return this.page.one(id, by);
  }

  /** A principal approves what was proposed; the plan is frozen from here on. */
  @Post(':id/approve')
  @Act('inspection.open', 'id')
  @HttpCode(200)
  async approve(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { words }: OpenBody,
    @By() by: Actor,
  ): Promise<InspectionView> {
    await this.open.approve({ id, version, by }, words ?? null);
    return this.page.one(id, by);
  }

  /** A principal instructs a drafted one without a proposal; the plan is frozen from here on. */
  @Post(':id/instruct')
  @Act('inspection.open', 'id')
  @HttpCode(200)
  async instruct(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { words }: OpenBody,
    @By() by: Actor,
  ): Promise<InspectionView> {
    await this.open.instruct({ id, version, by }, words ?? null);
    return this.page.one(id, by);
  }

  /** Sends everybody out: posts, visits, code and notices in one transaction. */
  @Post(':id/release')
  @Act('inspection.release', 'id')
  @HttpCode(200)
  async releases(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<InspectionView> {
    await this.release.run({ id, version, by });
    return this.page.one(id, by);
  }

  /** Ends it in another one that takes over what it adds. */
  @Post(':id/merge')
  @Act('inspection.plan', 'id')
  @HttpCode(200)
  async merges(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { intoId }: MergeBody,
    @By() by: Actor,
  ): Promise<InspectionView> {
    await this.merge.run({ id, version, by }, intoId);
    return this.page.one(id, by);
  }

  /** Gives it up before the release. */
  @Post(':id/cancel')
  @Act('inspection.plan', 'id')
  @HttpCode(200)
  async cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonBody,
    @By() by: Actor,
  ): Promise<InspectionView> {
    await this.draft.cancel({ id, version, by }, reason);
    return this.page.one(id, by);
  }

  /** Breaks it off on the way; what was found stays. */
  @Post(':id/abort')
  @Act('inspection.release', 'id')
  @HttpCode(200)
  async abort(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonBody,
    @By() by: Actor,
  ): Promise<InspectionView> {
    await this.groups.abort({ id, version, by }, reason);
    return this.page.one(id, by);
  }
}
