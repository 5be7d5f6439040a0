import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { Urgings } from '../queries/urgings.query.js';
import { UrgeAssignment } from '../usecases/urge-assignment.js';
import { UrgeBody, UrgingReplyBody } from './urging.dto.js';
import { UrgingsView } from './urging.view.js';

/** Urging a unit about what it was given, and its reply. */
@Controller()
export class UrgingController {
  constructor(
    private readonly urgings: Urgings,
    private readonly urge: UrgeAssignment,
  ) {}

  /** How units were urged about a task, what they answered, and whom the reader may urge now. */
  @Get('tasks/:id/urgings')
  @Act('task.read', 'id')
  list(@Param('id') id: string, @By() by: Actor): Promise<UrgingsView> {
    return this.urgings.ofTask(id, by);
  }

  /** Urges the unit, or notes a telephone call. */
  @Post('assignments/:id/urge')
  @Act('assignment.urge', 'id')
  @HttpCode(204)
  say(@Param('id') id: string, @Body() { words, spokeWith }: UrgeBody, @By() by: Actor): Promise<void> {
    return this.urge.run(id, { words, spokeWith: spokeWith ?? null }, by);
  }

  /** The unit's answer to an urging. */
  @Post('assignments/:id/urgings/:urgingId/reply')
  @Act('assignment.reply_urging', 'id')
  @HttpCode(204)
  reply(
    @Param('id') id: string,
    @Param('urgingId', ParseUUIDPipe) urgingId: string,
    @IfMatch() version: number,
    @Body() { words }: UrgingReplyBody,
    @By() by: Actor,
  ): Promise<void> {
    return this.urge.reply(id, urgingId, version, words, by);
  }
}
