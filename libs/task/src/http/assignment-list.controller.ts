import { Controller, Get, Param, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { type Page, PageOf } from '@ducha/http';
import { UnitInbox } from '../queries/inbox.query.js';
import { AssignmentListQuery } from './assignment-list.dto.js';
import { AssignmentCounts, AssignmentView } from './assignment.view.js';

/** What lies on a unit's desk. */
@Controller('assignments')
export class AssignmentListController {
  constructor(private readonly inbox: UnitInbox) {}

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

  /** One assignment. */
  @Get(':id')
  @Act('assignment.read', 'id')
  read(@Param('id') id: string, @By() by: Actor): Promise<AssignmentView> {
    return this.inbox.one(id, by);
  }
}
