import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { DisputeMeasures } from '../queries/dispute-measures.query.js';
import { Disputes } from '../queries/disputes.query.js';
import { RaiseDispute } from '../usecases/raise-dispute.js';
import { RuleDispute } from '../usecases/rule-dispute.js';
import { StateOnDispute } from '../usecases/state-on-dispute.js';
import { DisputeBody, DisputeMeasuresQuery, DisputeQuery, RulingBody, StatementBody } from './dispute.dto.js';
import { DisputeMeasuresView, DisputesView, DisputeView } from './dispute.view.js';

/** Not our duty: raised by a unit, answered by the one it names, ruled by who the law names. */
@Controller()
export class DisputeController {
  constructor(
    private readonly disputes: Disputes,
    private readonly measures: DisputeMeasures,
    private readonly raiseDispute: RaiseDispute,
    private readonly ruleDispute: RuleDispute,
    private readonly stateOnDispute: StateOnDispute,
  ) {}

  /** Disputes over shares the reader may read, and those that name or lie before the reader’s units. */
  @Get('disputes')
  @Act('dispute.read')
  @PageOf(DisputeView)
  list(@Query() query: DisputeQuery, @By() by: Actor): Promise<Page<DisputeView>> {
    return this.disputes.page(query, by);
  }

  /** Transfers, days in dispute, wrong dispatch and returns, of disputes raised between two days. */
  @Get('disputes/measures')
  @Act('dispute.measure')
  figures(@Query() query: DisputeMeasuresQuery, @By() by: Actor): Promise<DisputeMeasuresView> {
    return this.measures.of(query, by);
  }

  /** The disputes over a task, and until when its units may dispute. */
  @Get('tasks/:id/disputes')
  @Act('task.read', 'id')
  ofTask(@Param('id') id: string, @By() by: Actor): Promise<DisputesView> {
    return this.disputes.ofTask(id, by);
  }

  /** Says that it is not the unit’s duty (退办申请). */
  @Post('assignments/:id/disputes')
  @Act('dispute.raise', 'id')
  async raise(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: DisputeBody,
    @By() by: Actor,
  ): Promise<DisputeView> {
    return this.disputes.one(await this.raiseDispute.run({ ...body, assignmentId: id, version, by }), by);
  }

  /** The unit takes it back. */
  @Post('assignments/:id/disputes/:disputeId/withdraw')
  @Act('dispute.raise', 'id')
  @HttpCode(200)
  async withdraw(
    @Param('id') id: string,
    @Param('disputeId', ParseUUIDPipe) disputeId: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<DisputeView> {
    await this.raiseDispute.withdraw(id, disputeId, version, by);
    return this.disputes.one(disputeId, by);
  }

  /** The word of the unit believed responsible. */
  @Post('assignments/:id/disputes/:disputeId/state')
  @Act('dispute.state', 'id')
  @HttpCode(200)
  async state(
    @Param('id') id: string,
    @Param('disputeId', ParseUUIDPipe) disputeId: string,
    @IfMatch() version: number,
    @Body() { words }: StatementBody,
    @By() by: Actor,
  ): Promise<DisputeView> {
    await this.stateOnDispute.run(id, disputeId, version, words, by);
    return this.disputes.one(disputeId, by);
  }

  /** Rules, with reasons; final. */
  @Post('assignments/:id/disputes/:disputeId/rule')
  @Act('dispute.rule', 'id')
  @HttpCode(200)
  async rule(
    @Param('id') id: string,
    @Param('disputeId', ParseUUIDPipe) disputeId: string,
    @IfMatch() version: number,
    @Body() { ruling, toUnitIds = [], dueAt, reasons }: RulingBody,
    @By() by: Actor,
  ): Promise<DisputeView> {
    const date = dueAt === undefined ? null : new Date(dueAt);
    await this.ruleDispute.run({
      ...{ assignmentId: id, disputeId, version, ruling, toUnitIds, reasons, by },
      dueAt: date,
    });
    return this.disputes.one(disputeId, by);
  }
}
