import { Module } from '@nestjs/common';
import { EventRights } from './events/event-rights.js';
import { LiveEvents } from './events/live-events.js';
import { AuditController } from './http/audit.controller.js';
import { DeskController } from './http/desk.controller.js';
import { EventsController } from './http/events.controller.js';
import { Decided } from './queries/decided.query.js';
import { ImportProgressQuery } from './queries/import-progress.query.js';
import { OfficerLoads } from './queries/officer-load.query.js';
import { Tray } from './queries/tray.query.js';

/** What each role's first page needs, and what keeps pages live. */
@Module({
  controllers: [DeskController, EventsController, AuditController],
  providers: [Tray, ImportProgressQuery, OfficerLoads, Decided, EventRights, LiveEvents],
})
export class DeskModule {}
