import { IsId, IsSaid, MayBeAbsent } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  densities,
  type Density,
  type Grouping,
  groupings,
  type LedgerColumn,
  ledgerColumns,
  type LedgerSort,
  ledgerSorts,
  type ViewedList,
  viewedLists,
} from '../domain/ledger-shape.js';
import { LedgerFilter } from './ledger.dto.js';

/** How a view shows the ledger. */
export class ViewSettingsBody {
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => LedgerFilter)
  filters?: LedgerFilter;

  /** Shown columns in their order; all when absent. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ledgerColumns.length)
  @ArrayUnique()
  @IsIn(ledgerColumns, { each: true })
  columns?: LedgerColumn[];

  @IsOptional()
  @IsIn(ledgerSorts)
  sort?: LedgerSort;

  @IsOptional()
  @IsIn(groupings)
  group?: Grouping;

  @IsOptional()
  @IsIn(densities)
  density?: Density;
}

/** A view to be saved. */
export class NewViewBody {
  @IsString()
  @MaxLength(60)
  @IsSaid()
  name: string;

  @IsObject()
  @ValidateNested()
  @Type(() => ViewSettingsBody)
  settings: ViewSettingsBody;

  /** With everybody who acts for one's unit. */
  @IsOptional()
  @IsBoolean()
  shared?: boolean;
}

/** What changes about a view. */
export class ViewChangesBody {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  @IsSaid()
  name?: string;

  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => ViewSettingsBody)
  settings?: ViewSettingsBody;

  @IsOptional()
  @IsBoolean()
  shared?: boolean;
}

/** Of which list views are wanted. */
export class ViewsQuery {
  /** The ledger when absent. */
  @IsOptional()
  @IsIn(viewedLists)
  list?: ViewedList;
}

/** The view with which a list opens. */
export class FirstViewBody extends ViewsQuery {
  /** null: the plain list. */
  @IsOptional()
  @IsId()
  viewId?: string | null;
}
