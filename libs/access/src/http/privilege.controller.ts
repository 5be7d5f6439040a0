import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { httpFault, IfMatch, type Page, PageOf } from '@ducha/http';
import type { Actor } from '../actor.js';
import { Act, By, Fresh } from '../guard/act.decorator.js';
import { AskPrivilege } from '../requests/ask-privilege.js';
import { DecidePrivilege } from '../requests/decide-privilege.js';
import { RequestList } from '../requests/request-list.query.js';
import { AskBody, DecisionBody, RequestListQuery } from './privilege.dto.js';
import { GrantAskedView, PrivilegeRequestView } from './privilege.view.js';

/** Privileged posts and lost factors: one administrator asks, another person decides. */
@Controller('privilege-requests')
export class PrivilegeController {
  constructor(
    private readonly requests: RequestList,
    private readonly ask: AskPrivilege,
    private readonly decide: DecidePrivilege,
  ) {}

  /** Requests, newest first. */
  @Get()
  @Act('privilege.read')
  @PageOf(PrivilegeRequestView)
  list(@Query() query: RequestListQuery, @By() by: Actor): Promise<Page<PrivilegeRequestView>> {
    return this.requests.page(query, by);
  }

  /** Asks for a post, its end, or a new beginning after lost factors. */
  @Post()
  @Act('privilege.ask')
  @Fresh()
  async open(@By() by: Actor, @Body() { reason, personId, newcomer, ...asked }: AskBody): Promise<GrantAskedView> {
    if (newcomer === undefined) return { id: await this.ask.run(by, { ...asked, personId: personId ?? '' }, reason) };
    if (personId !== undefined || asked.kind !== 'give_post')
      throw httpFault('invalidRequest', {}, [
        { path: 'newcomer', message: 'goes with give_post alone', constraint: 'alone' },
      ]);
    return { id: await this.ask.run(by, { ...asked, newcomer }, reason) };
  }

  /** Grants what another administrator asked for. */
  @Post(':id/grant')
  @Act('privilege.decide')
  @Fresh()
  @HttpCode(204)
  grant(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { words }: DecisionBody,
  ): Promise<void> {
    return this.decide.run(by, id, version, { on: 'grant', words: words ?? null });
  }

  /** Refuses it. */
  @Post(':id/refuse')
  @Act('privilege.decide')
  @HttpCode(204)
  refuse(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { words }: DecisionBody,
  ): Promise<void> {
    return this.decide.run(by, id, version, { on: 'refuse', words: words ?? null });
  }

  /** Withdraws one's own request. */
  @Post(':id/withdraw')
  @Act('privilege.ask')
  @HttpCode(204)
  withdraw(@By() by: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.decide.run(by, id, version, { on: 'withdraw', words: null });
  }
}
