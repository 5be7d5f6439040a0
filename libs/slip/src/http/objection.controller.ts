import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { LateCases } from '../queries/late-cases.query.js';
import { Objections } from '../queries/objections.query.js';
import { DecideObjection } from '../usecases/decide-objection.js';
import { ObjectToAll } from '../usecases/object-to-all.js';
import { RaiseObjection } from '../usecases/raise-objection.js';
import {
  LateCasesQuery,
  ObjectToAllBody,
  ObjectionBody,
  ObjectionDecisionBody,
  ObjectionListQuery,
} from './slip.dto.js';
import { LateCaseView, ObjectionView, RaisedAllView, RaisedView } from './slip.view.js';

/** Objections (申辩) to slips and to figures. */
@Controller()
export class ObjectionController {
  constructor(
    private readonly objections: Objections,
    private readonly lateCases: LateCases,
    private readonly raiseObjection: RaiseObjection,
    private readonly objectToAll: ObjectToAll,
    private readonly decideObjection: DecideObjection,
  ) {}

  /** Objections that the reader may see, the newest first. */
  @Get('objections')
  @Act('slip.read')
  @PageOf(ObjectionView)
  list(@Query() query: ObjectionListQuery, @By() by: Actor): Promise<Page<ObjectionView>> {
    return this.objections.page(query, by);
  }

  /** Answers that count as late in the figures, the newest assignments first. */
  @Get('reports/timeliness/late')
  @Act('slip.read')
  @PageOf(LateCaseView)
  late(@Query() query: LateCasesQuery, @By() by: Actor): Promise<Page<LateCaseView>> {
    return this.lateCases.page(query, by);
  }

  /** The unit objects: to a slip, or, where none is named, to being counted as late. */
  @Post('assignments/:id/objections')
  @Act('objection.raise', 'id')
  async raise(@Param('id') id: string, @Body() { slipId, words }: ObjectionBody, @By() by: Actor): Promise<RaisedView> {
    return { id: await this.raiseObjection.run({ assignmentId: id, slipId: slipId ?? null, words }, by) };
  }

  /** The unit objects to all that counts as late and was not objected to, at most 50 at once. */
  @Post('reports/timeliness/late/objections')
  @Act('objection.raise_all')
  @HttpCode(200)
  async raiseAll(@Body() { words }: ObjectToAllBody, @By() by: Actor): Promise<RaisedAllView> {
    return { raised: await this.objectToAll.run(words, by) };
  }

  /** Decides: upheld, a slip is withdrawn and a case is taken out of the figures. By another person than who made it. */
  @Post('assignments/:id/objections/:objectionId/decide')
  @Act('objection.decide', 'id')
  @HttpCode(204)
  decide(
    @Param('id') assignmentId: string,
    @Param('objectionId', ParseUUIDPipe) objectionId: string,
    @IfMatch() version: number,
    @Body() { verdict, reason }: ObjectionDecisionBody,
    @By() by: Actor,
  ): Promise<void> {
    return this.decideObjection.run({ assignmentId, objectionId, version, verdict, reason }, by);
  }
}
