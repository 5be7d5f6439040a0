import { Global, Module } from '@nestjs/common';
import { NoticeCalendar } from '@ducha/notice';
import { officialCalendar } from './domain/calendars/official-calendar.js';
import { DeadlineController } from './http/deadline.controller.js';

/** What the law says about time. Quiet days of notices go by the official calendar. */
@Global()
@Module({
  controllers: [DeadlineController],
  providers: [{ provide: NoticeCalendar, useValue: { current: () => Promise.resolve(officialCalendar) } }],
  exports: [NoticeCalendar],
})
export class DeadlineModule {}
