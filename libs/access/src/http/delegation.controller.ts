import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { IfMatch } from '@ducha/http';
import type { Actor } from '../actor.js';
import { DelegationList } from '../delegations/delegation-list.query.js';
import { GiveDelegation } from '../delegations/give-delegation.js';
import { Act, By, Fresh } from '../guard/act.decorator.js';
import { DelegationBody } from './delegation.dto.js';
import { DelegationOptionsView, DelegationView } from './delegation.view.js';
import { EnteredView } from './people.view.js';

/** Acting for another (委托代行): who lends what to whom, from when to when. */
@Controller('delegations')
export class DelegationController {
  constructor(
    private readonly list: DelegationList,
    private readonly delegations: GiveDelegation,
  ) {}

  /** Those that the acting post gave. */
  @Get()
  @Act('delegation.give')
  given(@By() by: Actor): Promise<DelegationView[]> {
    return this.list.given(by);
  }

  /** What may be lent, and to whom. */
  @Get('options')
  @Act('delegation.give')
  options(@By() by: Actor): Promise<DelegationOptionsView> {
    return this.list.options(by);
  }

  /** Lends acts of the acting post. */
  @Post()
  @Act('delegation.give')
  @Fresh()
  async give(@By() by: Actor, @Body() body: DelegationBody): Promise<EnteredView> {
    return { id: await this.delegations.give(by, body) };
  }

  /** Takes it back; whoever acts under it can do so no more from this moment on. */
  @Post(':id/end')
  @Act('delegation.give')
  @HttpCode(204)
  end(@By() by: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.delegations.end(by, id, version);
  }
}
