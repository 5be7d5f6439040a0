import { IsId, IsInstant, IsSaid } from '@ducha/http';
import { ArrayMaxSize, IsArray, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** What is corrected, and why; absent fields stay. */
export class CorrectBody {
  @IsString()
  @MaxLength(2000)
  @IsSaid()
  reason: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  @IsSaid()
  title?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  demand?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  category?: string;

  @IsOptional()
  @IsInstant()
  dueAt?: string;

  /** Before dispatch only, like `assistUnitIds`. */
  @IsOptional()
  @IsId()
  leadUnitId?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  assistUnitIds?: string[];

  @IsOptional()
  @IsId()
  leadLeaderId?: string;

  @IsOptional()
  @IsNumber({ allowInfinity: false, allowNaN: false })
  @Min(-1e12)
  @Max(1e12)
  targetValue?: number;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  @IsSaid()
  targetUnit?: string;
}

/** The new case officer. */
export class OfficerBody {
  @IsId()
  caseOfficerId: string;
}
