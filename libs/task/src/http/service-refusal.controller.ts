import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { RefuseService } from '../usecases/refuse-service.js';
import { ReasonBody } from './assignment.dto.js';

/** A unit would not take what was delivered: recorded by one person, confirmed by another. */
@Controller('assignments/:id/refused-service')
export class ServiceRefusalController {
  constructor(private readonly refuse: RefuseService) {}

  /** Records that the unit refused to take it, and how that was. */
  @Post()
  @Act('assignment.refuse_service', 'id')
  @HttpCode(204)
  record(
    @Param('id') assignmentId: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonBody,
    @By() by: Actor,
  ): Promise<void> {
    return this.refuse.record({ assignmentId, version, by }, reason);
  }

  /** Another person confirms it: from when it was recorded it counts as received. */
  @Post('confirm')
  @Act('assignment.refuse_service', 'id')
  @HttpCode(204)
  confirm(@Param('id') assignmentId: string, @IfMatch() version: number, @By() by: Actor): Promise<void> {
    return this.refuse.confirm({ assignmentId, version, by });
  }
}
