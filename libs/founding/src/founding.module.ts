import { Module } from '@nestjs/common';
import { CountyController } from './http/county.controller.js';
import { GuideController } from './http/guide.controller.js';
import { SetupController } from './http/setup.controller.js';
import { Guide } from './queries/guide.query.js';
import { CountySettings } from './usecases/county-settings.js';
import { FoundCounty } from './usecases/found-county.js';
import { SetupLinks } from './usecases/setup-links.js';

/** How a county begins: the set-up link, the first three people, the guide to the first dispatched task. */
@Module({
  controllers: [SetupController, GuideController, CountyController],
  providers: [SetupLinks, FoundCounty, CountySettings, Guide],
  exports: [SetupLinks],
})
export class FoundingModule {}
