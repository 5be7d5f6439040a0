import { IsId, IsInstant, IsSaid, MayBeAbsent } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { type UnitKind, unitKinds } from '../unit-kinds.js';

class UnitNames {
  @IsSaid()
  @IsString()
  @MaxLength(80)
  name: string;

  @IsSaid()
  @IsString()
  @MaxLength(30)
  shortName: string;
}

/** A unit to be created. */
export class UnitBody extends UnitNames {
  @IsIn(unitKinds)
  kind: UnitKind;

  @IsId()
  parentId: string;

  /** Place among the units; the last when absent. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  sort?: number;

  /** Administrative division code. */
  @MayBeAbsent()
  @Matches(/^\d{6,12}$/, { message: 'is no division code' })
  divisionCode?: string;
}

/** What of a unit has no history. */
export class UnitChangeBody {
  @IsOptional()
  @IsIn(unitKinds)
  kind?: UnitKind;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  sort?: number;

  /** Null takes it away. */
  @IsOptional()
  @ValidateIf(({ divisionCode }: UnitChangeBody) => divisionCode !== null)
  @Matches(/^\d{6,12}$/, { message: 'is no division code' })
  divisionCode?: string | null;
}

/** A new name from a day on. */
export class UnitRenameBody extends UnitNames {
  /** From when; now when absent, never ahead. */
  @IsOptional()
  @IsInstant()
  at?: string;

  @IsSaid()
  @IsString()
  @MaxLength(500)
  reason: string;
}

/** A new place in the tree from a day on. */
export class UnitMoveBody {
  @IsId()
  parentId: string;

  /** From when; now when absent, never ahead. */
  @IsOptional()
  @IsInstant()
  at?: string;

  @IsSaid()
  @IsString()
  @MaxLength(500)
  reason: string;
}

/** The end of a unit; with a successor, a merger. */
export class UnitEndBody {
  /** Who takes over what is open, the people and what lies below. */
  @IsOptional()
  @IsId()
  successorId?: string;

  /** From when; now when absent, never ahead. */
  @IsOptional()
  @IsInstant()
  at?: string;

  @IsSaid()
  @IsString()
  @MaxLength(500)
  reason: string;
}

/** A unit that comes out of a split. */
export class SplitPartBody extends UnitNames {
  @IsIn(unitKinds)
  kind: UnitKind;
}

/** The split of a unit. */
export class UnitSplitBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => SplitPartBody)
  parts: SplitPartBody[];

  /** Place of the part that takes over what is open, when the unit ends with the split; absent: the unit goes on. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(9)
  successorPart?: number;

  /** From when; now when absent, never ahead. */
  @IsOptional()
  @IsInstant()
  at?: string;

  @IsSaid()
  @IsString()
  @MaxLength(500)
  reason: string;
}
