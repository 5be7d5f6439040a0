import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { draftOf, ReckonPlan } from '../queries/reckon-plan.js';
import { SchedulePage } from '../queries/schedule-page.js';
import { ApplySchedule } from '../usecases/apply-schedule.js';
import { SaveSchedule } from '../usecases/save-schedule.js';
import { PlanBody, PlanPreviewBody, SubTasksBody } from './schedule.dto.js';
import { PlanView, ScheduleView } from './schedule.view.js';

/** Plans reckoned backwards from a fixed end (倒排工期). */
@Controller()
export class ScheduleController {
  constructor(
    private readonly reckon: ReckonPlan,
    private readonly page: SchedulePage,
    private readonly saveSchedule: SaveSchedule,
    private readonly applySchedule: ApplySchedule,
  ) {}

  /** Reckons a plan without keeping it, and says what it changes against another. */
  @Post('schedules/preview')
  @HttpCode(200)
  @Act('schedule.preview')
  preview(@Body() { from, before, ...plan }: PlanPreviewBody): Promise<PlanView> {
    return this.reckon.run(draftOf(plan), from, before && draftOf(before));
  }

  /** The schedule of a task; version 0 when none was saved. */
  @Get('tasks/:id/schedule')
  @Act('schedule.read', 'id')
  read(@Param('id') taskId: string): Promise<ScheduleView> {
    return this.page.of(taskId);
  }

  /** As it was saved at a version. */
  @Get('tasks/:id/schedule/versions/:version')
  @Act('schedule.read', 'id')
  readVersion(@Param('id') taskId: string, @Param('version', ParseIntPipe) version: number): Promise<ScheduleView> {
    return this.page.of(taskId, Math.min(version, 2_147_483_647));
  }

  /** Saves the next state; If-Match "0" the first time. */
  @Put('tasks/:id/schedule')
  @Act('schedule.keep', 'id')
  async save(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() body: PlanBody,
    @By() by: Actor,
  ): Promise<ScheduleView> {
    await this.saveSchedule.run({ taskId, version, draft: draftOf(body), by });
    return this.page.of(taskId);
  }

  /** The steps become sub-tasks, each due on its latest last day. */
  @Post('tasks/:id/schedule/sub-tasks')
  @HttpCode(200)
  @Act('schedule.keep', 'id')
  async apply(
    @Param('id') taskId: string,
    @IfMatch() version: number,
    @Body() { taskVersion, dispatch = false }: SubTasksBody,
    @By() by: Actor,
  ): Promise<ScheduleView> {
    await this.applySchedule.run({ taskId, version, taskVersion, dispatch, by });
    return this.page.of(taskId);
  }
}
