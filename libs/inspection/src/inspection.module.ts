import { Module } from '@nestjs/common';
import { mapConstraint } from '@ducha/store';
import { CheckController } from './http/check.controller.js';
import { LookBackController } from './http/look-back.controller.js';
import { StandardController } from './http/standard.controller.js';
import { findingFault } from './finding-faults.js';
import { findingControllers, findingProviders } from './finding-parts.js';
import { inspectionFault } from './inspection-faults.js';
import { CheckList } from './queries/check-list.query.js';
import { LookBackList } from './queries/look-back-list.query.js';
import { SampleFactsQuery } from './queries/sample-facts.js';
import { SamplePreview } from './queries/sample-preview.js';
import { StandardList } from './queries/standard-list.query.js';
import { StandardResults } from './queries/standard-results.query.js';
import { UnitFigures } from './queries/unit-figures.query.js';
import { DrawLookBack } from './usecases/draw-look-back.js';
import { KeepStandards } from './usecases/keep-standards.js';
import { PlanLookBack } from './usecases/plan-look-back.js';
import { RecordResult } from './usecases/record-result.js';
import { ReplaceCheck } from './usecases/replace-check.js';
import { SettleCheck } from './usecases/settle-check.js';

// two rounds drawn at one moment: the later one draws again without what the first one took
mapConstraint('look_back_check_open', () => inspectionFault('underCheck'));
mapConstraint('finding_two_persons', () => findingFault('authorMayNotConfirm'));
mapConstraint('standard_code_once', () =>
  inspectionFault('codeTaken', {}, [{ path: 'code', message: 'is taken', constraint: 'unique' }]),
);

/** Checking homework on the ground: draws, look-backs, standards. */
@Module({
  controllers: [LookBackController, CheckController, StandardController, ...findingControllers],
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
    StandardList,
    StandardResults,
    KeepStandards,
    RecordResult,
    ...findingProviders,
  ],
})
export class InspectionModule {}
