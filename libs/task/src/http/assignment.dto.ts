import { IsId, IsInstant, IsSaid } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { type ResultClass, resultClasses } from '../domain/result-class.js';

/** Why something is done. */
export class ReasonBody {
  @IsString()
  @MaxLength(2000)
  @IsSaid()
  reason: string;
}

/** Assignments to be signed for in one act. */
export class SignManyBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsId({ each: true })
  ids: string[];

  /** Says what would happen by the same rules; nothing is written. */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

/** Progress, problem and next step. */
export class ReportBody {
  @IsString()
  @MaxLength(4000)
  @IsSaid()
  progress: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  problem?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  nextStep?: string;

  /** Value reached so far, for tasks with a target. */
  @IsOptional()
  @IsNumber({ allowInfinity: false, allowNaN: false })
  @Min(-1e12)
  @Max(1e12)
  value?: number;
}

/** One line of a table of reports. */
export class ReportLine extends ReportBody {
  @IsId()
  assignmentId: string;
}

/** A table of reports; every line is judged for itself. */
export class ReportManyBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ReportLine)
  reports: ReportLine[];

  /** Says what would happen by the same rules; nothing is written. */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

/** The unit's claim. */
export class AnswerBody {
  /** A solved, B planned, C later, D reference, or referred upward. */
  @IsIn(resultClasses)
  resultClass: ResultClass;

  @IsString()
  @MaxLength(20_000)
  @IsSaid()
  body: string;

  /** For B and C: when it is followed up. */
  @IsOptional()
  @IsInstant()
  followUpAt?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  evidenceIds?: string[];
}

/** Another unit, and why. */
export class ReassignBody extends ReasonBody {
  @IsId()
  toUnitId: string;
}
