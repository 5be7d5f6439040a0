import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { VisitList } from '../../queries/visit/visit-list.query.js';
import { MakeVisit, type VisitEnd } from '../../usecases/visit/make-visit.js';
import { PassOn } from '../../usecases/visit/pass-on.js';
import { EndVisitBody, OnSiteBody, PassOnBody, VisitListQuery } from './visit.dto.js';
import { VisitView } from './visit.view.js';

const endOf: Record<EndVisitBody['outcome'], VisitEnd> = {
  found: 'finish',
  absent: 'miss',
  refused: 'refuse',
  moved: 'replace',
};

/** What an inspector does at a site. */
@Controller('visits')
export class VisitController {
  constructor(
    private readonly visits: VisitList,
    private readonly make: MakeVisit,
    private readonly passOn: PassOn,
  ) {}

  /** Own visits; with `inspectionId` all of an inspection that one may read. */
  @Get()
  @Act('visit.read')
  @PageOf(VisitView)
  list(@Query() query: VisitListQuery, @By() by: Actor): Promise<Page<VisitView>> {
    return this.visits.page(query, by);
  }

  /** One visit. */
  @Get(':id')
  @Act('visit.read')
  read(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<VisitView> {
    return this.visits.one(id, by);
  }

  /** One is there. */
  @Post(':id/arrive')
  @Act('visit.make')
  @HttpCode(200)
  async arrive(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { capturedAt }: OnSiteBody,
    @By() by: Actor,
  ): Promise<VisitView> {
    await this.make.arrive({ id, version, by, capturedAt });
    return this.visits.one(id, by);
  }

  /** How it ended: found, absent, refused, or moved away so that the reserve of the draw comes in. */
  @Post(':id/end')
  @Act('visit.make')
  @HttpCode(200)
  async end(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { outcome, capturedAt }: EndVisitBody,
    @By() by: Actor,
  ): Promise<VisitView> {
    await this.make.end({ id, version, by, capturedAt }, endOf[outcome]);
    return this.visits.one(id, by);
  }

  /** The inspected noticed; measured, and nothing else. */
  @Post(':id/discovered')
  @Act('visit.make')
  @HttpCode(200)
  async discovered(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { capturedAt }: OnSiteBody,
    @By() by: Actor,
  ): Promise<VisitView> {
    await this.make.discovered({ id, version, by, capturedAt });
    return this.visits.one(id, by);
  }

  /** Steps back at the door: others go on. */
  @Post(':id/pass-on')
  @Act('visit.make')
  @HttpCode(200)
  async pass(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { ground }: PassOnBody,
    @By() by: Actor,
  ): Promise<VisitView> {
    await this.passOn.run({ id, version, by }, ground);
    return this.visits.one(id, by);
  }
}
