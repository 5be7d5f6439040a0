import { type DynamicModule, Global, Module } from '@nestjs/common';
import { SlipDesk } from '@ducha/deadline';
import type { Settings } from '@ducha/store';
import { ObjectionController } from './http/objection.controller.js';
import { SlipController } from './http/slip.controller.js';
import { SlipSweep } from './jobs/slip-sweep.js';
import { LateCases } from './queries/late-cases.query.js';
import { Lights } from './queries/lights.query.js';
import { Objections } from './queries/objections.query.js';
import { SlipPaperQuery } from './queries/slip-paper.query.js';
import { Slips } from './queries/slips.query.js';
import { mapSlipConstraints } from './slip-faults.js';
import { DecideObjection } from './usecases/decide-objection.js';
import { JudgeSlip } from './usecases/judge-slip.js';
import { LapseSlips } from './usecases/lapse-slips.js';
import { ObjectToAll } from './usecases/object-to-all.js';
import { OpenSlip } from './usecases/open-slip.js';
import { RaiseObjection } from './usecases/raise-objection.js';
import { ReplyToSlip } from './usecases/reply-to-slip.js';
import { ServeSlips } from './usecases/serve-slips.js';
import { SlipNotices } from './usecases/slip-notices.js';

mapSlipConstraints();

/** Slips (督办单), their replies, and objections (申辩). */
@Global()
@Module({})
export class SlipModule {
  /** @param settings  a process that only answers runs no sweep */
  static for(settings: Settings): DynamicModule {
    return {
      module: SlipModule,
      controllers: [SlipController, ObjectionController],
      providers: [
        ServeSlips,
        { provide: SlipDesk, useExisting: ServeSlips },
        SlipNotices,
        Slips,
        Objections,
        LateCases,
        Lights,
        SlipPaperQuery,
        OpenSlip,
        ReplyToSlip,
        JudgeSlip,
        LapseSlips,
        RaiseObjection,
        ObjectToAll,
        DecideObjection,
        ...(settings.role === 'api' ? [] : [SlipSweep]),
      ],
      exports: [SlipDesk],
    };
  }
}
