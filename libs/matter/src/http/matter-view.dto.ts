import { NewViewBody, ViewChangesBody, ViewSettingsBody } from '@ducha/task';
import { MayBeAbsent } from '@ducha/http';
import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  ValidateNested,
} from 'class-validator';
import { type MatterColumn, matterColumns, type MatterGrouping, matterGroupings } from '../domain/matter-shape.js';
import { MatterFilter } from './matter-filter.dto.js';

/** How a view shows the matters. */
export class MatterViewSettingsBody extends OmitType(ViewSettingsBody, ['filters', 'columns', 'sort', 'group']) {
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MatterFilter)
  filters?: MatterFilter;

  /** Shown columns in their order; all when absent. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(matterColumns.length)
  @ArrayUnique()
  @IsIn(matterColumns, { each: true })
  columns?: MatterColumn[];

  @IsOptional()
  @IsIn(matterGroupings)
  group?: MatterGrouping;
}

/** A view of the matters to be saved. */
export class NewMatterViewBody extends OmitType(NewViewBody, ['settings']) {
  @IsObject()
  @ValidateNested()
  @Type(() => MatterViewSettingsBody)
  settings: MatterViewSettingsBody;
}

/** What changes about a view of the matters. */
export class MatterViewChangesBody extends OmitType(ViewChangesBody, ['settings']) {
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => MatterViewSettingsBody)
  settings?: MatterViewSettingsBody;
}
