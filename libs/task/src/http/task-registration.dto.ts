import { IsId, IsInstant, IsSaid } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type ReportEvery, reportEveries } from '../domain/routine-report.js';

/** What a draft still lacked, and before whom it goes. */
export class ProposeBody {
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
  @IsId()
  leadUnitId?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  assistUnitIds?: string[];

  @IsOptional()
  @IsInstant()
  dueAt?: string;

  /** How often the units report by themselves; he who is asked decides on it with the task. */
  @IsOptional()
  @IsIn(reportEveries)
  reportEvery?: ReportEvery;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  @IsSaid()
  reportWhy?: string;

  /** Needed unless the task names a principal already. */
  @IsOptional()
  @IsId()
  principalId?: string;
}

/** A principal's word on a proposal. */
export class ApproveBody {
  /** `agree` when absent. */
  @IsOptional()
  @IsIn(['agree', 'disagree'])
  decision?: 'agree' | 'disagree';

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  @IsSaid()
  words?: string;
}

/** A principal's words, if any. */
export class InstructBody {
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  @IsSaid()
  words?: string;
}

/** The standing mandate that covers the task. */
export class RegisterBody {
  @IsId()
  mandateId: string;
}

/** To whom and until when; absent fields stay as registered. */
export class DispatchBody {
  @IsOptional()
  @IsId()
  leadUnitId?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  assistUnitIds?: string[];

  @IsOptional()
  @IsInstant()
  dueAt?: string;

  @IsOptional()
  @IsId()
  caseOfficerId?: string;
}

/** Further assists. */
export class AssistsBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsId({ each: true })
  unitIds: string[];

  @IsOptional()
  @IsInstant()
  dueAt?: string;
}

/** One sub-task. */
export class ChildBody {
  @IsString()
  @MaxLength(200)
  @IsSaid()
  title: string;

  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  demand?: string;

  @IsOptional()
  @IsId()
  leadUnitId?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  assistUnitIds?: string[];

  /** The parent's when absent. */
  @IsOptional()
  @IsInstant()
  dueAt?: string;
}

/** The sub-tasks of a split. */
export class SplitBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ChildBody)
  children: ChildBody[];

  @IsOptional()
  @IsBoolean()
  dispatch?: boolean;
}
