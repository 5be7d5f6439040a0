import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf, PageQuery } from '@ducha/http';
import { DutyProposalList } from '../queries/duty-proposal-list.query.js';
import { DutyProposals } from '../usecases/duty-proposals.js';
import { DutyProposalView } from './duty-proposal.view.js';

/** Changes of the duty register that rulings on disputes propose. */
@Controller('duty-proposals')
export class DutyProposalController {
  constructor(
    private readonly proposals: DutyProposals,
    private readonly list: DutyProposalList,
  ) {}

  /** Those that nobody has decided. */
  @Get()
  @Act('duty.keep')
  @PageOf(DutyProposalView)
  page(@Query() query: PageQuery, @By() by: Actor): Promise<Page<DutyProposalView>> {
    return this.list.page(query, by);
  }

  /** Writes it into the register, from now on. */
  @Post(':id/accept')
  @Act('duty.keep')
  @HttpCode(204)
  accept(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @By() by: Actor): Promise<void> {
    return this.proposals.decide(id, version, 'accept', by);
  }

  /** Leaves the register as it is. */
  @Post(':id/decline')
  @Act('duty.keep')
  @HttpCode(204)
  decline(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @By() by: Actor): Promise<void> {
    return this.proposals.decide(id, version, 'decline', by);
  }
}
