import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { Errands } from '../queries/errands.query.js';
import { GiveErrands } from '../usecases/give-errands.js';
import { MoveErrand } from '../usecases/move-errand.js';
import { ErrandReasonBody, ErrandReportBody, ErrandsBody } from './errand.dto.js';
import { ErrandsView } from './errand.view.js';

/** Inside the unit: who does what of an assignment. Seen by the unit's sub-tree and the bureau only. */
@Controller('assignments/:id/errands')
export class ErrandController {
  constructor(
    private readonly errands: Errands,
    private readonly give: GiveErrands,
    private readonly moves: MoveErrand,
  ) {}

  /** Who was given what, and what they reported. */
  @Get()
  @Act('errand.read', 'id')
  list(@Param('id') id: string, @By() by: Actor): Promise<ErrandsView> {
    return this.errands.of(id, by);
  }

  /** Gives it to members of staff. */
  @Post()
  @Act('errand.give', 'id')
  @HttpCode(200)
  async distribute(@Param('id') id: string, @Body() body: ErrandsBody, @By() by: Actor): Promise<ErrandsView> {
    await this.give.run({ ...body, assignmentId: id, by });
    return this.errands.of(id, by);
  }

  /** Tells the liaison how far it is, or that it is done. */
  @Post(':errandId/report')
  @Act('errand.report', 'id')
  @HttpCode(200)
  async report(
    @Param('id') id: string,
    @Param('errandId', ParseUUIDPipe) errandId: string,
    @IfMatch() version: number,
    @Body() { words, finished = false, evidenceIds = [] }: ErrandReportBody,
    @By() by: Actor,
  ): Promise<ErrandsView> {
    await this.moves.report({ assignmentId: id, errandId, version, by }, { words, finished, evidenceIds });
    return this.errands.of(id, by);
  }

  /** Gives back what was said to be done. */
  @Post(':errandId/return')
  @Act('errand.give', 'id')
  @HttpCode(200)
  async giveBack(
    @Param('id') id: string,
    @Param('errandId', ParseUUIDPipe) errandId: string,
    @IfMatch() version: number,
    @Body() { reason }: ErrandReasonBody,
    @By() by: Actor,
  ): Promise<ErrandsView> {
    await this.moves.move({ assignmentId: id, errandId, version, by }, 'return', reason);
    return this.errands.of(id, by);
  }

  /** Takes it away from somebody. */
  @Post(':errandId/recall')
  @Act('errand.give', 'id')
  @HttpCode(200)
  async recall(
    @Param('id') id: string,
    @Param('errandId', ParseUUIDPipe) errandId: string,
    @IfMatch() version: number,
    @Body() { reason }: ErrandReasonBody,
    @By() by: Actor,
  ): Promise<ErrandsView> {
    await this.moves.move({ assignmentId: id, errandId, version, by }, 'recall', reason);
    return this.errands.of(id, by);
  }
}
