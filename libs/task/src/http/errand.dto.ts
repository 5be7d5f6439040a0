import { IsId, IsInstant, IsSaid } from '@ducha/http';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';

/** What head or liaison give to members of staff. */
export class ErrandsBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsId({ each: true })
  personIds: string[];

  /** What each of them is to do. */
  @IsSaid()
  @IsString()
  @MaxLength(1000)
  note: string;

  /** By when inside the unit; not after the assignment's own date. */
  @IsOptional()
  @IsInstant()
  innerDueAt?: string;
}

/** What a member of staff tells the liaison. */
export class ErrandReportBody {
  @IsSaid()
  @IsString()
  @MaxLength(5000)
  words: string;

  /** Whether that was all of it. */
  @IsOptional()
  @IsBoolean()
  finished?: boolean;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsId({ each: true })
  evidenceIds?: string[];
}

/** Why something is given back or taken away. */
export class ErrandReasonBody {
  @IsSaid()
  @IsString()
  @MaxLength(500)
  reason: string;
}
