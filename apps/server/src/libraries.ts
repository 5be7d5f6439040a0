import type { DynamicModule, Type } from '@nestjs/common';
import { DeskModule } from '@ducha/desk';
import { EvidenceModule } from '@ducha/evidence';
import { matterRows, MatterModule } from '@ducha/matter';
import { NoticeModule } from '@ducha/notice';
import { OrgModule } from '@ducha/org';
import type { RowClass, Settings } from '@ducha/store';

/** Row classes of all libs, for the one data source. */
export const libraryRows: readonly RowClass[] = [...matterRows];

/** The departments of the house. */
export function libraryModules(settings: Settings): (Type | DynamicModule)[] {
  return [DeskModule, MatterModule, OrgModule, NoticeModule, EvidenceModule.for(settings)];
}
