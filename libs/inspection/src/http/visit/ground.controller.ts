import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { Board } from '../../queries/visit/board.query.js';
import { EndGroups } from '../../usecases/group/end-groups.js';
import { AddVisit } from '../../usecases/visit/add-visit.js';
import { CreatedView } from '../standard.view.js';
import { AddVisitBody } from './visit.dto.js';
import { BoardView } from './visit.view.js';

/** An inspection while it is out. */
@Controller('inspections/:id')
export class GroundController {
  constructor(
    private readonly live: Board,
    private readonly add: AddVisit,
    private readonly groups: EndGroups,
  ) {}

  /** Groups and visits at a glance. */
  @Get('board')
  @Act('inspection.read', 'id')
  board(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<BoardView> {
    return this.live.of(id, by);
  }

  /** A visit beside those given, inside the plan only. */
  @Post('visits')
  @Act('inspection.lead', 'id')
  async visit(
    @Param('id', ParseUUIDPipe) inspectionId: string,
    @Body() { siteId }: AddVisitBody,
    @By() by: Actor,
  ): Promise<CreatedView> {
    return { id: await this.add.run({ inspectionId, siteId, by }) };
  }

  /** Its leader brings a group back; the version is the group's. */
  @Post('groups/:groupId/finish')
  @Act('inspection.lead', 'id')
  @HttpCode(200)
  async finish(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<BoardView> {
    await this.groups.finish({ id, version, by }, groupId);
    return this.live.of(id, by);
  }
}
