import { Controller, Get, Param, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { type Page, PageOf } from '@ducha/http';
import { UnitInbox } from '../queries/inbox.query.js';
import { Asked } from '../queries/asked.query.js';
import { TownshipGround } from '../queries/township-ground.query.js';
import { AskedView } from './asked.view.js';
import { AskedQuery, AssignmentListQuery } from './assignment-list.dto.js';
import { AssignmentCounts, AssignmentView } from './assignment.view.js';
import { GroundView } from './ground.view.js';

/** What lies on a unit's desk. */
@Controller('assignments')
export class AssignmentListController {
  constructor(
    private readonly inbox: UnitInbox,
    private readonly grounds: TownshipGround,
    private readonly asked: Asked,
  ) {}

  /** Assignments by box, newest first. */
  @Get()
  @Act('assignment.list')
  @PageOf(AssignmentView)
  list(@Query() query: AssignmentListQuery, @By() by: Actor): Promise<Page<AssignmentView>> {
    return this.inbox.page(query, by);
  }

  /** How many lie in each box. */
  @Get('counts')
  @Act('assignment.list')
  counts(@By() by: Actor): Promise<AssignmentCounts> {
    return this.inbox.counts(by);
  }

  /** What units were asked for in a month, and by whom. */
  @Get('asked')
  @Act('assignment.list')
  askedFor(@Query() { month, unitId }: AskedQuery, @By() by: Actor): Promise<AskedView> {
    return this.asked.of(month, unitId, by);
  }

  /** One assignment. */
  @Get(':id')
  @Act('assignment.read', 'id')
  read(@Param('id') id: string, @By() by: Actor): Promise<AssignmentView> {
    return this.inbox.one(id, by);
  }

  /** The line of the townships' duty lists that it was sent under, and the principal's decision beside it. */
  @Get(':id/ground')
  @Act('assignment.read', 'id')
  ground(@Param('id') id: string): Promise<GroundView> {
    return this.grounds.of(id);
  }
}
