import { type DynamicModule, Module } from '@nestjs/common';
import { mapConstraint, Settings } from '@ducha/store';
import { CheckController } from './http/check.controller.js';
import { LookBackController } from './http/look-back.controller.js';
import { SiteController } from './http/frame/site.controller.js';
import { InspectorController } from './http/group/inspector.controller.js';
import { AmendmentController } from './http/plan/amendment.controller.js';
import { CodeController } from './http/plan/code.controller.js';
import { FrequencyController } from './http/plan/frequency.controller.js';
import { InspectionController } from './http/plan/inspection.controller.js';
import { StandardController } from './http/standard.controller.js';
import { findingFault } from './finding-faults.js';
import { findingControllers, findingProviders } from './finding-parts.js';
import { GroundController } from './http/visit/ground.controller.js';
import { VisitController } from './http/visit/visit.controller.js';
import { inspectionFault } from './inspection-faults.js';
import { callUpControllers, callUpProviders } from './call-up-parts.js';
import { sealedControllers, sealedProviders } from './sealed-parts.js';
import { planFault } from './plan-faults.js';
import { SiteList } from './queries/frame/site-list.query.js';
import { InspectorList } from './queries/group/inspector-list.query.js';
import { InspectorRecord } from './queries/group/inspector-record.query.js';
import { Frequency } from './queries/plan/frequency.query.js';
import { InspectionCodeQuery } from './queries/plan/inspection-code.query.js';
import { InspectionList } from './queries/plan/inspection-list.query.js';
import { InspectionPage } from './queries/plan/inspection-page.query.js';
import { InspectionDraws } from './queries/sample/inspection-draws.query.js';
import { Board } from './queries/visit/board.query.js';
import { VisitList } from './queries/visit/visit-list.query.js';
import { CheckList } from './queries/check-list.query.js';
import { LookBackList } from './queries/look-back-list.query.js';
import { SampleFactsQuery } from './queries/sample-facts.js';
import { SamplePreview } from './queries/sample-preview.js';
import { StandardList } from './queries/standard-list.query.js';
import { StandardResults } from './queries/standard-results.query.js';
import { UnitFigures } from './queries/unit-figures.query.js';
import { DrawLookBack } from './usecases/draw-look-back.js';
import { EndDuties } from './usecases/group/end-duties.js';
import { EndGroups } from './usecases/group/end-groups.js';
import { EndInspectorRecords } from './usecases/group/end-inspector-records.js';
import { KeepInspectors } from './usecases/group/keep-inspectors.js';
import { AmendPlan } from './usecases/plan/amend-plan.js';
import { DraftInspection } from './usecases/plan/draft-inspection.js';
import { InspectionCodes } from './usecases/plan/inspection-codes.js';
import { MergeInspection } from './usecases/plan/merge-inspection.js';
import { OpenInspection } from './usecases/plan/open-inspection.js';
import { ReleaseInspection } from './usecases/plan/release-inspection.js';
import { SendOut } from './usecases/plan/send-out.js';
import { WritePlan } from './usecases/plan/write-plan.js';
import { DrawSites } from './usecases/sample/draw-sites.js';
import { ReplaceSite } from './usecases/sample/replace-site.js';
import { PatrolController } from './http/patrol/patrol.controller.js';
import { Patrol } from './queries/patrol/patrol.query.js';
import { PatrolAlert } from './usecases/patrol/patrol-alert.js';
import { PlanRoster } from './usecases/patrol/plan-roster.js';
import { WritePatrolLog } from './usecases/patrol/write-patrol-log.js';
import { LightVisit } from './usecases/visit/light-visit.js';
import { AddVisit } from './usecases/visit/add-visit.js';
import { MakeVisit } from './usecases/visit/make-visit.js';
import { PassOn } from './usecases/visit/pass-on.js';
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

mapConstraint('inspection_amendment_open', () => planFault('amendmentOpen'));
mapConstraint('inspection_draw_once', () => planFault('alreadyDrawn'));
mapConstraint('recusal_declaration_once', () => planFault('alreadyDeclared'));
mapConstraint('visit_site_once', () => planFault('alreadyPlanned'));

const planning = [
  WritePlan,
  DraftInspection,
  OpenInspection,
  AmendPlan,
  MergeInspection,
  SendOut,
  ReleaseInspection,
  InspectionCodes,
  InspectionList,
  InspectionPage,
  InspectionCodeQuery,
  Frequency,
];
const going = [
  DrawSites,
  ReplaceSite,
  InspectionDraws,
  KeepInspectors,
  EndInspectorRecords,
  InspectorList,
  InspectorRecord,
  EndDuties,
  EndGroups,
  MakeVisit,
  AddVisit,
  PassOn,
  VisitList,
  Board,
  SiteList,
  PlanRoster,
  WritePatrolLog,
  PatrolAlert,
  Patrol,
  LightVisit,
];

const controllers = [
  LookBackController,
  CheckController,
  StandardController,
  InspectionController,
  AmendmentController,
  GroundController,
  VisitController,
  InspectorController,
  FrequencyController,
  CodeController,
  SiteController,
  PatrolController,
  ...findingControllers,
  ...sealedControllers,
  ...callUpControllers,
];

const providers = [
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
  ...sealedProviders,
  ...callUpProviders,
  ...planning,
  ...going,
];

/** Checking homework on the ground: draws, look-backs, standards. */
@Module({})
export class InspectionModule {
  /** @param settings  say what a sealed plan's passphrase costs whoever guesses */
  static for(settings: Settings): DynamicModule {
    return {
      module: InspectionModule,
      controllers,
      providers: [{ provide: Settings, useValue: settings }, ...providers],
    };
  }
}
