import { Module } from '@nestjs/common';
import { mapConstraint } from '@ducha/store';
import { CheckController } from './http/check.controller.js';
import { LookBackController } from './http/look-back.controller.js';
import { inspectionFault } from './inspection-faults.js';
import { CheckList } from './queries/check-list.query.js';
import { LookBackList } from './queries/look-back-list.query.js';
import { SampleFactsQuery } from './queries/sample-facts.js';
import { SamplePreview } from './queries/sample-preview.js';
import { UnitFigures } from './queries/unit-figures.query.js';
import { DrawLookBack } from './usecases/draw-look-back.js';
import { PlanLookBack } from './usecases/plan-look-back.js';
import { ReplaceCheck } from './usecases/replace-check.js';
import { SettleCheck } from './usecases/settle-check.js';

// two rounds drawn at one moment: the later one draws again without what the first one took
mapConstraint('look_back_check_open', () => inspectionFault('underCheck'));

/** Checking homework on the ground: draws and look-backs. */
@Module({
  controllers: [LookBackController, CheckController],
  providers: [
    CheckList,
    LookBackList,
    SampleFactsQuery,
    SamplePreview,
    UnitFigures,
    PlanLookBack,
    DrawLookBack,
    SettleCheck,
    ReplaceCheck,
  ],
})
export class InspectionModule {}
