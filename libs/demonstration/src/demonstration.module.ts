import { Module } from '@nestjs/common';
import { CountyLife } from './life/county-life.js';
import { DemonstrationLinks } from './usecases/demonstration-links.js';
import { LoadDemonstration } from './usecases/load-demonstration.js';
import { SettleCounty } from './usecases/settle-county.js';

/** The invented demonstration county. It has no routes: it is loaded at a start and looked at like any other. */
@Module({
  providers: [SettleCounty, CountyLife, LoadDemonstration, DemonstrationLinks],
  exports: [LoadDemonstration, DemonstrationLinks],
})
export class DemonstrationModule {}
