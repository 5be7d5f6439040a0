import { type DynamicModule, Module } from '@nestjs/common';
import type { Settings } from '@ducha/store';
import { PrivacyController } from './http/privacy.controller.js';
import { CountyRulesQuery } from './queries/county-rules.query.js';
import { PrivacyQuery } from './queries/privacy.query.js';
import { PurgeList } from './queries/purge-list.query.js';
import { CarryOutPurge } from './usecases/carry-out-purge.js';
import { DecidePurge } from './usecases/decide-purge.js';
import { ProposePurge } from './usecases/propose-purge.js';
import { PurgeSweep } from './usecases/purge-sweep.js';
import { SetRules } from './usecases/set-rules.js';

/** Personal data: what is held, what for, how long, and its end. */
@Module({})
export class PrivacyModule {
  /** @param settings  a process that only answers purges nothing */
  static for(settings: Settings): DynamicModule {
    return {
      module: PrivacyModule,
      controllers: [PrivacyController],
      providers: [
        CountyRulesQuery,
        PrivacyQuery,
        PurgeList,
        SetRules,
        DecidePurge,
        ProposePurge,
        CarryOutPurge,
        ...(settings.role === 'api' ? [] : [PurgeSweep]),
      ],
      exports: [ProposePurge, CarryOutPurge],
    };
  }
}
