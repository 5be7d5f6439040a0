import { Module } from '@nestjs/common';
import { ScheduleController } from './http/schedule.controller.js';
import { ReckonPlan } from './queries/reckon-plan.js';
import { SchedulePage } from './queries/schedule-page.js';
import { ApplySchedule } from './usecases/apply-schedule.js';
import { SaveSchedule } from './usecases/save-schedule.js';

/** Plans reckoned backwards from a fixed end. */
@Module({
  controllers: [ScheduleController],
  providers: [ReckonPlan, SchedulePage, SaveSchedule, ApplySchedule],
})
export class ScheduleModule {}
