import { type ImportanceDegree, importanceDegrees } from '@ducha/deadline';
import { IsId, IsInstant, IsSaid, MayBeAbsent } from '@ducha/http';
import { ArrayMaxSize, IsArray, IsIn, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type SuspensionGround, suspensionGrounds } from '../domain/suspension-lifecycle.js';
import { type ReportEvery, reportEveries } from '../domain/routine-report.js';
import { ReasonBody } from './assignment.dto.js';

/** Why a task's time stops. */
export class SuspendBody extends ReasonBody {
  /** `hearing` where the law of the matter does not count its time; `other` when absent. */
  @MayBeAbsent()
  @IsIn(suspensionGrounds)
  ground?: SuspensionGround;
}

/** What is corrected, and why; absent fields stay. */
export class CorrectBody {
  @IsString()
  @MaxLength(2000)
  @IsSaid()
  reason: string;

  /** What weighs more may start higher on its ladder. */
  @MayBeAbsent()
  @IsIn(importanceDegrees)
  importance?: ImportanceDegree;

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

  /** How often the units report by themselves; `never` ends it. More often than monthly needs a principal's order that says so. */
  @IsOptional()
  @IsIn([...reportEveries, 'never'])
  reportEvery?: ReportEvery | 'never';

  /** Why so often; the units read it. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @IsSaid()
  reportWhy?: string;
}

/** The new case officer. */
export class OfficerBody {
  @IsId()
  caseOfficerId: string;
}
