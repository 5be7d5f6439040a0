import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { Patrol } from '../../queries/patrol/patrol.query.js';
import { PatrolAlert } from '../../usecases/patrol/patrol-alert.js';
import { PlanRoster } from '../../usecases/patrol/plan-roster.js';
import { WritePatrolLog } from '../../usecases/patrol/write-patrol-log.js';
import { LightVisit } from '../../usecases/visit/light-visit.js';
import { CreatedView } from '../standard.view.js';
import { LightVisitBody, PatrolLogBody, PatrolRuleBody, PatrolSpanQuery, RosterBody } from './patrol.dto.js';
import { PatrolRuleView, PatrolView } from './patrol.view.js';

/** Standing patrols (常态化巡查): one plan and one code, a roster with rotation, a log a day, light visits. */
@Controller()
export class PatrolController {
  constructor(
    private readonly patrol: Patrol,
    private readonly roster: PlanRoster,
    private readonly log: WritePatrolLog,
    private readonly alert: PatrolAlert,
    private readonly light: LightVisit,
  ) {}

  /** The roster of some days, what was found on each, and the groups’ logs. */
  @Get('inspections/:id/patrol')
  @Act('inspection.read', 'id')
  async read(@Param('id', ParseUUIDPipe) id: string, @Query() { from, to }: PatrolSpanQuery): Promise<PatrolView> {
    const { perMonth } = await this.alert.read();
    return this.patrol.of(id, { from: from ?? null, to: to ?? null }, perMonth);
  }

  /** Makes the roster of some days anew. */
  @Put('inspections/:id/roster')
  @Act('inspection.plan', 'id')
  @HttpCode(200)
  async plan(
    @Param('id', ParseUUIDPipe) inspectionId: string,
    @Body() { fromOn, toOn, everyDay = false }: RosterBody,
    @By() by: Actor,
  ): Promise<PatrolView> {
    await this.roster.run({ inspectionId, fromOn, toOn, everyDay }, by);
    return this.read(inspectionId, { from: fromOn, to: toOn });
  }

  /** What a group says of its day; the last words of the day count. */
  @Put('inspections/:id/patrol-log')
  @Act('inspection.lead', 'id')
  @HttpCode(200)
  async write(
    @Param('id', ParseUUIDPipe) inspectionId: string,
    @Body() { words }: PatrolLogBody,
    @By() by: Actor,
  ): Promise<PatrolView> {
    await this.log.run({ inspectionId, words }, by);
    return this.read(inspectionId, {});
  }

  /** One person goes somewhere unannounced, off the roster (S40). */
  @Post('inspections/:id/light-visits')
  @Act('inspection.lead', 'id')
  async goes(
    @Param('id', ParseUUIDPipe) inspectionId: string,
    @Body() { siteId, unitId }: LightVisitBody,
    @By() by: Actor,
  ): Promise<CreatedView> {
    return { id: await this.light.run({ inspectionId, siteId: siteId ?? null, unitId: unitId ?? null, by }) };
  }

  /** How often patrols may come to one object in a month before the head hears of it. */
  @Get('patrol-rule')
  @Act('inspection.patrol_rule')
  rule(): Promise<PatrolRuleView> {
    return this.alert.read();
  }

  /** Settles that. */
  @Put('patrol-rule')
  @Act('inspection.patrol_rule')
  @HttpCode(200)
  settle(@Body() rule: PatrolRuleBody, @By() by: Actor): Promise<PatrolRuleView> {
    return this.alert.set(rule, by);
  }
}
