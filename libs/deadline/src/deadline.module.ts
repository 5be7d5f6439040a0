import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Settings } from '@ducha/store';
import { DeadlineController } from './http/deadline.controller.js';
import { ClockSweeps } from './jobs/clock-sweeps.js';
import { LegalBases } from './queries/legal-bases.query.js';
import { Rehearsal } from './queries/rehearsal.query.js';
import { Clocks } from './usecases/clocks.js';
import { FireRungs } from './usecases/fire-rungs.js';

/** What the law says about time, and the clocks that run by it. */
@Global()
@Module({})
export class DeadlineModule {
  /** @param settings  a process that only answers fires nothing */
  static for(settings: Settings): DynamicModule {
    return {
      module: DeadlineModule,
      controllers: [DeadlineController],
      providers: [Clocks, FireRungs, Rehearsal, LegalBases, ...(settings.role === 'api' ? [] : [ClockSweeps])],
      exports: [Clocks, Rehearsal, LegalBases],
    };
  }
}
