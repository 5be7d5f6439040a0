import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { ClockFeed } from '../queries/clock-feed.query.js';
import { ClocksQuery } from '../queries/clocks.query.js';
import { ClockSpanQuery } from './clock.dto.js';
import { ClocksView, OwnClocksView, RehearsalView } from './clock.view.js';

/** Time limits: those of a task, and one’s own. */
@Controller()
export class ClockController {
  constructor(
    private readonly clocks: ClocksQuery,
    private readonly feed: ClockFeed,
  ) {}

  /** Open clocks that end in a span and concern the reader: their unit’s, or those of the tasks they follow. */
  @Get('clocks')
  @Act('clock.read')
  mine(@Query() { from, to }: ClockSpanQuery, @By() by: Actor): Promise<OwnClocksView> {
    return this.clocks.mine({ from: new Date(from), to: new Date(to) }, by);
  }

  /** One’s own deadlines as iCalendar, by the secret address of an access token that may read clocks and nothing else. */
  @Get('clocks/feed/:file')
  @Act('public')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Cache-Control', 'private, no-store')
  feedOf(@Param('file') file: string): Promise<string> {
    return this.feed.text(file);
  }

  /** The clocks of a task and of its units, with their legal basis. */
  @Get('tasks/:id/clocks')
  @Act('task.read', 'id')
  ofTask(@Param('id') id: string, @By() by: Actor): Promise<ClocksView> {
    return this.clocks.ofTask(id, by);
  }

  /** What will be said to whom and when if nothing is done. */
  @Get('tasks/:id/rehearsal')
  @Act('task.read', 'id')
  rehearsal(@Param('id') id: string, @By() by: Actor): Promise<RehearsalView> {
    return this.clocks.rehearsed(id, by);
  }
}
