import type { DynamicModule, Type } from '@nestjs/common';
import { ArchiveModule } from '@ducha/archive';
import { DeadlineModule } from '@ducha/deadline';
import { DemonstrationModule } from '@ducha/demonstration';
import { DeskModule } from '@ducha/desk';
import { EvidenceModule } from '@ducha/evidence';
import { FoundingModule } from '@ducha/founding';
import { InspectionModule } from '@ducha/inspection';
import { matterRows, MatterModule } from '@ducha/matter';
import { NeedModule } from '@ducha/need';
import { NoticeModule } from '@ducha/notice';
import { OrgModule } from '@ducha/org';
import { PaperModule } from '@ducha/paper';
import { ReportModule } from '@ducha/report';
import { RosterModule } from '@ducha/roster';
import { ScheduleModule } from '@ducha/schedule';
import { PrivacyModule, privacyRows } from '@ducha/privacy';
import { SlipModule } from '@ducha/slip';
import { TaskModule, taskRows } from '@ducha/task';
import type { RowClass, Settings } from '@ducha/store';

/** Row classes of all libs, for the one data source. */
export const libraryRows: readonly RowClass[] = [...matterRows, ...taskRows, ...privacyRows];

/** The departments of the house. */
export function libraryModules(settings: Settings): (Type | DynamicModule)[] {
  return [
    DemonstrationModule,
    DeskModule,
    FoundingModule,
    MatterModule.for(settings),
    TaskModule.for(settings),
    NeedModule,
    InspectionModule.for(settings),
    OrgModule,
    DeadlineModule.for(settings),
    ReportModule,
    PaperModule,
    RosterModule,
    ScheduleModule,
    SlipModule.for(settings),
    NoticeModule.for(settings),
    EvidenceModule.for(settings),
    ArchiveModule.for(settings),
    PrivacyModule.for(settings),
  ];
}
