import type { DynamicModule, Type } from '@nestjs/common';
import { ArchiveModule } from '@ducha/archive';
import { DemonstrationModule } from '@ducha/demonstration';
import { DeskModule } from '@ducha/desk';
import { EvidenceModule } from '@ducha/evidence';
import { matterRows, MatterModule } from '@ducha/matter';
import { NeedModule } from '@ducha/need';
import { NoticeModule } from '@ducha/notice';
import { OrgModule } from '@ducha/org';
import { TaskModule, taskRows } from '@ducha/task';
import type { RowClass, Settings } from '@ducha/store';

/** Row classes of all libs, for the one data source. */
export const libraryRows: readonly RowClass[] = [...matterRows, ...taskRows];

/** The departments of the house. */
export function libraryModules(settings: Settings): (Type | DynamicModule)[] {
  return [
    DemonstrationModule,
    DeskModule,
    MatterModule.for(settings),
    TaskModule.for(settings),
    NeedModule,
    OrgModule,
    NoticeModule,
    EvidenceModule.for(settings),
    ArchiveModule.for(settings),
  ];
}
